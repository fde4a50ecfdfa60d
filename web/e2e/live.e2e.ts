import type { ElementHandle } from '@playwright/test';
import { formatClock } from '#core/format/format-clock.ts';
import { demoTraces } from '#core/testing/demo-traces.ts';
import { NO_PARENT, type Span, type Trace } from '#core/trace/trace.ts';
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

test('while live, a late span completes a trace that is shown, and nothing flickers', async ({
  explore,
  seeded,
  page,
}) => {
  const isRoot = (span: Span) => span.parent === NO_PARENT;
  const [late] = draws(3, 1, addMicros(now(), -12 * SECOND), 'latecomers');
  await seeded.jaeger.send([late!], isRoot);
  await explore.goTo('/?service=latecomers&live=1');
  await explore.expectListed(1);
  const row = explore.rows.first();
  await expect(row.getByTitle('1 span', { exact: true })).toBeVisible();
  await row.focus();
  const element = await row.elementHandle();
  const shown = await textsOf(element!);

  await seeded.jaeger.send([late!], (span) => !isRoot(span));
  await expect(row.getByTitle('2 spans', { exact: true })).toBeVisible();
  await expect(row).toContainText('omikuji=');
  await expect(row).toBeFocused();
  expect(await element!.evaluate((node) => node.isConnected), 'it is the same row').toBe(true);
  const time = formatClock(late!.start, { zone: 'UTC', detail: 'millis' });
  for (const text of await shown()) expect(text).toContain(time);
  await explore.expectListed(1);
  expect(page.url()).not.toContain('trace=');
});

test('while live, a late span completes the trace in the drawer', async ({ explore, seeded }) => {
  const isRoot = (span: Span) => span.parent === NO_PARENT;
  const [late] = draws(4, 1, addMicros(now(), -12 * SECOND), 'sleepers');
  await seeded.jaeger.send([late!], isRoot);
  await explore.goTo('/?service=sleepers&live=1');
  await explore.rows.first().click();
  const spans = explore.drawer.getByRole('treegrid', { name: 'Spans' }).getByRole('row');
  await expect(spans.filter({ hasText: '/handler' })).toBeVisible();
  await expect(spans.filter({ hasText: '/omikuji' })).toBeHidden();
  await seeded.jaeger.send([late!], (span) => !isRoot(span));
  await expect(spans.filter({ hasText: '/omikuji' })).toBeVisible();
});

test('while live, a trace that can be read only 17 s after it began appears', async ({ explore, seeded }) => {
  await seeded.jaeger.send(draws(5, 1, addMicros(now(), -MINUTE), 'tortoises'));
  await explore.goTo('/?service=tortoises&live=1');
  await explore.expectListed(1);
  await expect.poll(() => explore.spanRequests.length).toBeGreaterThan(2);
  await seeded.jaeger.send(draws(6, 1, addMicros(now(), -17 * SECOND), 'tortoises'));
  await explore.expectListed(2);
});

test('while live, only the new end is asked for', async ({ explore }) => {
  await explore.goTo('/?live=1');
  await explore.expectListed(500);
  await expect(explore.coverage).toContainText('read completely');
  const asked = explore.spanRequests.length;
  await expect.poll(() => explore.spanRequests.length).toBeGreaterThan(asked + 1);
  for (const url of explore.spanRequests.slice(asked)) {
    const { searchParams } = new URL(url);
    expect(Number(searchParams.get('end')) - Number(searchParams.get('start'))).toBeLessThan(MINUTE);
  }
});

/** What an element says from now on, each time that it says something else. */
async function textsOf(element: ElementHandle<Node>): Promise<() => Promise<readonly string[]>> {
  const texts = await element.evaluateHandle((node) => {
    const said: string[] = [];
    new MutationObserver(() => said.push(node.textContent ?? '')).observe(node, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return said;
  });
  return () => texts.jsonValue();
}

function draws(seed: number, traces: number, start: UnixMicros, service = 'visitors'): readonly Trace[] {
  return demoTraces({ seed, traces, start }).map((trace) => ({
    ...trace,
    resources: trace.resources.map((resource) => ({ ...resource, service })),
  }));
}

function now(): UnixMicros {
  return unixMicrosFromMillis(Date.now());
}
