import { expect, test } from './fixtures.ts';
import { ExplorePage } from './testing/explore-page.ts';

test('only traces with a span that has the tags are read', async ({ explore }) => {
  await explore.open();
  await explore.expectListed(500);
  const form = await explore.openSpanFilter();
  await expect(form).toContainText('One span of the service has all the tags and lasts that long');
  const asked = explore.spanRequests.length;
  await form.getByLabel('Tags of the span').fill('omikuji=凶');
  await form.getByLabel('Tags of the span').press('Enter');
  await expect(form.getByRole('button', { name: 'Remove omikuji=凶' })).toBeVisible();
  expect(explore.spanRequests).toHaveLength(asked);

  await form.getByRole('button', { name: 'Apply' }).click();
  await expect(form).toBeHidden();
  await explore.expectListed(84);
  await explore.expectSentence('All 84 traces have omikuji=凶.');
  await expect(explore.coverage).toContainText(/84 traces · .* read completely, .* span filter omikuji=凶/);
  expect(explore.query.get('tags')).toBe('omikuji=凶');
  expect(new URL(explore.spanRequests.at(-1) ?? '').searchParams.get('tags')).toBe('omikuji=凶');

  await test.step('all conditions hold on one span: the weather is on another', async () => {
    const again = await explore.openSpanFilter();
    await again.getByLabel('Tags of the span').fill('weather=rain');
    await again.getByRole('button', { name: 'Apply' }).click();
    await explore.expectSentence(/^No trace of demo \(omikuji=凶, weather=rain\)/);
    await explore.page.getByRole('button', { name: 'Without the span filter' }).click();
    await explore.expectListed(500);
    expect(explore.query.has('tags')).toBe(false);
  });
});

test('only traces with a span that lasts that long are read', async ({ explore }) => {
  await explore.open();
  const form = await explore.openSpanFilter();
  await form.getByLabel('Span lasts at least').fill('900ms');
  await form.getByLabel('Span lasts at least').press('Enter');
  await explore.expectListed(84);
  expect(explore.query.get('min')).toBe('900ms');
  await expect(explore.page.getByRole('button', { name: /^Span filter ≥ 900\sms$/ })).toBeVisible();

  const again = await explore.openSpanFilter();
  await again.getByLabel('Span lasts at least').fill('');
  await again.getByLabel('at most').fill('0.9s');
  await again.getByRole('button', { name: 'Apply' }).click();
  await explore.expectListed(416);
  expect(explore.query.get('max')).toBe('900ms');
});

test('what is typed wrongly is told at its field, and nothing is asked', async ({ explore }) => {
  await explore.open();
  await explore.expectListed(500);
  const asked = explore.spanRequests.length;
  const form = await explore.openSpanFilter();
  const tags = form.getByLabel('Tags of the span');
  for (const [text, said] of [
    ['error', 'No value for “error”: write error=true or the like'],
    ['=true', 'No key before “=true”: write key=value'],
    ['note="a b', 'The quote does not end: "a'],
  ] as const) {
    await tags.fill(text);
    await form.getByRole('button', { name: 'Apply' }).click();
    await expect(form.getByRole('alert')).toHaveText(said);
    await expect(tags).toHaveAttribute('aria-invalid', 'true');
  }
  await tags.fill('');
  await form.getByLabel('Span lasts at least').fill('5');
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect(form.getByRole('alert')).toHaveText('Write it with a unit: 1.2s, 100ms or 500us');
  await form.getByLabel('Span lasts at least').fill('5s');
  await form.getByLabel('at most').fill('1s');
  await form.getByRole('button', { name: 'Apply' }).click();
  await expect(form.getByRole('alert')).toHaveText('Must not be less than the shortest');
  expect(explore.spanRequests).toHaveLength(asked);
  expect(explore.query.has('tags') || explore.query.has('min') || explore.query.has('max')).toBe(false);
});

test('a link with a span filter shows the same to somebody else, and the history goes back', async ({
  explore,
  browser,
  seeded,
}) => {
  await explore.open();
  await explore.expectListed(500);
  const form = await explore.openSpanFilter();
  await form.getByLabel('Tags of the span').fill('omikuji=凶');
  await form.getByLabel('Span lasts at least').fill('500us');
  await form.getByRole('button', { name: 'Apply' }).click();
  await explore.expectListed(84);

  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' });
  const other = new ExplorePage(await context.newPage(), seeded);
  await other.page.goto(explore.page.url());
  await other.expectListed(84);
  const otherForm = await other.openSpanFilter();
  await expect(otherForm.getByRole('button', { name: 'Remove omikuji=凶' })).toBeVisible();
  await expect(otherForm.getByLabel('Span lasts at least')).toHaveValue('500us');
  await context.close();

  await explore.page.goBack();
  await explore.expectListed(500);
  await explore.page.goForward();
  await explore.expectListed(84);
});

test('the span filter is used by keyboard alone', async ({ explore, page }) => {
  await explore.open();
  await explore.expectListed(500);
  const field = page.getByRole('button', { name: /^Span filter/ });
  await field.focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: /^Span filter/ });
  const tags = form.getByLabel('Tags of the span');
  await expect(tags).toBeFocused();
  await page.keyboard.type('weather=sun omikuji=');
  await page.keyboard.insertText('凶');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(form.getByRole('button', { name: 'Remove weather=sun' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tags).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
  await explore.expectListed(84);
  await expect(field).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(tags).toBeFocused();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await expect(field).toBeFocused();
  await explore.expectListed(84);
});
