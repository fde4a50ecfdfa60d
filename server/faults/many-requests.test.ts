import { afterEach, expect, it } from 'vitest';
import { startFaultyUpstream } from './testing/faulty-upstream.ts';
import { HELD_TRACES } from './testing/healthy-jaeger.ts';
import { startKujiProcess } from './testing/kuji-process.ts';
import { OWN_FAULTS } from './testing/own-faults.ts';
import { PROCESS_TEST_MILLIS } from './testing/process-test-millis.ts';
import { askSpans, type SpansOutcome } from './testing/started-kuji.ts';

const REQUESTS = 1000;

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

it(
  `${OWN_FAULTS.manyRequests.name}: are answered, or turned away at once; none is lost, and Kuji stays there`,
  async () => {
    const upstream = await startFaultyUpstream();
    cleanups.push(() => upstream.close());
    const kuji = await startKujiProcess({
      env: { PORT: '0', JAEGER_QUERY_URL: upstream.url.href, LOG_LEVEL: 'info' },
    });
    cleanups.push(() => kuji.end('SIGKILL'));

    const asking = Array.from({ length: REQUESTS }, () => askSpans(kuji.origin, 'demo'));
    expect((await fetch(`${kuji.origin}/healthz`)).status).toBe(200);
    const outcomes = await Promise.all(asking);
    const words = Object.entries(Object.groupBy(outcomes, wordOf));
    const numbers = Object.fromEntries(words.map(([word, those]) => [word, those?.length ?? 0]));
    expect(Object.keys(numbers).sort()).toEqual([`${HELD_TRACES.length} traces`, '503 overloaded'].sort());
    expect(numbers[`${HELD_TRACES.length} traces`]).toBeGreaterThanOrEqual(70);

    expect(wordOf(await askSpans(kuji.origin, 'demo'))).toBe(`${HELD_TRACES.length} traces`);
    const linesOfSpans = () => kuji.log().match(/^.*"level":30.*\/api\/spans/gm)?.length;
    await expect.poll(linesOfSpans).toBe(REQUESTS + 1);
    expect(kuji.log()).not.toMatch(/"level":[56]0/);
  },
  PROCESS_TEST_MILLIS,
);

function wordOf(outcome: SpansOutcome): string {
  return outcome.kind === 'slice' ? `${outcome.traceIds.length} traces` : `${outcome.status} ${outcome.code}`;
}
