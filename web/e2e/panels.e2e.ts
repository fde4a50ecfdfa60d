import { readFile } from 'node:fs/promises';
import { demoTraces } from '#core/testing/demo-traces.ts';
import { addMicros, MINUTE, SECOND, unixMicrosFromMillis } from '#core/units.ts';
import { expect, test } from './fixtures.ts';
import { ExplorePage } from './testing/explore-page.ts';
import { startSeededJaeger } from './testing/seeded-jaeger.ts';
import { startKuji } from './testing/start-kuji.ts';

const TRACES = 300;

/** Draws at many seats: 9 by the tag `seat`, 30 by the tag `chair`. */
const many = test.extend<{ readonly explore: ExplorePage }>({
  explore: async ({ page }, use) => {
    const now = unixMicrosFromMillis(Date.now());
    const draws = demoTraces({ seed: 5, traces: TRACES, start: addMicros(now, -5 * MINUTE), every: SECOND / 2 });
    const seated = draws.map((trace, i) => ({
      ...trace,
      spans: trace.spans.map((span) => ({
        ...span,
        attributes: [
          { key: 'seat', type: 'string', value: `seat ${i % 9}` } as const,
          { key: 'chair', type: 'string', value: `chair ${i % 30}` } as const,
        ],
      })),
    }));
    const jaeger = await startSeededJaeger(seated);
    const kuji = await startKuji({ JAEGER_QUERY_URL: jaeger.queryUrl });
    await use(new ExplorePage(page, { url: kuji.url, range: { from: addMicros(now, -10 * MINUTE), to: now } }));
    await kuji.close();
    await jaeger.close();
  },
});

many('a key with many values has a panel for each, read at one duration', async ({ explore, page }) => {
  await explore.open({ by: 'tag:seat' });
  await expect(explore.charts.getByRole('img', { name: /^Distribution .* 300 traces, 9 panels/ })).toBeVisible();
  const cursor = explore.charts.getByRole('slider', { name: 'Duration to read shares at' });
  await cursor.focus();
  await page.keyboard.press('End');
  await expect(cursor).toHaveAttribute('aria-valuetext', /^at or below .*: seat \d 100\s%(, seat \d 100\s%){8}$/);

  await explore.charts.getByRole('button', { name: 'Panels: by value' }).click();
  await page.getByRole('menuitemradio', { name: /^one / }).click();
  await expect(explore.charts.getByRole('img', { name: /Other \(2\)/ })).toBeVisible();
  expect(explore.query.get('panels')).toBe('one');
});

many('beyond 24 values the smallest are one panel, and nobody is missing', async ({ explore }) => {
  await explore.open({ by: 'tag:chair' });
  await expect(explore.charts.getByRole('img', { name: /^Distribution .* 300 traces, 25 panels/ })).toBeVisible();
  await explore.charts.getByRole('button', { name: 'Show as table' }).click();
  const rows = explore.charts.getByRole('region', { name: 'Latencies by value' }).getByRole('row');
  await expect(rows).toHaveCount(26);
  await expect(rows.filter({ hasText: 'Other (6)' })).toContainText('60');
});

many('a range of durations is picked in any panel', async ({ explore, page }) => {
  await explore.open({ by: 'tag:seat' });
  const cursor = explore.charts.getByRole('slider', { name: 'Duration to read shares at' });
  const place = (await cursor.boundingBox())!;
  const yPx = place.y + 200;
  await page.mouse.move(place.x + place.width * 0.3, yPx);
  await page.mouse.down();
  await page.mouse.move(place.x + place.width * 0.35, yPx, { steps: 3 });
  await page.mouse.up();
  await expect(explore.list).toContainText(/picked of 300/);
  await cursor.click();
  await explore.expectListed(TRACES);
});

many('all panels are taken away as one picture', async ({ explore, page }) => {
  await explore.open({ by: 'tag:seat', curve: 'density' });
  await explore.charts.getByRole('button', { name: 'Picture' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save as SVG' }).click(),
  ]);
  const svg = await readFile(await download.path(), 'utf8');
  for (let seat = 0; seat < 9; seat++) expect(svg).toContain(`seat ${seat}`);
  expect(svg).not.toContain('var(');
});

many('a histogram is read as a table of its bars', async ({ explore }) => {
  await explore.open({ by: 'event:omikuji', curve: 'histogram' });
  await explore.charts.getByRole('button', { name: 'Show as table' }).click();
  const table = explore.charts.getByRole('region', { name: 'Latencies by value' });
  await expect(table.getByRole('columnheader').nth(1)).toContainText('凶');
  const counts = await table
    .getByRole('cell')
    .evaluateAll((cells) => cells.map((cell) => Number.parseInt(cell.textContent || '0', 10)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(TRACES);
});
