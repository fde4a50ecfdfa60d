import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { tableFromIPC } from '@uwdata/flechette';
import { decodeLegacyTrace } from '#core/jaeger/decode-legacy-trace.ts';
import { expect, test } from './fixtures.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const STEM = /^kuji-demo-\d{8}T\d{6}Z-\d{8}T\d{6}Z-/;

/** What is saved by pressing there. */
async function saved(page: Page, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  expect(download.suggestedFilename()).toMatch(STEM);
  return download;
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

test('the spans of all traces are saved as an Arrow file', async ({ explore, page, seeded }) => {
  await explore.open();
  await explore.expectListed(500);
  const menu = await explore.openExport();
  const item = menu.getByRole('button', { name: 'Spans as Arrow' });
  await expect(item).toHaveAccessibleDescription('the 500 traces shown, for DuckDB, pandas and Polars');
  const download = await saved(page, () => item.click());
  await expect(menu.getByRole('status')).toHaveText(`Saved as ${download.suggestedFilename()}`);

  expect(download.suggestedFilename()).toMatch(/-spans\.arrow$/);
  const arrow = tableFromIPC(await bytesOf(download));
  expect(arrow.numRows).toBe(1000);
  const ids: ReadonlySet<string> = new Set(arrow.getChild('trace_id').toArray());
  const draws = seeded.traces.slice(0, 500).map(({ id }) => id);
  expect([...ids].sort()).toEqual(draws.sort());
  const events: readonly string[] = [...arrow.getChild('events').toArray()];
  expect(events.filter((text) => text.includes('"omikuji":"凶"'))).toHaveLength(84);
});

test('with a pick, only its traces are saved, as Jaeger JSON', async ({ explore, page, seeded }) => {
  const { from, to } = seeded.range;
  await explore.open({ pick: `${from},${to},900000,2000000` });
  await expect(explore.list).toContainText('84 picked of 500, newest first');
  const menu = await explore.openExport();
  const item = menu.getByRole('button', { name: 'Traces as Jaeger JSON' });
  await expect(item).toHaveAccessibleDescription(/^the 84 picked of 500 traces, /);
  const download = await saved(page, () => item.click());

  expect(download.suggestedFilename()).toMatch(/-traces\.json$/);
  const { data } = JSON.parse((await bytesOf(download)).toString('utf8'));
  const fortunes = data.map((trace: unknown) => decodeLegacyTrace(trace).spans[1]?.events[0]?.attributes[0]?.value);
  expect(fortunes).toEqual(Array(84).fill('凶'));
});

test('the table of values is saved as CSV, from the table and from the menu', async ({ explore, page }) => {
  await explore.open();
  await explore.expectListed(500);
  const download = await saved(page, () => explore.values.getByRole('button', { name: 'CSV' }).click());
  expect(download.suggestedFilename()).toMatch(/-values\.csv$/);
  const text = (await bytesOf(download)).toString('utf8');
  const [header, first, ...rest] = text.split('\r\n');
  expect(header).toMatch(/^\uFEFFvalue,kind,is_highlight,is_included,n,share,p50_us,/);
  expect(first).toMatch(/^凶,value,true,true,84,0\.168,\d+(\.\d+)?,.*,clearly-slower$/);
  expect(rest).toHaveLength(4);

  const menu = await explore.openExport();
  const again = await saved(page, () => menu.getByRole('button', { name: 'Table of values as CSV' }).click());
  expect((await bytesOf(again)).toString('utf8')).toBe(text);
});

test('finding and table are copied as Markdown, by keyboard alone', async ({ explore, page }) => {
  await explore.open();
  await explore.expectListed(500);
  const button = explore.coverage.getByRole('button', { name: 'Export' });
  await button.focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('dialog', { name: 'Export' });
  await expect(menu.getByRole('button', { name: 'Copy finding and table as Markdown' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(menu.getByRole('status')).toHaveText('Copied');
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/凶.*traces take/);
  expect(text).toMatch(/^\| 凶 ◆ \| 84 \| .* \| Clearly slower \|$/m);
  expect(text).toMatch(/from=\d+&to=\d+/);

  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(button).toBeFocused();
});

test('leaving the menu by Escape leaves a pick alone', async ({ explore, page, seeded }) => {
  const { from, to } = seeded.range;
  await explore.open({ pick: `${from},${to},900000,2000000` });
  await expect(explore.list).toContainText('84 picked of 500, newest first');
  await explore.openExport();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeHidden();
  await expect(explore.list).toContainText('84 picked of 500, newest first');
});
