import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';
import { measureSlicePipeline } from '../../server/jaeger-query/slice-pipeline.bench.ts';
import type { Figure } from './figure.ts';

const toGzip = (level: number) => (bytes: Uint8Array) => promisify(gzip)(bytes, { level });
const toBrotli = (quality: number) => (bytes: Uint8Array) =>
  promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
const toZstd = (level: number) => (bytes: Uint8Array) =>
  promisify(zstdCompress)(bytes, { params: { [constants.ZSTD_c_compressionLevel]: level } });

/** The levels of the server (gzip 1, brotli 4, zstd 3), and gzip's usual one. */
const COMPRESSORS = [
  ['gzip 1', toGzip(1)],
  ['gzip 6', toGzip(6)],
  ['brotli 4', toBrotli(4)],
  ['zstd 3', toZstd(3)],
] as const;

/** From Jaeger's body of 1 500 traces of 20 spans to a finished Arrow slice: time, and size; in both dialects. */
export async function measureSlice(): Promise<readonly Figure[]> {
  const { legacy, v3 } = await measureSlicePipeline();
  const { json, arrow, parseMillis, sliceMillis } = legacy;
  const compressed: Figure[] = [];
  for (const [name, compress] of COMPRESSORS) {
    const share = (await compress(arrow)).length / (await compress(json)).length;
    compressed.push({ name: `Arrow / JSON, both ${name}`, value: share * 100, unit: '%', limit: 35 });
  }
  const longestBlockMillis = Math.max(legacy.longestBlockMillis, v3.longestBlockMillis);
  return [
    { name: "Jaeger's body, 1 500 × 20 spans", value: json.length / 1e6, unit: 'MB', limit: undefined },
    { name: 'JSON.parse of it', value: parseMillis, unit: 'ms', limit: undefined },
    { name: 'Body to Arrow slice', value: sliceMillis, unit: 'ms', limit: undefined },
    { name: 'Body to Arrow slice / JSON.parse', value: sliceMillis / parseMillis, unit: '×', limit: 3 },
    { name: 'The same traces as a body of v3', value: v3.json.length / 1e6, unit: 'MB', limit: undefined },
    { name: 'JSON.parse of that', value: v3.parseMillis, unit: 'ms', limit: undefined },
    { name: 'v3 body to Arrow slice', value: v3.sliceMillis, unit: 'ms', limit: undefined },
    { name: 'v3 body to slice / legacy body to slice', value: v3.sliceMillis / sliceMillis, unit: '×', limit: 1.3 },
    { name: 'Event loop blocked at most', value: longestBlockMillis, unit: 'ms', limit: 50 },
    { name: 'Arrow / JSON', value: (arrow.length / json.length) * 100, unit: '%', limit: 12 },
    ...compressed,
  ];
}
