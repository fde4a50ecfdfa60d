import { monitorEventLoopDelay } from 'node:perf_hooks';
import { decodeSlice } from '#core/spans/decode-slice.ts';
import { legacyBody } from '#core/testing/legacy-body.ts';
import { generateShopTraces } from '#core/testing/shop-traces.ts';
import { unixMicros } from '#core/units.ts';
import { legacyClient } from './legacy/legacy-client.ts';
import { readEncodedSlice } from './slice/read-encoded-slice.ts';

export interface SlicePipelineMeasure {
  /** The body of Jaeger's answer, and the Arrow slice made of it. */
  readonly json: Uint8Array;
  readonly arrow: Uint8Array;
  /** `JSON.parse` of the decoded body alone; median of the runs, as all times here. */
  readonly parseMillis: number;
  /** From the first byte of the body to the finished Arrow slice. */
  readonly sliceMillis: number;
  /** `sliceMillis / parseMillis`: at most 3 is the aim. */
  readonly ratio: number;
  /** The longest that the event loop was blocked in any run: at most 50 ms is the aim. */
  readonly longestBlockMillis: number;
}

/** Until both are compiled and the heap has its size. */
const WARM_UPS = 3;
const RUNS = 9;
const TRACES = 1500;
const SPANS_PER_TRACE = 20;
const CHUNK_BYTES = 65_536;

/** Measures the way of an answer of Jaeger from the socket's chunks to Arrow, against `JSON.parse` of the same body in turn. */
export async function measureSlicePipeline(): Promise<SlicePipelineMeasure> {
  const text = legacyBody(generateShopTraces({ seed: 1, traces: TRACES, spansPerTrace: SPANS_PER_TRACE }));
  const body = new TextEncoder().encode(text);
  const parses: number[] = [];
  const slices: number[] = [];
  let longestBlockMillis = 0;
  let arrow: Uint8Array = new Uint8Array();
  for (let run = 0; run < WARM_UPS + RUNS; run++) {
    const parse = await timed(async () => void JSON.parse(text));
    await rest();
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const slice = await timed(async () => {
      arrow = await readAndEncode(body);
    });
    await rest();
    delay.disable();
    if (run < WARM_UPS) continue;
    parses.push(parse);
    slices.push(slice);
    longestBlockMillis = Math.max(longestBlockMillis, delay.max / 1e6);
  }
  const { traces } = decodeSlice(arrow).info;
  if (traces !== TRACES) throw new Error(`the slice has ${traces} traces`);
  const [parseMillis, sliceMillis] = [median(parses), median(slices)];
  const ratio = sliceMillis / parseMillis;
  return { json: body, arrow, parseMillis, sliceMillis, ratio, longestBlockMillis };
}

async function readAndEncode(body: Uint8Array): Promise<Uint8Array> {
  const client = legacyClient({
    fetch: async () => new Response(chunksOf(body)),
    baseUrl: new URL('http://jaeger.invalid'),
    timeoutMillis: 60_000,
    maxBytes: 2 ** 30,
  });
  const search = {
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
  return await readEncodedSlice(client, search, new AbortController().signal);
}

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
