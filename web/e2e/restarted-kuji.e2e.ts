import { expect, test } from './fixtures.ts';
import { ExplorePage } from './testing/explore-page.ts';
import { startKuji } from './testing/start-kuji.ts';

// Whoever asks a server that is away, or just ending, is told so by the browser, too.
test.use({
  allowedErrors: [
    /Failed to load resource: (net::ERR_CONNECTION_(REFUSED|RESET)|the server responded with a status of 503)/,
  ],
});

test('a Kuji that goes down and comes back loses nothing that was shown, and is followed by itself while live', async ({
  page,
  seeded,
}) => {
  const first = await startKuji({ JAEGER_QUERY_URL: seeded.jaeger.queryUrl });
  const explore = new ExplorePage(page, { url: first.url, range: seeded.range });
  await explore.goTo('/?live=1');
  await explore.expectListed(500);

  await first.close();
  await expect(explore.banner).toContainText('Kuji’s server does not answer.');
  await expect(explore.banner).toContainText('The 500 traces read before are still here');
  await expect(explore.banner).not.toContainText('Jaeger');
  await explore.expectListed(500);

  const second = await startKuji({ JAEGER_QUERY_URL: seeded.jaeger.queryUrl, PORT: new URL(first.url).port });
  await expect(explore.banner).toBeHidden();
  await explore.expectListed(500);
  await second.close();
});
