import { expect, test } from './fixtures.ts';

test('possibly: what points one way but is not sure is said with its interval', async ({ explore }) => {
  await explore.open({ service: 'maybe' });
  await expect(explore.finding.getByText('Possibly slower', { exact: true })).toBeVisible();
  await explore.expectSentence(/^凶 traces are possibly slower, by .* \[.*\]\.$/);
  await expect(explore.valueRow('凶')).toContainText('Possibly slower');
});

test('no difference found', async ({ explore }) => {
  await explore.open({ service: 'even' });
  await expect(explore.finding.getByText('No difference found', { exact: true })).toBeVisible();
  await explore.expectSentence('No difference found between 凶 and the rest.');
});

test('too few: 5 凶 of 60 are no ground for a verdict', async ({ explore }) => {
  await explore.open({ service: 'few' });
  await expect(explore.finding.getByText('Too few', { exact: true })).toBeVisible();
  await explore.expectSentence('Only 5 凶 traces: too few to say.');
  await expect(explore.valueRow('凶')).toContainText('Too few');
});

test('nothing to compare: in the first days of January every draw is 大吉', async ({ explore }) => {
  await explore.open({ service: 'new-year' });
  await expect(explore.finding.getByText('Nothing to compare', { exact: true })).toBeVisible();
  await explore.expectSentence('All 50 traces have omikuji=大吉.');
  await explore.expectListed(50);
});

test('no traces in the range: the page says so, and offers a longer one', async ({ explore, page }) => {
  await explore.goTo('/?service=old');
  await explore.expectSentence(/^No trace of old between \d\d:\d\d and \d\d:\d\d$|^No trace of old between .+ and .+$/);
  await expect(page.getByText('Jaeger answered, and knows the service.')).toBeVisible();
  await page.getByRole('button', { name: 'Last 2 days' }).click();
  await explore.expectListed(20);
  expect(explore.query.get('last')).toBe('2d');
});

test('no traces of an operation: the page offers all of them', async ({ explore, page }) => {
  await explore.open({ service: 'demo', operation: '/nowhere' });
  await explore.expectSentence(/^No trace of demo \/nowhere /);
  await page.getByRole('button', { name: 'All operations' }).click();
  await explore.expectSentence(/^凶 traces take/);
});

test('an unknown service is told from an empty one', async ({ explore, page }) => {
  await explore.open({ service: 'nobody' });
  await explore.expectSentence(/^No trace of nobody /);
  await expect(page.getByText('Jaeger answered, but does not know this service.')).toBeVisible();
  await page.getByRole('button', { name: 'Service nobody' }).click();
  await page.getByRole('option', { name: 'demo', exact: true }).click();
  await explore.expectSentence(/^凶 traces take/);
});

test('filters that leave nothing are told, and can be taken back', async ({ explore }) => {
  await explore.open({ only: 'event:omikuji=末吉' });
  await explore.expectSentence('The filters leave no trace.');
  await explore.filters.getByRole('button', { name: 'Clear all' }).click();
  await explore.expectListed(500);
});
