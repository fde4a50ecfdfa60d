import { expect, test } from './fixtures.ts';

test('the slowest tenth is compared with the others by what it has more often', async ({ explore, page }) => {
  await explore.open();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('menuitem', { name: /^The slowest/ }).click();
  await explore.expectSentence(/^A traces take/);
  await expect(explore.finding).toContainText('A was chosen by its latency: that it is slower says nothing.');
  const more = page.getByRole('region', { name: 'What A has more often' });
  await expect(more.getByRole('row', { name: /omikuji=凶/ })).toContainText('100');
  await page.getByRole('region', { name: 'Comparison' }).getByRole('button', { name: 'Stop comparing' }).click();
  await explore.expectSentence(/^凶 traces take/);
});

test('after an instant is compared with before, and the link shows the same', async ({ explore, page }) => {
  await explore.open();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Before and after/ }).click();
  await expect(page.getByRole('region', { name: 'The two sides' })).toContainText('after');
  await expect(page.getByRole('textbox', { name: 'Instant' }).or(page.getByLabel('Instant'))).toBeVisible();
  expect(explore.query.get('split')).toMatch(/^instant:\d+$/);
  await page.reload();
  await expect(page.getByRole('region', { name: 'The two sides' })).toContainText('before');
});

test('two values are compared with one another', async ({ explore }) => {
  await explore.open();
  await explore.choose('吉', 'Compare 凶 with this value');
  await expect(explore.filters).toContainText('omikuji is 凶 or 吉');
  await explore.expectSentence(/^凶 traces take/);
  await expect(explore.valueRow('大吉')).toContainText('left out');
});
