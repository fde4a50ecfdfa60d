import { buildTrace, type RawSpan } from '../trace/build-trace.ts';
import type { Attribute, Resource, SpanKind, Trace } from '../trace/trace.ts';
import { addMicros, type Micros, SECOND, type UnixMicros, unixMicros } from '../units.ts';
import { randomId } from './random-id.ts';
import { seededRandom } from './seeded-random.ts';

export interface RandomTracesOptions {
  readonly seed: number;
  readonly traces: number;
  /** Every trace has as many. */
  readonly spansPerTrace: number;
  /** Start of the first trace; default 2026-11-23T09:00:00Z. The next ones follow, a second apart on average. */
  readonly start?: UnixMicros;
}

const DEFAULT_START = unixMicros(1_795_424_400_000_000);

const SERVICES = ['gateway', 'cart', 'catalogue', 'payment', 'stock', 'mail'] as const;
const OPERATIONS = [
  'GET /',
  'GET /items/{id}',
  'POST /orders',
  'SELECT',
  'UPDATE',
  'publish',
  'render',
  'load',
] as const;
const KINDS: readonly SpanKind[] = ['server', 'client', 'internal', 'internal', 'producer', 'consumer', 'unspecified'];
const REGIONS = ['tokyo', 'osaka', '福岡'] as const;
const FORTUNES = ['大吉', '吉', '中吉', '凶'] as const;

/**
 * Traces like those of a small shop: a few services, annotations that repeat (`region`, `http.response.status_code`),
 * one that is different each time (`request.id`), events, errors, children that overlap and some that outlive their
 * parent. `region=福岡` is slow. All ids and times are whole and in order: nothing needs repair, and the same seed gives
 * the same traces.
 */
export function randomTraces(options: RandomTracesOptions): readonly Trace[] {
  return [...generateRandomTraces(options)];
}

/**
 * The same traces, one at a time. For benches: V8 takes a process that has built and kept thousands of traces for one that
 * keeps them, allocates the next ones among the old objects, and the same decoder is a third slower.
 */
export function* generateRandomTraces(options: RandomTracesOptions): Generator<Trace, void, undefined> {
  const random = seededRandom(options.seed);
  const processes = SERVICES.map((service, index) => randomResource(service, index));
  let start = options.start ?? DEFAULT_START;
  for (let made = 0; made < options.traces; made++) {
    const id = randomId(random, 32);
    yield buildTrace(id, randomSpans({ random, processes, start, spans: options.spansPerTrace }));
    start = addMicros(start, Math.floor(random() * 2 * SECOND));
  }
}

interface RandomSpansOptions {
  readonly random: () => number;
  readonly processes: readonly Resource[];
  readonly start: UnixMicros;
  readonly spans: number;
}

function randomSpans({ random, processes, start, spans: count }: RandomSpansOptions): readonly RawSpan[] {
  const region = pick(random, REGIONS);
  const ids = new Set<string>();
  while (ids.size < count) ids.add(randomId(random, 16));
  const spans: RawSpan[] = [];
  for (const id of ids) {
    const parent = spans[Math.floor(Math.sqrt(random()) * spans.length)];
    const place =
      parent === undefined
        ? { parentId: '', resource: processes[0]!, start, duration: rootDuration(random, region) }
        : placeWithin(random, parent, processes);
    spans.push(randomSpan(random, { id, region, ...place }));
  }
  return spans;
}

function rootDuration(random: () => number, region: (typeof REGIONS)[number]): Micros {
  return Math.round(logNormal(random, region === '福岡' ? 150_000 : 50_000, 0.5));
}

/** Somewhere within the parent; a few end after it. */
function placeWithin(random: () => number, parent: RawSpan, processes: readonly Resource[]): SpanPlace {
  const offset = Math.floor(random() * (parent.end - parent.start));
  const room = (parent.end - parent.start - offset) * (random() < 0.03 ? 2 : 1);
  return {
    parentId: parent.id,
    resource: random() < 0.5 ? parent.resource : pick(random, processes),
    start: addMicros(parent.start, offset),
    duration: Math.floor(random() * room),
  };
}

interface SpanPlace {
  readonly parentId: string;
  readonly resource: Resource;
  readonly start: UnixMicros;
  readonly duration: Micros;
}

interface SpanCore extends SpanPlace {
  readonly id: string;
  readonly region: string;
}

function randomSpan(random: () => number, core: SpanCore): RawSpan {
  const isError = random() < 0.02;
  const attributes: Attribute[] = [
    { key: 'region', type: 'string', value: core.region },
    { key: 'request.id', type: 'string', value: randomId(random, 16) },
    { key: 'http.response.status_code', type: 'int64', value: isError ? '500' : pick(random, ['200', '200', '201']) },
    { key: 'cache.hit', type: 'bool', value: random() < 0.7 ? 'true' : 'false' },
    { key: 'load', type: 'float64', value: String(Math.round(random() * 100) / 100) },
  ];
  if (isError) attributes.push({ key: 'error', type: 'bool', value: 'true' });
  const hasEvent = random() < 0.3;
  return {
    id: core.id,
    parentId: core.parentId,
    resource: core.resource,
    operation: pick(random, OPERATIONS),
    kind: pick(random, KINDS),
    start: core.start,
    end: addMicros(core.start, core.duration),
    isError,
    attributes,
    events: hasEvent ? [randomEvent(random, core)] : [],
    links: [],
    warnings: [],
  };
}

function randomEvent(random: () => number, core: SpanCore): RawSpan['events'][number] {
  return {
    name: pick(random, ['drawn', 'retry', 'cache miss']),
    at: addMicros(core.start, Math.floor(random() * core.duration)),
    attributes: [{ key: 'omikuji', type: 'string', value: pick(random, FORTUNES) }],
  };
}

function randomResource(service: string, index: number): Resource {
  return {
    service,
    attributes: [
      { key: 'host.name', type: 'string', value: `host-${index % 3}` },
      { key: 'service.version', type: 'string', value: `1.${index}.0` },
    ],
  };
}

function pick<T>(random: () => number, values: readonly T[]): T {
  return values[Math.floor(random() * values.length)]!;
}

/** A log-normal number with this median and this standard deviation of its logarithm (Box–Muller). */
function logNormal(random: () => number, median: number, sigma: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * Math.exp(sigma * normal);
}
