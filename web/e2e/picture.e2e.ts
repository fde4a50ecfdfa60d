import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

/** The first bytes of every PNG. */
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

test('the distribution is saved as SVG that stands on its own, and as PNG', async ({ explore, page }) => {
  await explore.open();
  const save = async (item: string): Promise<Buffer> => {
    await explore.charts.getByRole('button', { name: 'Picture' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ]);
    return await readFile(await download.path());
  };
  const svg = (await save('Save as SVG')).toString();
  expect(svg).toContain('凶 traces take');
  expect(svg).toContain('read completely');
  expect(svg).not.toMatch(/var\(--|class=/);
  const png = await save('Save as PNG');
  expect(png.subarray(0, 4)).toEqual(PNG);
  expect(png.length).toBeGreaterThan(20_000);
});

test('the chart over time is a picture with its legend', async ({ explore, page }) => {
  await explore.open({ tab: 'time' });
  await explore.charts.getByRole('button', { name: 'Picture' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save as SVG' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/-time\.svg$/);
  expect((await readFile(await download.path())).toString()).toContain('◆ 凶 84');
});
