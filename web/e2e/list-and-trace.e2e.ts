import { expect, test } from './fixtures.ts';

test('sorting by duration puts the slowest on top, and they are 凶', async ({ explore }) => {
  await explore.open();
  await explore.list.getByRole('columnheader', { name: 'Duration' }).getByRole('button').click();
  await expect(explore.list).toContainText(/500, (slowest|fastest) first/);
  if (await explore.list.getByText('500, fastest first').isVisible()) {
    await explore.list.getByRole('columnheader', { name: 'Duration' }).getByRole('button').click();
  }
  await explore.expectListed(500, 'slowest first');
  await expect(explore.rows.first()).toContainText('omikuji=凶');
  expect(explore.query.get('sort')).toBe('-duration');
});

test('j, k and Enter open a trace, Esc closes it and gives the focus back', async ({ explore, page }) => {
  await explore.open({ sort: '-duration' });
  await explore.expectListed(500, 'slowest first');
  await expect(explore.rows.nth(2)).toBeVisible();
  for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
  const current = explore.rows.nth(1);
  await expect(current).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(explore.drawer).toBeVisible();

  await test.step('the drawer shows where the time went, and marks 凶', async () => {
    const spans = explore.drawer.getByRole('treegrid', { name: 'Spans' });
    await expect(spans.getByRole('row')).toHaveCount(3);
    const carrier = spans.getByRole('row').filter({ hasText: '/omikuji' });
    await expect(carrier).toHaveAttribute('aria-selected', 'true');
    await expect(carrier).toContainText('highlighted');
    await expect(spans.getByRole('row').filter({ hasText: '/handler' })).not.toContainText('highlighted');
    const details = explore.drawer.getByRole('region', { name: 'demo /omikuji' });
    await expect(details.getByText('残念でした')).toBeVisible();
    await expect(details.getByRole('term').filter({ hasText: 'omikuji' })).toContainText('highlighted');
    await expect(details.getByText('凶', { exact: true })).toBeVisible();
    await expect(details.getByRole('term').filter({ hasText: 'self time' })).toBeVisible();
  });
  await test.step('j goes on to the next trace', async () => {
    const first = explore.query.get('trace');
    await page.keyboard.press('j');
    await expect.poll(() => explore.query.get('trace')).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(() => explore.query.get('trace')).toBe(first);
  });
  await page.keyboard.press('Escape');
  await expect(explore.drawer).toBeHidden();
  await expect(current).toBeFocused();
});

test('a trace has a page of its own, which can be loaded anew', async ({ explore, page }) => {
  await explore.open({ sort: '-duration' });
  await explore.rows.first().click();
  await explore.drawer.getByRole('link', { name: 'Full page' }).click();
  await expect(page).toHaveURL(/\/trace\/[0-9a-f]{32}\?/);
  const title = page.getByRole('heading', { level: 1, name: 'demo /handler' });
  await expect(title).toBeVisible();
  await page.reload();
  await expect(title).toBeVisible();
  await expect(page.getByRole('treegrid', { name: 'Spans' }).getByRole('row')).toHaveCount(3);
});

test('the way back from a trace reads nothing anew', async ({ explore, page }) => {
  await explore.open({ not: 'event:omikuji=凶' });
  await explore.expectListed(416);
  const asked = explore.spanRequests.length;
  await explore.rows.first().click();
  await explore.drawer.getByRole('link', { name: 'Full page' }).click();
  await page.getByRole('link', { name: 'All traces' }).click();
  await explore.expectListed(416);
  expect(explore.spanRequests).toHaveLength(asked);
});

test.describe('a trace that cannot be shown', () => {
  test.use({ allowedErrors: [/Failed to load resource: .* 40[04] /] });

  test('says that an id is malformed, and what an id looks like', async ({ explore, page }) => {
    await explore.goTo('/trace/not-an-id');
    await expect(page.getByRole('alert')).toContainText('This is not a trace id');
    await expect(page.getByRole('alert')).toContainText('1 to 32 hexadecimal digits');
    await page.getByRole('alert').getByRole('link', { name: 'All traces' }).click();
    await explore.expectSentence(/^凶 traces take/);
  });

  test('says that Jaeger has no such trace, and what to do', async ({ explore, page }) => {
    await explore.goTo('/trace/00000000000000000000000000000abc');
    await expect(page.getByRole('alert')).toContainText('Jaeger has no such trace');
    await expect(page.getByRole('alert').getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  test('says so in the drawer of a link to it', async ({ explore }) => {
    await explore.open({ trace: 'abc' });
    await expect(explore.drawer.getByRole('alert')).toContainText('Jaeger has no such trace');
    await expect(explore.sentence).toHaveText(/^凶 traces take/);
  });
});
