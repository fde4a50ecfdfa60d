import { expect, test } from './fixtures.ts';

test.beforeEach(async ({ explore }) => {
  await explore.open({ tab: 'time' });
  await expect(explore.charts.getByRole('img', { name: /^Latency over time of 500 traces/ })).toBeVisible();
});

test('a box is picked, moved and cleared by keyboard', async ({ explore }) => {
  const points = explore.charts.getByRole('slider', { name: 'Traces in the order of time' });
  await points.focus();
  await points.press('End');
  await expect(points).toHaveAttribute('aria-valuetext', /^\d\d:\d\d:\d\d\.\d{3}, .*\d\s(µs|ms|s), /);
  await points.press('Space');
  const box = explore.charts.getByRole('group', { name: 'Picked box' });
  await expect(box).toBeFocused();
  await expect(explore.charts).toContainText(/\d+ traces? picked/);
  await expect(explore.list).toContainText(/\d+ picked of 500, newest first/);

  const before = explore.query.get('pick');
  await box.press('ArrowLeft');
  await expect.poll(() => explore.query.get('pick')).not.toBe(before);
  await box.press('Escape');
  await expect(box).toBeHidden();
  await explore.expectListed(500);
});

test('a box is dragged with the mouse, and only its traces are kept', async ({ explore, page }) => {
  const asked = explore.spanRequests.length;
  const plot = await explore.charts.getByRole('slider', { name: 'Traces in the order of time' }).boundingBox();
  if (plot === null) throw new Error('The chart is not drawn.');
  await page.mouse.move(plot.x + 2, plot.y + 2);
  await page.mouse.down();
  await page.mouse.move(plot.x + plot.width / 2, plot.y + plot.height * 0.2);
  await page.mouse.move(plot.x + plot.width - 2, plot.y + plot.height * 0.3);
  await page.mouse.up();

  await expect(explore.charts).toContainText('84 traces picked');
  await expect(explore.charts).toContainText('all of them 凶');
  await expect(explore.list).toContainText('84 picked of 500, newest first');
  await explore.charts.getByRole('button', { name: 'Keep only these' }).click();
  await explore.expectListed(84);
  await expect(explore.filters).toContainText('84 of 500 traces');
  expect(explore.spanRequests).toHaveLength(asked);
});

test('Escape clears the box when the focus is elsewhere', async ({ explore, page }) => {
  const points = explore.charts.getByRole('slider', { name: 'Traces in the order of time' });
  await points.focus();
  await points.press('Home');
  await points.press('Space');
  await expect(explore.charts).toContainText(/traces? picked/);
  await explore.charts.getByRole('tab', { name: 'Over time' }).focus();
  await page.keyboard.press('Escape');
  await explore.expectListed(500);
});

test('the points are read as a table too', async ({ explore }) => {
  await explore.charts.getByRole('button', { name: 'Show as table' }).click();
  const table = explore.charts.getByRole('region', { name: 'Traces over time' });
  await expect(table.getByRole('row').filter({ hasText: '凶' }).first()).toBeVisible();
});
