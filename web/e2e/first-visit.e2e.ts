import { expect, test } from './fixtures.ts';

test('a first visit says what 凶 costs, and how sure that is', async ({ explore }) => {
  await explore.goTo('/');
  await test.step('in a sentence', async () => {
    await explore.expectSentence(/^凶 traces take 1\.0\d\ss longer, all of it inside demo \/omikuji\.$/);
    await expect(explore.finding.getByText('Clearly slower', { exact: true })).toBeVisible();
  });
  await test.step('with its numbers and their doubt', async () => {
    const facts = explore.finding.getByRole('list').first().getByRole('listitem');
    await expect(facts).toHaveText([
      /^84 of 500 traces$/,
      /^median 1\.0\d\ss against 2\d\d\sµs$/,
      /^shift 1\.00\d\ss \[1\.00\d, 1\.00\d\]$/,
      /^slower in every pair \[9\d\.\d, 100\]$/,
      /^p < 10/,
    ]);
    await expect(explore.finding).toContainText('against the other 416 traces');
  });
  await test.step('of the service demo, though another comes first by name', async () => {
    await expect(explore.page.getByRole('button', { name: 'Service demo' })).toBeVisible();
    await expect(explore.coverage).toContainText(/500 traces · .* read completely/);
  });
});

test('the table of values gives each value its n and its verdict', async ({ explore }) => {
  await explore.open();
  const cells = (value: string) => explore.valueRow(value).getByRole('cell');
  await expect(cells('凶').first()).toHaveText('84');
  await expect(cells('凶').last()).toHaveText('Clearly slower');
  const others = ['大吉', '吉', '中吉'];
  for (const value of others) await expect(cells(value).last()).toHaveText('no difference found');
  const counts = await Promise.all(others.map((value) => cells(value).first().textContent()));
  expect(counts.map(Number).reduce((sum, n) => sum + n)).toBe(416);
});

test('the list marks 凶 in words, not by colour alone', async ({ explore }) => {
  await explore.open();
  await explore.expectListed(500);
  const bad = explore.rows.filter({ hasText: 'omikuji=凶' });
  await expect(bad.first()).toContainText('highlighted');
  await expect(explore.rows.filter({ hasText: 'omikuji=大吉' }).first()).not.toContainText('highlighted');
});
