import { expect, test } from './fixtures.ts';

test('choosing another key regroups everything', async ({ explore }) => {
  await explore.open();
  await explore.expectListed(500);
  const asked = explore.spanRequests.length;

  await test.step('the text of the event, which splits the traces alike and is found by a search', async () => {
    await explore.searchKeys('event name');
    await explore.key('event name').click();
    await expect(explore.valueRow('残念でした').getByRole('cell').first()).toHaveText('84');
    await explore.expectSentence(/^残念でした traces take 1\.0\d\ss longer, all of it inside demo \/omikuji\.$/);
  });
  await test.step('a tag', async () => {
    await explore.searchKeys('');
    await explore.key('weather').click();
    await expect(explore.valueRow('rain').getByRole('cell').first()).toHaveText('167');
    await expect(explore.valueRow('sun').getByRole('cell').first()).toHaveText('333');
    await expect(explore.finding.getByText('No difference found', { exact: true })).toBeVisible();
  });
  expect(explore.spanRequests).toHaveLength(asked);
});

test('highlighting another value makes the finding speak of it', async ({ explore }) => {
  await explore.open();
  await explore.choose('大吉', 'Highlight');
  await explore.expectSentence(/大吉/);
  await expect(explore.rows.filter({ hasText: 'omikuji=大吉' }).first()).toContainText('highlighted');
  await expect(explore.rows.filter({ hasText: 'omikuji=凶' }).first()).not.toContainText('highlighted');
  expect(explore.query.get('highlight')).toBe('大吉');

  await explore.page.getByRole('button', { name: /^Choose the highlighted value/ }).click();
  await explore.page.getByRole('option', { name: '凶 (84)' }).click();
  await explore.expectSentence(/^凶 traces take/);
});

test('the keys are ranked by what goes with latency', async ({ explore }) => {
  await explore.open();
  const first = explore.keys.getByRole('option').first();
  await expect(first).toContainText(/^omikuji 0\.(3|4)\d/);
  await expect(first).toContainText('same split as event name');
  await expect(explore.key('weather')).toContainText('no difference');
});

test('a value is found by typing, and chosen with its key', async ({ explore }) => {
  await explore.open();
  await explore.searchKeys('RAIN');
  await explore.keys.getByRole('option', { name: 'weather=rain' }).click();
  await explore.expectSentence(/rain/);
  expect(explore.query.get('by')).toBe('tag:weather');
  expect(explore.query.get('highlight')).toBe('rain');
});
