import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

function language(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.lang);
}

test.describe('a Japanese browser', () => {
  test.use({ locale: 'ja-JP' });

  test('starts in Japanese, and changes to English and back', async ({ explore, page }) => {
    await explore.open();
    await explore.expectSentence(/^凶 のトレースは 1\.0\d\ss 遅く、差はすべて demo \/omikuji 内です。$/);
    await expect(page.getByText('明らかに遅い', { exact: true }).first()).toBeVisible();
    expect(await language(page)).toBe('ja');

    await page.getByRole('button', { name: 'English' }).click();
    await explore.expectSentence(/^凶 traces take/);
    expect(await language(page)).toBe('en');

    await page.reload();
    await explore.expectSentence(/^凶 traces take/);
    await page.getByRole('button', { name: '日本語' }).click();
    await explore.expectSentence(/差はすべて demo \/omikuji 内です。/);
    expect(await language(page)).toBe('ja');
  });

  test('reads a trace in Japanese', async ({ explore, page }) => {
    await explore.open();
    await page.getByRole('region', { name: 'トレース', exact: true }).getByRole('row').nth(1).click();
    await expect(page.getByRole('dialog').getByRole('treegrid')).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('button', { name: '閉じる' })).toBeVisible();
  });
});

test('colours follow the system, and can be changed for good', async ({ explore, page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await explore.open();
  await explore.expectListed(500);
  const light = await background();

  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.getByRole('button', { name: 'Light colours' })).toBeVisible();
  const dark = await background();
  expect(dark).not.toBe(light);

  await page.getByRole('button', { name: 'Light colours' }).click();
  await expect.poll(background).toBe(light);
  await page.reload();
  await explore.expectListed(500);
  expect(await background()).toBe(light);
});
