import { buildTrace, type RawSpan } from '../trace/build-trace.ts';
import type { Resource, SpanKind, Trace } from '../trace/trace.ts';
import { addMicros, type Micros, SECOND, type UnixMicros, unixMicros } from '../units.ts';
import { randomId } from './random-id.ts';
import { seededRandom } from './seeded-random.ts';

export interface DemoTracesOptions {
  readonly seed: number;
  readonly traces: number;
  /** Start of the first draw; default 2026-11-23T09:00:00Z. */
  readonly start?: UnixMicros;
  /** Between the starts of two draws; default 2 s. */
  readonly every?: Micros;
}

const DEFAULT_START = unixMicros(1_795_424_400_000_000);

/** Each fortune once per side of the die that gives it: 凶 comes in one draw of six. */
const DIE = ['大吉', '中吉', '中吉', '吉', '吉', '凶'] as const;

const MESSAGES: Readonly<Record<(typeof DIE)[number], string>> = {
  大吉: 'いいですね',
  中吉: 'まあまあでした',
  吉: 'そこそこでした',
  凶: '残念でした',
};

const RESOURCE: Resource = {
  service: 'demo',
  attributes: [{ key: 'service.version', type: 'string', value: '1.0.0' }],
};

/**
 * Draws of the omikuji app, oldest first:
 *
 *     demo /handler     |==========|
 *       demo /omikuji   | ======== |   with the event 残念でした {omikuji=凶} at its end
 *
 * 凶 sleeps for a second in `/omikuji`; every other fortune takes a few microseconds there and some hundred in
 * `/handler`.
 */
export function demoTraces(options: DemoTracesOptions): readonly Trace[] {
  const random = seededRandom(options.seed);
  const start = options.start ?? DEFAULT_START;
  const every = options.every ?? 2 * SECOND;
  return Array.from({ length: options.traces }, (_, draw) => demoTrace(random, addMicros(start, draw * every)));
}

function demoTrace(random: () => number, start: UnixMicros): Trace {
  const fortune = DIE[Math.floor(random() * DIE.length)]!;
  const handlerId = randomId(random, 16);
  const drawStart = addMicros(start, 2 + Math.floor(random() * 20));
  const drawDuration = fortune === '凶' ? SECOND + Math.floor(random() * 9_000) : 1 + Math.floor(random() * 12);
  const drawEnd = addMicros(drawStart, drawDuration);
  const end = addMicros(drawEnd, 60 + Math.floor(random() * 400));
  const handler = demoSpan({ id: handlerId, parentId: '', operation: '/handler', kind: 'server', start, end });
  const draw = demoSpan({
    id: randomId(random, 16),
    parentId: handlerId,
    operation: '/omikuji',
    kind: 'internal',
    start: drawStart,
    end: drawEnd,
  });
  const event = {
    name: MESSAGES[fortune],
    at: drawEnd,
    attributes: [{ key: 'omikuji', type: 'string', value: fortune } as const],
  };
  return buildTrace(randomId(random, 32), [handler, { ...draw, events: [event] }]);
}

interface DemoSpan {
  readonly id: string;
  readonly parentId: string;
  readonly operation: string;
  readonly kind: SpanKind;
  readonly start: UnixMicros;
  readonly end: UnixMicros;
}

function demoSpan(span: DemoSpan): RawSpan {
  return { ...span, resource: RESOURCE, isError: false, attributes: [], events: [], links: [], warnings: [] };
}
