import { v3ResourceSpans } from '#core/testing/v3-body.ts';
import { buildTrace } from '#core/trace/build-trace.ts';
import type { Trace } from '#core/trace/trace.ts';
import { addMicros, MILLISECOND, type Micros, SECOND, type UnixMicros } from '#core/units.ts';

/** The limit that the traces are read with: there are ten times as many of `pairs` and `fans`. */
export const LIMIT = 20;

/** What is sent to each storage. All of it is made up, and the same in every run but for its time. */
export interface StorageTraces {
  /** 10 × limit traces of two spans, one each 50 ms. */
  readonly pairs: readonly Trace[];
  /** 10 × limit traces of ten spans, one each 50 ms. */
  readonly fans: readonly Trace[];
  /** Three times the limit within a millisecond: no window is short enough. */
  readonly burst: readonly Trace[];
  /** Draws with a fortune as an event's attribute, by region; 凶 takes a second. */
  readonly draws: readonly Trace[];
}

const FORTUNES = ['凶', '吉', '中吉', '大吉', '大吉', '吉'] as const;
const REGIONS = ['eu', 'us'] as const;
const DRAWS = 60;

export function storageTraces(start: UnixMicros): StorageTraces {
  const many = (service: string, series: number, spans: number, every: Micros, count: number): readonly Trace[] =>
    Array.from({ length: count }, (_, n) => fan(service, series * 10_000 + n, addMicros(start, n * every), spans));
  return {
    pairs: many('pairs', 1, 2, 50 * MILLISECOND, 10 * LIMIT),
    fans: many('fans', 2, 10, 50 * MILLISECOND, 10 * LIMIT),
    // Jaeger's index on Cassandra keeps one span of a service per microsecond and bucket: these have one each.
    burst: many('burst', 3, 2, 5, 3 * LIMIT),
    draws: Array.from({ length: DRAWS }, (_, n) => draw(40_000 + n, addMicros(start, n * 200 * MILLISECOND))),
  };
}

export function fortuneOf(n: number): (typeof FORTUNES)[number] {
  return FORTUNES[n % FORTUNES.length]!;
}

/** Every fortune falls in every region. */
export function regionOf(n: number): (typeof REGIONS)[number] {
  return REGIONS[Math.floor(n / FORTUNES.length) % REGIONS.length]!;
}

/** A root and its children. */
function fan(service: string, number: number, start: UnixMicros, spans: number): Trace {
  return traceOf(
    number,
    Array.from({ length: spans }, (_, span) => ({
      service,
      operation: span === 0 ? 'root' : `step ${span}`,
      start: addMicros(start, span),
      duration: 100,
    })),
  );
}

function draw(number: number, start: UnixMicros): Trace {
  const n = number % 10_000;
  const fortune = fortuneOf(n);
  const duration = fortune === '凶' ? SECOND : 50;
  return traceOf(number, [
    {
      service: 'demo',
      operation: '/handler',
      start,
      duration: duration + 20,
      tags: { region: regionOf(n), method: 'GET', path: regionOf(n) === 'us' ? 'a.b*c[' : 'a.bbc[' },
    },
    { service: 'demo', operation: '/omikuji', start: addMicros(start, 10), duration, fortune },
  ]);
}

interface SpanPlan {
  readonly service: string;
  readonly operation: string;
  readonly start: UnixMicros;
  readonly duration: Micros;
  readonly tags?: Readonly<Record<string, string>>;
  readonly fortune?: string;
}

function traceOf(number: number, plans: readonly SpanPlan[]): Trace {
  const spanId = (span: number): string => (number * 100 + span + 1).toString(16).padStart(16, '0');
  const text = (key: string, value: string) => ({ key, type: 'string' as const, value });
  return buildTrace(
    (number + 1).toString(16).padStart(32, '0'),
    plans.map(({ service, operation, start, duration, tags = {}, fortune }, span) => ({
      id: spanId(span),
      parentId: span === 0 ? '' : spanId(0),
      resource: { service, attributes: [] },
      operation,
      kind: span === 0 ? ('server' as const) : ('internal' as const),
      start,
      end: addMicros(start, duration),
      isError: false,
      attributes: Object.entries(tags).map(([key, value]) => text(key, value)),
      events: fortune === undefined ? [] : [{ name: 'draw', at: start, attributes: [text('omikuji', fortune)] }],
      links: [],
      warnings: [],
    })),
  );
}

const TRACES_PER_REQUEST = 100;

/** Sends traces as OTLP JSON. */
export async function sendTraces(otlpUrl: string, traces: readonly Trace[]): Promise<void> {
  for (let at = 0; at < traces.length; at += TRACES_PER_REQUEST) {
    const resourceSpans = traces.slice(at, at + TRACES_PER_REQUEST).flatMap(v3ResourceSpans);
    const response = await fetch(`${otlpUrl}/v1/traces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ resourceSpans }),
    });
    if (!response.ok) throw new Error(`the collector answered ${response.status}: ${await response.text()}`);
    await response.bytes();
  }
}
