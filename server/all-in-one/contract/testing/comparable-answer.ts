/** An answer over HTTP, reduced to what the contract compares. */
export interface RecordedAnswer {
  readonly status: number;
  readonly contentType: string | null;
  readonly nosniff: string | null;
  readonly location: string | null;
  readonly body: string;
}

type Json = Readonly<Record<string, unknown>>;

/** The answer without what may differ: see core/jaeger/recordings/README.md. A body that is no JSON stays as it is. */
export function comparable(answer: RecordedAnswer, phase: string): unknown {
  const parsed = parse(answer.body);
  if (!isObject(parsed)) return { ...answer, body: parsed ?? answer.body };
  if ('result' in parsed) return { ...answer, body: comparableOtlp(parsed) };
  for (const list of ['services', 'operations', 'summaries']) {
    const items = parsed[list];
    if (Array.isArray(items)) return { ...answer, body: { [list]: sorted(withoutJaeger(items)) } };
  }
  if (!('data' in parsed)) return { ...answer, body: parsed };
  return { ...answer, body: comparableEnvelope(parsed, phase) };
}

/** Phases whose traces came in together: 2.20 stores those of one batch in the order of a Go map, which is none. */
const WITHOUT_ORDER_OF_ARRIVAL: ReadonlySet<string> = new Set(['udp', 'http']);

/** As text, for the order of fields counts too. */
function comparableOtlp({ result }: Json): string {
  const { resourceSpans } = result as { readonly resourceSpans: readonly Json[] };
  const text = JSON.stringify(sorted(resourceSpans.map(withoutOrder)));
  // 2.20 adds the same warnings again at every read.
  return JSON.stringify(
    JSON.parse(text, (_, value: unknown) => (isWarnings(value) ? distinct(value) : value)),
    null,
    1,
  );
}

/** Spans and events in an order of our own, and warnings, which are an attribute here, behind the other attributes. */
function withoutOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOrder);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const inside = withoutOrder(item);
      if (!Array.isArray(inside)) return [key, inside];
      if (key === 'attributes') return [key, inside.toSorted((a, b) => Number(isWarnings(a)) - Number(isWarnings(b)))];
      return [key, key === 'spans' || key === 'events' ? sorted(inside) : inside];
    }),
  );
}

interface Warnings {
  readonly key: '@jaeger@warnings';
  readonly value: { readonly arrayValue: { readonly values: readonly Json[] } };
}

function isWarnings(value: unknown): value is Warnings {
  return isObject(value) && value.key === '@jaeger@warnings';
}

function distinct({ key, value }: Warnings): unknown {
  const texts = new Set(value.arrayValue.values.map((item) => JSON.stringify(item)));
  return { key, warnings: [...texts] };
}

/** The real one traces itself. */
function withoutJaeger(names: readonly unknown[]): readonly unknown[] {
  return names.filter((name) => name !== 'jaeger');
}

function comparableEnvelope(envelope: Json, phase: string): Json {
  const { data, total } = envelope;
  if (!Array.isArray(data)) return envelope;
  const known = withoutJaeger(data);
  const traces = known.filter(isTrace).map((trace) => comparableTrace(trace, phase === 'byid'));
  return {
    ...envelope,
    total: typeof total === 'number' && total > 0 ? total - (data.length - known.length) : total,
    data: traces.length === 0 ? sorted(known) : WITHOUT_ORDER_OF_ARRIVAL.has(phase) ? sorted(traces) : traces,
  };
}

function comparableTrace(trace: Json, withWarnings: boolean): Json {
  const processes = trace.processes as Readonly<Record<string, unknown>>;
  const spans = (trace.spans as readonly Json[]).map(({ processID, warnings, logs, ...span }) => ({
    ...span,
    process: processes[String(processID)],
    logs: sorted(logs as readonly unknown[]),
    ...(withWarnings ? { warnings } : {}),
  }));
  return withoutNegativeZero({ ...trace, processes: sorted(Object.values(processes)), spans: sorted(spans) }) as Json;
}

/** JSON as JavaScript writes it has no −0, and nobody misses it. */
function withoutNegativeZero(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function sorted(values: readonly unknown[]): readonly unknown[] {
  return values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

function isTrace(value: unknown): value is Json {
  return isObject(value) && 'spans' in value;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
