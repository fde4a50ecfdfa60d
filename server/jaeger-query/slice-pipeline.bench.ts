import { monitorEventLoopDelay } from 'node:perf_hooks';
import { decodeSlice } from '#core/spans/decode-slice.ts';
import { legacyBody } from '#core/testing/legacy-body.ts';
import { generateShopTraces } from '#core/testing/shop-traces.ts';
import { v3Body } from '#core/testing/v3-body.ts';
import { unixMicros } from '#core/units.ts';
import type { JaegerClient } from './jaeger-client.ts';
import { legacyClient } from './legacy/legacy-client.ts';
import { readEncodedSlice } from './slice/read-encoded-slice.ts';
import { StorageKnowledge } from './slice/storage-knowledge.ts';
import type { Upstream } from './upstream/upstream.ts';
import { v3Client } from './v3/v3-client.ts';

export interface DialectMeasure {
  /** The body of Jaeger's answer, and the Arrow slice made of it. */
  readonly json: Uint8Array;
  readonly arrow: Uint8Array;
  /** `JSON.parse` of the decoded body alone; median of the runs, as all times here. */
  readonly parseMillis: number;
  /** From the first byte of the body to the finished Arrow slice. */
  readonly sliceMillis: number;
  /** The longest that the event loop was blocked in any run: at most 50 ms is the aim. */
  readonly longestBlockMillis: number;
}

/** The same traces in both dialects, read in turn. */
export interface SlicePipelineMeasure {
  /** `sliceMillis / parseMillis`: at most 3 is the aim. */
  readonly legacy: DialectMeasure;
  /** At most 1.3 times the `sliceMillis` of the legacy dialect is the aim. */
  readonly v3: DialectMeasure;
}

/** Until all is compiled and the heap has its size. */
const WARM_UPS = 3;
const RUNS = 9;
const TRACES = 1500;
const SPANS_PER_TRACE = 20;
const CHUNK_BYTES = 65_536;

/** Measures the way of an answer of Jaeger from the socket's chunks to Arrow, against `JSON.parse` of the same body in turn. */
export async function measureSlicePipeline(): Promise<SlicePipelineMeasure> {
  const legacy = new Lane(legacyBody(shopTraces()), legacyClient);
  const v3 = new Lane(v3Body(shopTraces()), (upstream) =>
    v3Client(upstream, { spelling: 'camel', filtersAttributes: true }),
  );
  for (let run = 0; run < WARM_UPS + RUNS; run++) {
    for (const lane of [legacy, v3]) await lane.run(run >= WARM_UPS);
  }
  return { legacy: legacy.measure(), v3: v3.measure() };
}

function shopTraces() {
  return generateShopTraces({ seed: 1, traces: TRACES, spansPerTrace: SPANS_PER_TRACE });
}

/** One dialect, measured again and again. */
class Lane {
  readonly #text: string;
  readonly #json: Uint8Array;
  readonly #client: JaegerClient;
  readonly #parses: number[] = [];
  readonly #slices: number[] = [];
  #longestBlockMillis = 0;
  #arrow: Uint8Array = new Uint8Array();

  constructor(body: string, clientOf: (upstream: Upstream) => JaegerClient) {
    this.#text = body;
    this.#json = new TextEncoder().encode(body);
    this.#client = clientOf({
      fetch: async () => new Response(chunksOf(this.#json)),
      baseUrl: new URL('http://jaeger.invalid'),
      timeoutMillis: 60_000,
      maxBytes: 2 ** 30,
    });
  }

  async run(counts: boolean): Promise<void> {
    const parse = await timed(async () => void JSON.parse(this.#text));
    await rest();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const slice = await timed(async () => {
      ({ bytes: this.#arrow } = await readEncodedSlice(this.#client, SEARCH, {
        storage: new StorageKnowledge(),
        signal: new AbortController().signal,
      }));
    });
    await rest();
    delay.disable();
    if (!counts) return;
    this.#parses.push(parse);
    this.#slices.push(slice);
    this.#longestBlockMillis = Math.max(this.#longestBlockMillis, delay.max / 1e6);
  }

  measure(): DialectMeasure {
    const { traces } = decodeSlice(this.#arrow).info;
    if (traces !== TRACES) throw new Error(`the slice has ${traces} traces`);
    return {
      json: this.#json,
      arrow: this.#arrow,
      parseMillis: median(this.#parses),
      sliceMillis: median(this.#slices),
      longestBlockMillis: this.#longestBlockMillis,
    };
  }
}

const SEARCH = {
  service: 'gateway',
  operation: undefined,
  tags: [],
  minDuration: undefined,
  maxDuration: undefined,
  start: unixMicros(1_795_424_400_000_000),
  end: unixMicros(1_795_510_800_000_000),
  // More than any page holds, so that one request is measured and not two.
  limit: 100_000,
};

function chunksOf(body: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(body.subarray(at, at + CHUNK_BYTES));
      at += CHUNK_BYTES;
      if (at >= body.length) controller.close();
    },
  });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Long enough for the watch of the event loop to tick. */
async function rest(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
