import type { Page } from '@playwright/test';
import { expect, type Seeded, test } from './fixtures.ts';
import { ExplorePage } from './testing/explore-page.ts';
import { otherBuild } from './testing/other-build.ts';
import { startKuji } from './testing/start-kuji.ts';

// A part of the page that is gone is told by the browser, too: by a 404, and by the import that was for it.
test.use({ allowedErrors: [/a status of 404|Failed to fetch dynamically imported module/] });

/** Opens the page, then has the next version of Kuji answer at the same address. */
async function updateUnder(page: Page, { jaeger, range }: Seeded) {
  const other = await otherBuild();
  const before = await startKuji({ JAEGER_QUERY_URL: jaeger.queryUrl });
  const explore = new ExplorePage(page, { url: before.url, range });
  await explore.open({ only: 'event:omikuji=凶' });
  await explore.expectListed(84);
  await before.close();
  const after = await startKuji({ JAEGER_QUERY_URL: jaeger.queryUrl, PORT: new URL(before.url).port }, other.webRoot);
  const close = async (): Promise<void> => {
    await after.close();
    await other.remove();
  };
  return { explore, close };
}

test('a part of the page that is gone with an update is told, and the page can be loaded anew where it was', async ({
  page,
  seeded,
}) => {
  const { explore, close } = await updateUnder(page, seeded);
  const address = page.url();
  const loads: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads.push(request.url());
  });

  await explore.coverage.getByRole('button', { name: 'Export' }).click();
  await explore.expectSentence('Kuji was updated');
  expect(loads).toEqual([]);

  await page.getByRole('button', { name: 'Load it anew' }).click();
  await explore.expectListed(84);
  expect(page.url()).toBe(address);
  await expect(page.getByText('Kuji was updated')).toBeHidden();
  await close();
});

test('an answer of another version says so, be it readable or not, and what was read stays', async ({
  page,
  seeded,
}) => {
  const { explore, close } = await updateUnder(page, seeded);
  const notice = page.getByRole('alert').filter({ hasText: 'Load the page anew: what you look at is in its address.' });
  await expect(notice).toBeHidden();
  await explore.coverage.getByRole('button', { name: 'Read again' }).click();
  await expect(notice).toContainText('Kuji was updated');
  await expect(explore.banner).toBeHidden();
  await notice.getByRole('button', { name: 'Close' }).click();
  await expect(notice).toBeHidden();

  await page.route('**/api/spans?*', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: Buffer.concat([body, Buffer.of(1, 2, 3, 4)]) });
  });
  await explore.coverage.getByRole('button', { name: 'Read again' }).click();
  await expect(explore.banner).toContainText('Kuji was updated: this page cannot read its answer.');
  await expect(explore.banner).not.toContainText('Jaeger');
  await explore.expectListed(84);
  await close();
});

test('a page whose program does not come says what to do', async ({ page, seeded }) => {
  await page.route('**/assets/index-*.js', (route) => route.fulfill({ status: 404 }));
  await new ExplorePage(page, seeded).goTo('/');
  await expect(page.getByText('Kuji is loading. If this stays, load the page anew.')).toBeVisible();
});
