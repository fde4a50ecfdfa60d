import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HrTime, SpanKind } from '@opentelemetry/api';
import { AlwaysOnSampler, InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { afterEach, describe, expect, it } from 'vitest';
import { handleDraw } from './handle-draw.ts';

const NOON = new Date(2026, 10, 25, 12).getTime();

/** A fortune teller whose clock moves 0.01 ms at every look and by the whole sleep when it sleeps. */
async function startTeller(lot: number, start: number) {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({
    sampler: new AlwaysOnSampler(),
    spanProcessors: [new SimpleSpanProcessor({ exporter })],
  });
  let now = start;
  const effects = {
    tracer: provider.getTracer('test'),
    clock: () => (now += 0.01),
    random: () => lot / 6,
    sleep: async (millis: number) => {
      now += millis;
    },
  };
  const server = createServer((request, response) => void handleDraw(effects, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push(server);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, exporter };
}

const running: Server[] = [];

afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

/** Microseconds since the start of the clock. */
const micros = ([seconds, nanos]: HrTime): number => Math.round((seconds * 1000 - NOON) * 1000 + nanos / 1000);

describe('GET /', () => {
  it('draws 凶, sleeps, and leaves a trace of two spans with the event after the sleep', async () => {
    const { url, exporter } = await startTeller(0, NOON);
    const response = await fetch(url);
    expect(await response.text()).toBe('運勢は[凶]です');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');

    const [omikuji, handler] = exporter.getFinishedSpans();
    const { traceId, spanId } = handler!.spanContext();
    expect(response.headers.get('traceresponse')).toBe(`00-${traceId}-${spanId}-01`);
    expect(handler).toMatchObject({ name: '/handler', kind: SpanKind.SERVER, events: [] });
    expect(handler!.parentSpanContext).toBeUndefined();
    expect(omikuji).toMatchObject({
      name: '/omikuji',
      kind: SpanKind.INTERNAL,
      parentSpanContext: { traceId, spanId },
      events: [{ name: '残念でした', attributes: { omikuji: '凶' } }],
    });
    const times = [
      handler!.startTime,
      omikuji!.startTime,
      omikuji!.events[0]!.time,
      omikuji!.endTime,
      handler!.endTime,
    ];
    expect(times.map(micros)).toEqual([10, 20, 1_000_040, 1_000_050, 1_000_060]);
  });

  it('takes some ten microseconds when the lot is a good one', async () => {
    const { url, exporter } = await startTeller(5, NOON);
    expect(await (await fetch(url)).text()).toBe('運勢は[大吉]です');
    const [omikuji, handler] = exporter.getFinishedSpans();
    expect(omikuji!.events).toMatchObject([{ name: 'いいですね', attributes: { omikuji: '大吉' } }]);
    expect(micros(handler!.endTime) - micros(handler!.startTime)).toBe(50);
  });

  it('is kind on New Year', async () => {
    const { url, exporter } = await startTeller(0, new Date(2027, 0, 1).getTime());
    expect(await (await fetch(`${url}/?again`)).text()).toBe('運勢は[大吉]です');
    expect(exporter.getFinishedSpans()[0]?.events).toMatchObject([{ name: 'お正月は大吉' }]);
  });
});

it('answers 404 to another path and 405 to another method, without a trace', async () => {
  const { url, exporter } = await startTeller(0, NOON);
  expect((await fetch(`${url}/favicon.ico`)).status).toBe(404);
  const posted = await fetch(url, { method: 'POST', body: 'x' });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET']);
  expect(exporter.getFinishedSpans()).toEqual([]);
});
