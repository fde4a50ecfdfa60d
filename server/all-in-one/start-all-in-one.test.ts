import { createSocket } from 'node:dgram';
import { expect, it } from 'vitest';
import { startAllInOne } from './start-all-in-one.ts';

const options = { host: '127.0.0.1', queryPort: 0, otlpHttpPort: 0, log: () => undefined };

it('passes on the error of a port that is taken, and leaves nothing listening', async () => {
  const first = await startAllInOne(options);
  const second = startAllInOne({ ...options, otlpHttpPort: first.otlpHttpPort });
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE', port: first.otlpHttpPort });
  await expect(startAllInOne({ ...options, queryPort: first.queryPort })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await first.close();
  const third = await startAllInOne({ ...options, queryPort: first.queryPort, otlpHttpPort: first.otlpHttpPort });
  expect(third.queryUrl).toBe(`http://127.0.0.1:${first.queryPort}`);
  await third.close();
});

it('passes on the error of a UDP port that is taken, and leaves nothing listening', async () => {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const { port } = socket.address();
  const first = await startAllInOne(options);
  await first.close();
  const taken = { ...options, queryPort: first.queryPort, thriftBinaryPort: port };
  await expect(startAllInOne(taken)).rejects.toMatchObject({ code: 'EADDRINUSE', port });
  await new Promise<void>((resolve) => void socket.close(() => resolve()));
  const again = await startAllInOne(taken);
  expect([again.queryPort, again.thriftBinaryPort]).toEqual([first.queryPort, port]);
  await again.close();
});

it('does not listen where it has no port', async () => {
  const jaeger = await startAllInOne(options);
  expect([jaeger.thriftHttpPort, jaeger.zipkinPort, jaeger.samplingPort]).toEqual([undefined, undefined, undefined]);
  await jaeger.close();
});

it('starts empty', async () => {
  const jaeger = await startAllInOne(options);
  expect(jaeger.counts()).toEqual({
    traces: 0,
    spans: 0,
    droppedTraces: 0,
    droppedSpans: 0,
    refusedSpans: 0,
    receivers: [{ name: 'otlp-http', port: jaeger.otlpHttpPort, messages: 0, rejected: 0, spans: 0 }],
  });
  await jaeger.close();
});
