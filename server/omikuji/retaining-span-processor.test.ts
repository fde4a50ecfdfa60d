import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import { InMemorySpanExporter, type ReadableSpan, type SpanExporter, TracerProvider } from '@opentelemetry/sdk-trace';
import { describe, expect, it, vi } from 'vitest';
import { RetainingSpanProcessor, type RetainingSpanProcessorOptions } from './retaining-span-processor.ts';

/** A collector that is there or away, or refuses. */
class Collector implements SpanExporter {
  state: 'there' | 'away' | 'refusing' | 'silent' = 'there';
  attempts = 0;
  readonly accepted: string[] = [];

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    this.attempts++;
    switch (this.state) {
      case 'there':
        this.accepted.push(...spans.map(({ name }) => name));
        done({ code: ExportResultCode.SUCCESS });
        return;
      case 'away':
        done({ code: ExportResultCode.FAILED, error: new Error('connect ECONNREFUSED') });
        return;
      case 'refusing':
        done({ code: ExportResultCode.FAILED, error: Object.assign(new Error('Bad Request'), { code: 400 }) });
        return;
      case 'silent':
    }
  }

  async shutdown(): Promise<void> {
    this.state = 'away';
  }
}

function start(options: Partial<RetainingSpanProcessorOptions> = {}) {
  const collector = new Collector();
  const said: string[] = [];
  // Waits end with the next turn of the event loop, or when they are called off.
  const sleep = (_millis: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      setImmediate(resolve);
      signal.addEventListener('abort', () => resolve());
    });
  const processor = new RetainingSpanProcessor({
    exporter: collector,
    sleep,
    log: (level, message, fields) => said.push(`${level}: ${message} ${JSON.stringify(fields)}`),
    ...options,
  });
  const tracer = new TracerProvider({ spanProcessors: [processor] }).getTracer('test');
  const finish = (...names: readonly string[]): void => {
    for (const name of names) tracer.startSpan(name).end();
  };
  return { collector, processor, said, finish };
}

describe('RetainingSpanProcessor', () => {
  it('sends what finishes, in order, without being asked', async () => {
    const { collector, said, finish } = start();
    finish('a', 'b');
    await vi.waitUntil(() => collector.accepted.length === 2, { timeout: 4_000 });
    finish('c');
    await vi.waitUntil(() => collector.accepted.length === 3, { timeout: 4_000 });
    expect(collector.accepted).toEqual(['a', 'b', 'c']);
    expect(said).toEqual([]);
  });

  it('loses nothing while the collector is away, and says so once and once again when it is back', async () => {
    const { collector, processor, said, finish } = start();
    collector.state = 'away';
    finish('a', 'b');
    await vi.waitUntil(() => collector.attempts >= 5, { timeout: 4_000 });
    finish('c');
    collector.state = 'there';
    await processor.forceFlush();
    expect(collector.accepted).toEqual(['a', 'b', 'c']);
    expect(said).toEqual([
      'warn: the collector cannot be reached; spans are kept {"reason":"connect ECONNREFUSED"}',
      'info: the collector is back {"lostSpans":0}',
    ]);
  });

  it('keeps the oldest spans up to its bound, and counts the rest', async () => {
    const { collector, processor, said, finish } = start({ maxQueue: 3 });
    collector.state = 'away';
    finish('a', 'b', 'c', 'd', 'e');
    await vi.waitUntil(() => collector.attempts >= 2, { timeout: 4_000 });
    collector.state = 'there';
    await processor.forceFlush();
    expect(collector.accepted).toEqual(['a', 'b', 'c']);
    expect(said).toEqual([
      'warn: spans are being lost: the queue for the collector is full {"maxQueue":3}',
      'warn: the collector cannot be reached; spans are kept {"reason":"connect ECONNREFUSED"}',
      'info: the collector is back {"lostSpans":2}',
    ]);
  });

  it('does not keep what the collector refuses for good', async () => {
    const { collector, processor, said, finish } = start();
    collector.state = 'refusing';
    finish('bad');
    await processor.forceFlush();
    collector.state = 'there';
    finish('good');
    await processor.forceFlush();
    expect(collector.accepted).toEqual(['good']);
    expect(said).toEqual(['warn: the collector refused spans {"spans":1,"reason":"Bad Request"}']);
  });

  it('sends a long queue in batches', async () => {
    const { collector, processor, finish } = start();
    finish(...Array.from({ length: 1200 }, (_, n) => String(n)));
    await processor.forceFlush();
    expect(collector.attempts).toBe(3);
    expect(collector.accepted).toEqual(Array.from({ length: 1200 }, (_, n) => String(n)));
  });

  it.each(['away', 'silent'] as const)(
    'shuts down in bounded time when the collector is %s, and tells what is lost',
    async (state) => {
      const { collector, processor, said, finish } = start({ shutdownTimeoutMs: 20 });
      collector.state = state;
      finish('a', 'b');
      await processor.shutdown();
      expect(said.at(-1)).toBe('warn: spans were lost {"lost":2}');
      const { attempts } = collector;
      finish('late');
      await new Promise((resolve) => setImmediate(resolve));
      expect(collector.attempts).toBeLessThanOrEqual(attempts + 1);
    },
  );

  it('sends what is left when it is shut down', async () => {
    const { collector, processor, said, finish } = start();
    finish('a', 'b');
    await processor.shutdown();
    expect(collector.accepted).toEqual(['a', 'b']);
    expect(said).toEqual([]);
  });
});

it('works with the exporter of the SDK', async () => {
  const exporter = new InMemorySpanExporter();
  const { processor, finish } = start({ exporter });
  finish('a');
  await processor.forceFlush();
  expect(exporter.getFinishedSpans().map(({ name }) => name)).toEqual(['a']);
});
