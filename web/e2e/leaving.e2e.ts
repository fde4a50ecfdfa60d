import { silent } from '../../server/jaeger-query/testing/fake-upstream.ts';
import { test } from './fixtures.ts';
import { ExplorePage } from './testing/explore-page.ts';
import { onSearches, startFaultyJaeger } from './testing/faulty-jaeger.ts';
import { startKuji } from './testing/start-kuji.ts';

/** Longer than any of these stories: who is gone has left by itself. */
const NEVER_MS = '600000';

const WAYS: readonly (readonly [name: string, leave: (explore: ExplorePage) => Promise<void>])[] = [
  [
    'another service',
    async ({ page }) => {
      await page.getByRole('button', { name: 'Service demo' }).click();
      await page.getByRole('option', { name: 'few' }).click();
    },
  ],
  ['another page', ({ page }) => page.close()],
  ['a click on Stop', ({ coverage }) => coverage.getByRole('button', { name: 'Stop' }).click()],
];

for (const [name, leave] of WAYS) {
  test(`with ${name}, Jaeger is left at once`, async ({ page, seeded }) => {
    const jaeger = await startFaultyJaeger(seeded.jaeger.queryUrl);
    const kuji = await startKuji({ JAEGER_QUERY_URL: jaeger.url, KUJI_UPSTREAM_TIMEOUT_MS: NEVER_MS });
    const { promise: isSearched, resolve: search } = Promise.withResolvers<void>();
    jaeger.behave(
      onSearches(seeded.jaeger.queryUrl, (request, response) => {
        search();
        return silent(request, response);
      }),
    );
    const explore = new ExplorePage(page, kuji);
    await explore.goTo('/?service=demo');
    await isSearched;
    await leave(explore);
    await jaeger.left;
    await kuji.close();
    await jaeger.close();
  });
}
