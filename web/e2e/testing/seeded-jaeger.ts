import type { Span, Trace } from '#core/trace/trace.ts';
import { startAllInOne } from '../../../server/all-in-one/start-all-in-one.ts';
import { otlpBody } from './otlp-body.ts';

export interface SeededJaeger {
  readonly queryUrl: string;
  /** Sends more traces, or some of their spans, as an instrumented program does. */
  send(traces: readonly Trace[], isSent?: (span: Span) => boolean): Promise<void>;
  close(): Promise<void>;
}

/** A Jaeger on free ports that has received these traces over OTLP. */
export async function startSeededJaeger(traces: readonly Trace[]): Promise<SeededJaeger> {
  const jaeger = await startAllInOne({ host: '127.0.0.1', queryPort: 0, otlpHttpPort: 0, log: () => undefined });
  const send: SeededJaeger['send'] = async (more, isSent = () => true) => {
    const response = await fetch(new URL('/v1/traces', jaeger.otlpUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: otlpBody(more, isSent),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`The collector answered ${response.status}: ${await response.text()}`);
  };
  await send(traces);
  return { queryUrl: jaeger.queryUrl, send, close: jaeger.close };
}
