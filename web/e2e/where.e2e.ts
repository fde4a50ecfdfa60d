import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

test('the finding says in which span the difference is, and the rows add up to it', async ({ explore, page }) => {
  await explore.open();
  await explore.expectSentence(/^凶 traces take 1\.0\d\ss longer, all of it inside demo \/omikuji\.$/);
  await expect(explore.finding).toContainText(/> 99\.9\s%/);

  await page.getByRole('tab', { name: 'Where' }).click();
  const table = explore.charts.getByRole('table');
  await expect(explore.charts).toContainText(/The rows add up to \+1\.0\d*\ss exactly/);
  await expect(table.getByRole('row', { name: /demo \/omikuji/ })).toContainText(/\+1\.0\d*\ss/);
  expect(explore.query.get('tab')).toBe('where');
});

test('a row opens a trace like it, by keyboard too', async ({ explore, page }) => {
  await explore.open({ tab: 'where' });
  const open = explore.charts
    .getByRole('button', { name: /^Open a trace of 凶 like this: demo \/handler › demo \/omikuji$/ })
    .first();
  await open.focus();
  await page.keyboard.press('Enter');
  await expect(explore.drawer).toContainText('/omikuji');
});

test('after a comparison of drawn sides it speaks of them', async ({ explore, page }) => {
  await explore.open({ tab: 'where', split: 'box:0,9007199254740991,500000,9007199254740991' });
  await expect(explore.charts).toContainText('minus B (416)');
  await page.getByRole('tab', { name: 'Distribution' }).click();
  await explore.expectSentence(/^A traces take 1\.0\d\ss longer, all of it inside demo \/omikuji\.$/);
});

test('it is taken away as Markdown, as CSV and as a picture that stands on its own', async ({ explore, page }) => {
  await explore.open({ tab: 'where' });
  const save = async (press: () => Promise<void>): Promise<string> => {
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    expect(download.suggestedFilename()).toMatch(/-where\.(csv|svg)$/);
    return (await readFile(await download.path())).toString();
  };
  const csv = await save(() => explore.charts.getByTitle('Save these rows as CSV').click());
  expect(csv).toContain('demo /handler › demo /omikuji,demo,/omikuji,1,both,');
  const svg = await save(async () => {
    await explore.charts.getByRole('button', { name: 'Picture' }).click();
    await page.getByRole('menuitem', { name: 'Save as SVG' }).click();
  });
  expect(svg).toContain('凶 traces take');
  expect(svg).toContain('read completely');
  expect(svg).toContain('demo /omikuji');
  expect(svg).not.toMatch(/var\(--|class=/);
  await expect(explore.charts.getByRole('button', { name: 'Copy as Markdown' })).toBeVisible();
});

test('in print there is the table with the icicle, and nothing to press', async ({ explore, page }) => {
  await explore.open({ tab: 'where' });
  await expect(explore.charts.getByRole('row', { name: /demo \/omikuji/ })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(explore.charts.getByRole('row', { name: /demo \/omikuji/ })).toBeVisible();
  await expect(explore.charts.getByText('/omikuji', { exact: true }).last()).toBeVisible();
  for (const name of ['Picture', 'Copy as Markdown', 'What the figures mean: Where the difference is']) {
    await expect(explore.charts.getByRole('button', { name })).toBeHidden();
  }
});
