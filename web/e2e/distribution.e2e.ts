import { expect, test } from './fixtures.ts';

test('exact shares are read at any duration by keyboard', async ({ explore }) => {
  await explore.open();
  const cursor = explore.charts.getByRole('slider', { name: 'Duration to read shares at' });
  await cursor.focus();
  await cursor.press('Home');
  await expect(cursor).toHaveAttribute('aria-valuetext', /^at or below 0\sµs: 凶 0\s%, 大吉 0\s%/);
  await cursor.press('End');
  await expect(cursor).toHaveAttribute('aria-valuetext', /^at or below .*\ss: 凶 100\s%, 大吉 100\s%/);
  for (let i = 0; i < 4; i++) await cursor.press('PageDown');
  await expect(cursor).toHaveAttribute('aria-valuetext', /凶 0\s%, 大吉 100\s%/);
});

test('the distribution is a table too', async ({ explore }) => {
  await explore.open();
  await explore.charts.getByRole('button', { name: 'Show as table' }).click();
  const table = explore.charts.getByRole('region', { name: 'Latencies by value' });
  const bad = table.getByRole('row').filter({ has: explore.page.getByRole('rowheader', { name: '凶' }) });
  await expect(bad.getByRole('cell').first()).toHaveText('84');
  await explore.charts.getByRole('button', { name: 'Show as chart' }).click();
  await expect(explore.charts.getByRole('img', { name: /凶 84, median 1\.0\d\ss/ })).toBeVisible();
});

test('the curve, the latency and the axis are chosen, and stand in the URL', async ({ explore, page }) => {
  await explore.open();
  await explore.charts.getByRole('radio', { name: 'Density' }).check();
  await expect(explore.charts).toContainText('How densely the traces lie');
  await explore.charts.getByRole('button', { name: 'Latency of: root span' }).click();
  await page.getByRole('menuitemradio', { name: /^self time/ }).click();
  await explore.charts.getByRole('button', { name: 'Axis: log' }).click();
  await page.getByRole('menuitemradio', { name: /^linear/ }).click();
  await expect(explore.charts.getByRole('button', { name: 'Axis: linear' })).toBeVisible();
  expect(Object.fromEntries(explore.query)).toMatchObject({ curve: 'density', latency: 'self', axis: 'linear' });
  await expect(explore.charts.getByRole('img', { name: /^Distribution of the latency of 500 traces/ })).toBeVisible();
});

test('a button is as large after its menu was open as before', async ({ explore, page }) => {
  await explore.open();
  for (const name of ['Latency of: root span', 'Axis: log', 'Picture']) {
    const button = explore.charts.getByRole('button', { name, exact: true });
    const before = await button.boundingBox();
    await button.click();
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toBeHidden();
    expect(await button.boundingBox()).toEqual(before);
  }
});
