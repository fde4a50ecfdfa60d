import { expect, test } from './fixtures.ts';
import type { ExplorePage } from './testing/explore-page.ts';

async function openQuantiles(explore: ExplorePage) {
  await explore.open({ tab: 'time' });
  await explore.charts.getByRole('radio', { name: 'p50, p95' }).check();
  const cursor = explore.charts.getByRole('slider', { name: 'Part of the time to read quantiles at' });
  await expect(cursor).toBeVisible();
  return cursor;
}

test('p50 and p95 of every value over time are read by keyboard', async ({ explore, page }) => {
  const cursor = await openQuantiles(explore);
  const name = /^p50 and p95 of the latency of 500 traces, every \S+ (s|min), /;
  await expect(explore.charts.getByRole('img', { name })).toBeVisible();
  await expect(explore.charts).toContainText(
    /p50 thick, p95 thin, every .*; band: 95 % interval; gap: fewer than 6 traces/,
  );
  await cursor.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(cursor).toHaveAttribute(
    'aria-valuetext',
    /^[\d:]+–[\d:]+; 凶: (no trace|\d+ traces?, (too few|p50 \S+\s\S+ \[.*\], p95 \S+\s\S+ \[.*)); /,
  );
  expect(explore.query.get('over')).toBe('quantiles');
});

test('the table has a row for every value and part, which add up to all traces', async ({ explore }) => {
  await openQuantiles(explore);
  await explore.charts.getByRole('button', { name: 'Show as table' }).click();
  const table = explore.charts.getByRole('region', { name: 'Quantiles over time' });
  const rows = table.getByRole('row').filter({ hasText: '–' });
  await expect(rows.first()).toBeVisible();
  const cells = await rows.getByRole('cell').allTextContents();
  const perRow = await rows.evaluateAll((all) => all.map((row) => Number(row.querySelectorAll('td')[2]?.textContent)));
  expect(perRow.reduce((sum, n) => sum + n, 0)).toBe(500);
  expect(cells.filter((text) => text === '凶').length).toBeGreaterThan(1);
});

test('a part that is picked narrows the list, and the link keeps it', async ({ explore, page }) => {
  const cursor = await openQuantiles(explore);
  await cursor.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  const told = (await cursor.getAttribute('aria-valuetext')) ?? '';
  const traces = [...told.matchAll(/: (\d+) traces?,/g)].reduce((sum, match) => sum + Number(match[1]), 0);
  expect(traces).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  await expect(explore.list).toContainText(`${traces} picked of 500`);
  await expect(explore.charts.getByRole('group', { name: 'Picked box' })).toBeFocused();
  await page.reload();
  await expect(explore.list).toContainText(`${traces} picked of 500`);
  await expect(explore.charts.getByRole('radio', { name: 'p50, p95' })).toBeChecked();
  await explore.charts.getByRole('group', { name: 'Picked box' }).press('Escape');
  await explore.expectListed(500);
});

test('a click picks the part under the pointer', async ({ explore, page }) => {
  const cursor = await openQuantiles(explore);
  const place = (await cursor.boundingBox())!;
  await page.mouse.move(place.x + place.width * 0.9, place.y + place.height * 0.7);
  await page.mouse.click(place.x + place.width * 0.9, place.y + place.height * 0.7);
  await expect(explore.list).toContainText(/picked of 500/);
});
