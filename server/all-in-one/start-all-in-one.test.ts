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
