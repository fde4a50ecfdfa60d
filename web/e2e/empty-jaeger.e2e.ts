import { demoTraces } from '#core/testing/demo-traces.ts';
import { addMicros, MINUTE, unixMicrosFromMillis } from '#core/units.ts';
import { test } from './fixtures.ts';
import { ExplorePage } from './testing/explore-page.ts';
import { startSeededJaeger } from './testing/seeded-jaeger.ts';
import { startKuji } from './testing/start-kuji.ts';

test('a Jaeger that knows nothing yet is told so, and its first traces are found', async ({ page }) => {
  const jaeger = await startSeededJaeger([]);
  const kuji = await startKuji({ JAEGER_QUERY_URL: jaeger.queryUrl });
  const explore = new ExplorePage(page, kuji);
  await explore.open();
  await explore.expectSentence('Jaeger knows no service yet');

  const start = addMicros(unixMicrosFromMillis(Date.now()), -MINUTE);
  await jaeger.send(demoTraces({ seed: 3, traces: 20, start }));
  await page.getByRole('main').getByRole('button', { name: 'Read again' }).click();
  await explore.expectListed(20);
  await kuji.close();
  await jaeger.close();
});
