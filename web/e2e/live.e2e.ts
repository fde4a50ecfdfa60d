import { demoTraces } from '#core/testing/demo-traces.ts';
import type { Trace } from '#core/trace/trace.ts';
import { addMicros, MINUTE, SECOND, type UnixMicros, unixMicrosFromMillis } from '#core/units.ts';
import { expect, test } from './fixtures.ts';

test('while live, a new trace appears by itself, and nothing that was shown goes', async ({
  explore,
  seeded,
  page,
}) => {
  await seeded.jaeger.send(draws(1, 6, addMicros(now(), -MINUTE)));
  await explore.goTo('/?service=visitors');
  await explore.expectListed(6);
  const shown = await explore.rows.allTextContents();
  let navigations = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) navigations++;
  });

  await page.getByRole('switch', { name: 'Live' }).press('Space');
  expect(explore.query.get('live')).toBe('1');
  await seeded.jaeger.send(draws(2, 1, addMicros(now(), -2 * SECOND)));
  await explore.expectListed(7);
  expect((await explore.rows.allTextContents()).slice(1)).toEqual(shown);
  expect(navigations).toBe(0);
  await expect(explore.coverage).toContainText('7 traces');
});

function draws(seed: number, traces: number, start: UnixMicros): readonly Trace[] {
  return demoTraces({ seed, traces, start }).map((trace) => ({
    ...trace,
    resources: trace.resources.map((resource) => ({ ...resource, service: 'visitors' })),
  }));
}

function now(): UnixMicros {
  return unixMicrosFromMillis(Date.now());
}
