import { expect, test } from './fixtures.ts';

test('more traces than a request may ask for are read in several', async ({ explore }) => {
  await explore.open({ limit: '50' });
  await expect(explore.coverage).toContainText(/500 traces · .* read completely, \d+ requests/);
  await explore.expectListed(500);
  expect(explore.spanRequests.length).toBeGreaterThanOrEqual(10);
});

test('reading stops when it is told to, and goes on when it is told to', async ({ explore, page }) => {
  // From the second slice on, requests wait for the reader of this test.
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/api/spans?*', async (route) => {
    if (explore.spanRequests.length > 1) await released;
    await route.continue();
  });
  await explore.open({ limit: '50' });
  await expect(explore.coverage).toContainText(/\d+ traces so far/);
  await expect.poll(() => explore.spanRequests.length).toBe(2);
  await explore.coverage.getByRole('button', { name: 'Stop' }).click();
  release();
  const readOn = explore.coverage.getByRole('button', { name: 'Read on' });
  await expect(readOn).toBeVisible();
  await expect(explore.coverage).toContainText('not read');
  await expect(explore.finding).toContainText('Rests on a part of the traces');
  expect(explore.spanRequests).toHaveLength(2);

  await readOn.click();
  await expect(explore.coverage).toContainText(/500 traces · .* read completely/);
  await expect(explore.finding).not.toContainText('Rests on a part of the traces');
});

test('a look-back is chosen from a list', async ({ explore }) => {
  await explore.goTo('/');
  const field = await explore.openTimeField();
  await field.getByRole('button', { name: '1 h', exact: true }).click();
  await expect(field).toBeHidden();
  await explore.expectListed(500);
  expect(explore.query.get('last')).toBe('1h');
  await expect(explore.page.getByRole('button', { name: 'Time last 1 h' })).toBeVisible();
});

test('exact times are typed; a start after the end is told at the field', async ({ explore, seeded }) => {
  await explore.goTo('/');
  await explore.expectListed(500);
  const field = await explore.openTimeField();
  const text = (micros: number) => new Date(micros / 1000).toISOString().slice(0, 19);
  await field.getByLabel('From').fill(text(seeded.range.to));
  await field.getByLabel('To').fill(text(seeded.range.from));
  await field.getByRole('button', { name: 'Apply' }).click();
  await expect(field.getByRole('alert')).toHaveText('The end must be later than the start');
  await expect(field.getByLabel('To')).toHaveAttribute('aria-invalid', 'true');
  expect(explore.query.has('from')).toBe(false);

  await field.getByLabel('From').fill(text(seeded.range.from));
  await field.getByLabel('To').fill(text(seeded.range.to));
  await field.getByRole('button', { name: 'Apply' }).click();
  await expect(field).toBeHidden();
  expect(explore.query.has('from')).toBe(true);
  await explore.expectListed(500);
});

test('a limit out of range is told at the field and not taken', async ({ explore }) => {
  await explore.open();
  const field = await explore.openTimeField();
  const limit = field.getByLabel('Traces per request');
  for (const wrong of ['0', '1501', 'many', '']) {
    await limit.fill(wrong);
    await expect(field.getByRole('alert')).toHaveText(/^A whole number from 1 to 1\s500$/);
    await limit.press('Enter');
    expect(explore.query.has('limit')).toBe(false);
  }
  await limit.fill('100');
  await limit.press('Enter');
  await expect.poll(() => explore.query.get('limit')).toBe('100');
});

test('a link whose parameters make no sense opens the page at its defaults', async ({ explore }) => {
  await explore.goTo('/?from=9&to=1&limit=1e9&sort=colour&by=nonsense&tab=map&box=1,2&pick=x&trace=../secret');
  await explore.expectSentence(/^凶 traces take/);
  await explore.expectListed(500);
});
