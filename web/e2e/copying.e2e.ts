import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ExplorePage } from './testing/explore-page.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

test('the finding is copied as Markdown, with its numbers and a link to its times', async ({ explore, page }) => {
  await explore.open();
  await explore.expectListed(500);
  await explore.finding.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(explore.finding.getByRole('button', { name: 'Copied' })).toBeVisible();
  const text = await clipboard(page);
  expect(text).toMatch(/凶.*traces take/);
  expect(text).toContain('84');
  expect(text).toMatch(/from=\d+&to=\d+/);
});

test('a look-back is shared as a link to exactly these times', async ({ explore, page, seeded }) => {
  await explore.goTo('/');
  await explore.expectListed(500);
  await explore.coverage.getByRole('button', { name: 'Copy link' }).click();
  await page.getByRole('button', { name: 'Copy link to exactly these times' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const link = new URL(await clipboard(page));
  expect(link.origin).toBe(seeded.url);
  expect(link.search).toMatch(/from=\d+&to=\d+/);

  const other = new ExplorePage(await page.context().newPage(), seeded);
  await other.page.goto(link.href);
  await other.expectListed(500);
});
