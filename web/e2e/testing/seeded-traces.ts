import { demoTraces } from '#core/testing/demo-traces.ts';
import type { Attribute, Span, Trace } from '#core/trace/trace.ts';
import { addMicros, MILLISECOND, type Micros, SECOND, type UnixMicros } from '#core/units.ts';

export const DRAWS = 500;
/** Of 500 draws 84 are 凶. */
const SEED = 41;
const EVERY: Micros = 500 * MILLISECOND;
/** The last draw is over when its page is opened. */
const SINCE_LAST: Micros = 5 * SECOND;
/** Beyond every range that reaches back less than two days. */
const LONG_AGO: Micros = 5 * 3600 * SECOND;

/**
 * Draws under one service each, so that every state of the finding has its own:
 *
 *     demo      500 draws, 84 凶, each a second longer; one in three on a rainy day (tag `weather` on `/handler`)
 *     few        60 draws,  5 凶
 *     even      200 draws,  fortunes dealt out without regard to latency
 *     maybe      56 draws,  8 凶, slower than most but not by much
 *     new-year   50 draws, all 大吉
 *     old        20 draws, five hours ago
 *     apples     20 draws, and the first by name
 */
export function seededTraces(now: UnixMicros): readonly Trace[] {
  const draws = demoTraces({
    seed: SEED,
    traces: DRAWS,
    start: addMicros(now, -SINCE_LAST - DRAWS * EVERY),
    every: EVERY,
  });
  const bad = draws.filter((trace) => fortuneOf(trace) === '凶');
  const good = draws.filter((trace) => fortuneOf(trace) !== '凶');
  return [
    ...draws.map(withWeather),
    ...copies([...bad.slice(0, 5), ...good.slice(0, 55)], 'few', '1'),
    ...copies(
      good.slice(0, 200).map((trace, i) => withFortune(trace, i % 6 === 0 ? '凶' : '吉')),
      'even',
      '2',
    ),
    ...copies(slightlySlow(good.slice(0, 56)), 'maybe', '3'),
    ...copies(good.filter((trace) => fortuneOf(trace) === '大吉').slice(0, 50), 'new-year', '4'),
    ...copies(
      good.slice(0, 20).map((trace) => ({ ...trace, start: addMicros(trace.start, -LONG_AGO) })),
      'old',
      '5',
    ),
    ...copies(good.slice(0, 20), 'apples', '6'),
  ];
}

/** What was drawn. */
export function fortuneOf(trace: Trace): string | undefined {
  return trace.spans[1]?.events[0]?.attributes[0]?.value;
}

/** Fortunes by place in the order of latency: 凶 stands rather at the slow end, but not only there. */
function slightlySlow(traces: readonly Trace[]): readonly Trace[] {
  const byLatency = traces.toSorted((a, b) => a.spans[0]!.duration - b.spans[0]!.duration);
  return byLatency.map((trace, rank) => withFortune(trace, MAYBE_RANKS.has(rank) ? '凶' : '吉'));
}

const MAYBE_RANKS: ReadonlySet<number> = new Set([18, 30, 34, 40, 43, 47, 50, 54]);

function withWeather(trace: Trace, index: number): Trace {
  const weather: Attribute = { key: 'weather', type: 'string', value: index % 3 === 0 ? 'rain' : 'sun' };
  return withSpans(trace, (span, at) => (at === 0 ? { ...span, attributes: [...span.attributes, weather] } : span));
}

function withFortune(trace: Trace, fortune: string): Trace {
  const attributes: readonly Attribute[] = [{ key: 'omikuji', type: 'string', value: fortune }];
  return withSpans(trace, (span) => ({ ...span, events: span.events.map((event) => ({ ...event, attributes })) }));
}

function withSpans(trace: Trace, change: (span: Span, index: number) => Span): Trace {
  return { ...trace, spans: trace.spans.map(change) };
}

/** The same under another service, with ids of their own. */
function copies(traces: readonly Trace[], service: string, digit: string): readonly Trace[] {
  return traces.map((trace) => ({
    ...trace,
    id: digit + [...trace.id.slice(1)].reverse().join(''),
    resources: trace.resources.map((resource) => ({ ...resource, service })),
  }));
}
