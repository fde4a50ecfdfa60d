import { expect, test } from './fixtures.ts';
import { ExplorePage } from './testing/explore-page.ts';

test('filtering by a value changes all that is shown, and asks the server nothing', async ({ explore }) => {
  await explore.open();
  await explore.expectListed(500);
  const asked = explore.spanRequests.length;

  await test.step('leave 凶 out', async () => {
    await explore.choose('凶', 'Leave this value out');
    await explore.expectListed(416);
    await expect(explore.filters).toContainText('416 of 500 traces');
    await expect(explore.filters).toContainText('omikuji is not 凶');
    await expect(explore.finding.getByText('Clearly slower', { exact: true })).toBeHidden();
    await expect(explore.charts.getByRole('img', { name: /^Distribution of the latency of 416 traces/ })).toBeVisible();
  });
  await test.step('what is left out keeps its place and its count', async () => {
    await expect(explore.valueRow('凶').getByRole('cell').first()).toHaveText('84');
    await expect(explore.valueRow('凶')).toContainText('left out');
  });
  await test.step('put it back', async () => {
    await explore.choose('凶', 'Put it back');
    await explore.expectListed(500);
    await expect(explore.filters).toBeHidden();
    await expect(explore.finding.getByText('Clearly slower', { exact: true })).toBeVisible();
  });
  await test.step('only 凶', async () => {
    await explore.choose('凶', 'Only this value');
    await explore.expectListed(84);
    await explore.expectSentence('All 84 traces have omikuji=凶.');
    await explore.filters.getByRole('button', { name: 'Clear all' }).click();
    await explore.expectListed(500);
  });
  expect(explore.spanRequests).toHaveLength(asked);
});

test('filters compose, stand in the URL, and follow the history', async ({ explore, browser, seeded }) => {
  await explore.open();
  await explore.choose('大吉', 'Leave this value out');
  await expect(explore.filters).toContainText('omikuji is not 大吉');
  const counts = explore.filters.getByRole('status');
  const withoutBest = await counts.textContent();
  await explore.key('weather').click();
  await explore.choose('rain', 'Only this value');
  await expect(explore.filters).toContainText('weather is rain');
  await expect(counts).not.toHaveText(withoutBest ?? '');
  const withBoth = (await counts.textContent()) ?? '';
  expect(explore.query.getAll('not')).toEqual(['event:omikuji=大吉']);
  expect(explore.query.getAll('only')).toEqual(['tag:weather=rain']);

  await test.step('back and forward', async () => {
    await explore.page.goBack();
    await expect(counts).toHaveText(withoutBest ?? '');
    await expect(explore.filters).not.toContainText('weather');
    await explore.page.goForward();
    await expect(counts).toHaveText(withBoth);
  });
  await test.step('the link shows the same to somebody else', async () => {
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' });
    const other = new ExplorePage(await context.newPage(), seeded);
    await other.page.goto(explore.page.url());
    await expect(other.filters.getByRole('status')).toHaveText(withBoth);
    await expect(other.filters).toContainText('omikuji is not 大吉');
    await expect(other.key('weather')).toHaveAttribute('aria-selected', 'true');
    await context.close();
  });
});

test('a filter is removed by its own button', async ({ explore }) => {
  await explore.open({ not: 'event:omikuji=凶', only: 'tag:weather=rain' });
  await expect(explore.filters).toContainText('omikuji is not 凶');
  await explore.filters.getByRole('button', { name: 'Remove the filter: weather is rain' }).click();
  await explore.expectListed(416);
});
