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
  if (!isObject(parsed) || !('data' in parsed)) return { ...answer, body: parsed ?? answer.body };
  return { ...answer, body: comparableEnvelope(parsed, phase === 'byid') };
}

function comparableEnvelope(envelope: Json, withWarnings: boolean): Json {
  const { data, total } = envelope;
  if (!Array.isArray(data)) return envelope;
  const known = data.filter((item) => item !== 'jaeger');
  return {
    ...envelope,
    total: typeof total === 'number' && total > 0 ? total - (data.length - known.length) : total,
    data: known.some(isTrace) ? known.map((trace) => comparableTrace(trace, withWarnings)) : sorted(known),
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

function isTrace(value: unknown): boolean {
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
