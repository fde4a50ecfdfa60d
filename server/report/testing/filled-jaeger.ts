import { v3ResourceSpans } from '#core/testing/v3-body.ts';
import type { Trace } from '#core/trace/trace.ts';
import { type AllInOne, startAllInOne } from '../../all-in-one/start-all-in-one.ts';

/** An embedded Jaeger on free ports that holds these traces, sent to it as an exporter does. */
export async function startFilledJaeger(traces: readonly Trace[]): Promise<AllInOne> {
  const jaeger = await startAllInOne({ host: '127.0.0.1', queryPort: 0, otlpHttpPort: 0, log: () => undefined });
  const answer = await fetch(`${jaeger.otlpUrl}/v1/traces`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ resourceSpans: traces.flatMap(v3ResourceSpans) }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`the embedded Jaeger answers ${answer.status}: ${await answer.text()}`);
  return jaeger;
}
