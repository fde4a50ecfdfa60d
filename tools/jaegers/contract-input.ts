import { createSocket } from 'node:dgram';
import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import type { ContractJaeger } from './contract-backends.ts';

const RECORDINGS = new URL('../../core/jaeger/recordings/', import.meta.url);

/** The recorded OTLP requests that harm nobody: a NaN makes answers fail, an id of zeros hides traces. */
const OTLP = namesIn('otlp').filter((name) => /^[01]/.test(name));

/** The ids of all traces in the OTLP input. */
export function sentTraceIds(): readonly string[] {
  const requests = OTLP.map((name) => otlpRequest.parse(JSON.parse(read(`otlp/${name}`).toString())));
  const spans = requests.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
  );
  return [...new Set(spans.map(({ traceId }) => traceId.toLowerCase()))].sort();
}

const otlpRequest = z.object({
  resourceSpans: z.array(
    z.object({ scopeSpans: z.array(z.object({ spans: z.array(z.object({ traceId: z.string() })) })) }),
  ),
});

/** The draws that the article's client sent, by HTTP and by UDP: 60 each. */
export const CAPTURED_DRAWS = 60;
/** What was drawn, by HTTP alone and by both. */
export const DRAWN_BY_HTTP = { 凶: 13, 吉: 17, 中吉: 19, 大吉: 11 };
export const DRAWN = { 凶: 21, 吉: 38, 中吉: 36, 大吉: 25 };

/** Sends all input, as it was sent when it was recorded; by UDP only where there is an agent. */
export async function sendInput(inputs: NonNullable<ContractJaeger['inputs']>): Promise<void> {
  for (const name of OTLP) await post(`${inputs.otlpUrl}/v1/traces`, read(`otlp/${name}`), 'application/json');
  for (const name of namesIn('thrift-http')) {
    await post(`${inputs.thriftHttpUrl}/api/traces`, read(`thrift-http/${name}`), 'application/x-thrift');
  }
  if (inputs.thriftCompactPort === undefined) return;
  const socket = createSocket('udp4');
  try {
    for (const name of namesIn('thrift-udp')) {
      await new Promise<void>((resolve, reject) => {
        const done = (error: Error | null): void => (error === null ? resolve() : reject(error));
        socket.send(read(`thrift-udp/${name}`), inputs.thriftCompactPort, '127.0.0.1', done);
      });
    }
  } finally {
    socket.close();
  }
}

async function post(url: string, body: Buffer<ArrayBuffer>, contentType: string): Promise<void> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': contentType }, body });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  await response.bytes();
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(new URL(`${folder}/`, RECORDINGS)).toSorted();
}

function read(path: string): Buffer<ArrayBuffer> {
  return readFileSync(new URL(path, RECORDINGS));
}
