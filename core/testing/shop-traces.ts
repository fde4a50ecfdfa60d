import { buildTrace, type RawSpan } from '../trace/build-trace.ts';
import type { Attribute, Resource, SpanKind, Trace } from '../trace/trace.ts';
import { addMicros, type Micros, SECOND, type UnixMicros, unixMicros } from '../units.ts';
import { randomId } from './random-id.ts';
import { seededRandom } from './seeded-random.ts';

const START = unixMicros(1_795_424_400_000_000);

interface Call {
  readonly service: string;
  readonly operation: string;
  readonly kind: SpanKind;
  /** Own work, µs, before chance has its say. */
  readonly work: Micros;
  /** The attributes that every such span has alike. */
  readonly constants: readonly Attribute[];
}

const CALLS: readonly Call[] = [
  call(
    'gateway',
    'POST /orders',
    'server',
    900,
    'http.request.method=POST http.route=/orders server.address=shop.example',
  ),
  call('cart', 'CartService/Get', 'server', 400, 'rpc.service=CartService rpc.method=Get server.address=cart.shop.svc'),
  call(
    'cart',
    'HGETALL',
    'client',
    300,
    'db.system=redis db.operation.name=HGETALL server.address=redis.shop.svc db.namespace=0',
  ),
  call(
    'catalogue',
    'GET /items/{id}',
    'server',
    700,
    'http.request.method=GET http.route=/items/{id} server.address=catalogue.shop.svc',
  ),
  call(
    'catalogue',
    'SELECT items',
    'client',
    1500,
    'db.system=postgresql db.operation.name=SELECT server.address=pg.shop.svc db.query.text=SELECT * FROM items WHERE id = $1',
  ),
  call(
    'payment',
    'Charge/Create',
    'server',
    2500,
    'rpc.service=Charge rpc.method=Create server.address=payment.shop.svc',
  ),
  call(
    'payment',
    'POST provider/charges',
    'client',
    40_000,
    'http.request.method=POST url.template=/v1/charges server.address=provider.example',
  ),
  call(
    'stock',
    'UPDATE stock',
    'client',
    2200,
    'db.system=postgresql db.operation.name=UPDATE server.address=pg.shop.svc db.query.text=UPDATE stock SET n = n - 1 WHERE id = $1',
  ),
];

/**
 * Traces as an instrumented shop writes them, for measuring: 6 or 7 attributes a span, most of them the same on every call of an operation, a
 * status that is nearly always 200, a thread name, the tenant of the trace, one event in three spans. About 850 bytes a span as
 * Jaeger's JSON. The same seed gives the same traces. One at a time, for the reason that `generateRandomTraces` has.
 */
export function* generateShopTraces(options: {
  readonly seed: number;
  readonly traces: number;
  readonly spansPerTrace: number;
}): Generator<Trace, void, undefined> {
  const random = seededRandom(options.seed);
  const resources = new Map(
    CALLS.map(({ service }) => [
      service,
      resourceOf(
        service,
        [1, 2, 3].map((host) => `${service}-${randomId(random, 16).slice(0, 9)}-${host}`),
      ),
    ]),
  );
  let start = START;
  for (let made = 0; made < options.traces; made++) {
    start = addMicros(start, Math.floor(random() * 2 * SECOND));
    // Within a trace, a service is called on one host.
    const hosts = new Map(
      Array.from(resources, ([service, all]) => [service, all[Math.floor(random() * all.length)]!]),
    );
    yield buildTrace(randomId(random, 32), shopSpans(random, hosts, start, options.spansPerTrace));
  }
}

function shopSpans(
  random: () => number,
  resources: ReadonlyMap<string, Resource>,
  start: UnixMicros,
  count: number,
): readonly RawSpan[] {
  const tenant = `tenant-${Math.floor(random() ** 2 * 40)}`;
  const root = randomId(random, 16);
  const spans: RawSpan[] = [];
  let at = addMicros(start, 200);
  for (let i = 1; i < count; i++) {
    const { service, operation, kind, work, constants } = CALLS[1 + Math.floor(random() * (CALLS.length - 1))]!;
    const duration = Math.round(work * Math.exp(0.4 * (random() + random() + random() - 1.5)));
    const isError = random() < 0.005;
    const previous = spans.at(-1);
    // Every other span is called by the one before it, and lies within it.
    const isNested = previous !== undefined && i % 2 === 0;
    const spanStart = isNested ? addMicros(previous.start, Math.round((previous.end - previous.start) * 0.2)) : at;
    const end = addMicros(spanStart, isNested ? Math.round((previous.end - previous.start) * 0.6) : duration);
    spans.push({
      id: randomId(random, 16),
      parentId: isNested ? previous.id : root,
      resource: resources.get(service)!,
      operation,
      kind,
      start: spanStart,
      end,
      isError,
      attributes: [
        ...constants,
        text('tenant', tenant),
        text('thread.name', `worker-${Math.floor(random() * 8)}`),
        text('status', isError ? '500' : '200'),
      ],
      events:
        i % 3 === 0
          ? [{ name: 'cache lookup', at: spanStart, attributes: [text('cache', random() < 0.24 ? 'miss' : 'hit')] }]
          : [],
      links: [],
      warnings: [],
    });
    if (!isNested) at = addMicros(end, Math.round(50 * random()));
  }
  const { service, operation, kind, work, constants } = CALLS[0]!;
  return [
    {
      id: root,
      parentId: '',
      resource: resources.get(service)!,
      operation,
      kind,
      start,
      end: addMicros(at, work),
      isError: false,
      attributes: [
        ...constants,
        text('tenant', tenant),
        text('request.id', randomId(random, 32)),
        text('status', '201'),
      ],
      events: [],
      links: [],
      warnings: [],
    },
    ...spans,
  ];
}

function call(service: string, operation: string, kind: SpanKind, work: Micros, constants: string): Call {
  // A space separates attributes, but for the text of a query.
  const attributes = constants
    .split(/ (?=[a-z.]+=)/)
    .map((pair) => text(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)));
  return { service, operation, kind, work, constants: attributes };
}

function resourceOf(service: string, hosts: readonly string[]): readonly Resource[] {
  return hosts.map((host) => ({
    service,
    attributes: [
      text('host.name', host),
      text('service.version', '3.14.1'),
      text('telemetry.sdk.language', 'go'),
      text('deployment.environment.name', 'production'),
    ],
  }));
}

function text(key: string, value: string): Attribute {
  return { key, type: 'string', value };
}
