import { demoTraces } from '#core/testing/demo-traces.ts';
import { addMicros, MINUTE, unixMicrosFromMillis } from '#core/units.ts';
import { expect, test } from './fixtures.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a moment with more traces than the limit is said to be cut, wherever numbers rest on it', async ({
  explore,
  seeded,
  page,
}) => {
  const start = addMicros(unixMicrosFromMillis(Date.now()), -2 * MINUTE);
  const burst = demoTraces({ seed: 9, traces: 40, start, every: 1 }).map((trace) => ({
    ...trace,
    resources: trace.resources.map((resource) => ({ ...resource, service: 'burst' })),
  }));
  await seeded.jaeger.send(burst);
  await explore.goTo('/?service=burst&limit=10');
  await expect(explore.coverage).toContainText(/cut at the limit of 10/);
  await expect(explore.coverage).not.toContainText('read completely');
  await expect(explore.finding).toContainText('Rests on a cut sample');
  await expect(explore.finding).toContainText('arbitrary ones on Cassandra');
  for (const part of [explore.values, explore.list]) {
    await part.getByRole('button', { name: 'a cut sample' }).focus();
    await expect(page.getByRole('tooltip')).toContainText('the newest on memory and search servers');
  }
  await explore.finding.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(explore.finding.getByRole('button', { name: 'Copied' })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('- Rests on a cut sample');
  expect(text).toContain('cut at the limit of 10');
});
