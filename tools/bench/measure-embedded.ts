import { once } from 'node:events';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { startAllInOne } from '../../server/all-in-one/start-all-in-one.ts';
import {
  LOAD_SERVICE,
  LOAD_START_MICROS,
  loadBodies,
  MICROS_BETWEEN_TRACES,
  SPANS_PER_TRACE,
  traceIdOf,
} from '../../server/all-in-one/testing/otlp-load.ts';
import { readConfig } from '../../server/config.ts';
import { runKuji } from '../../server/run-kuji.ts';
import type { JaegerBinary } from '../jaegers/find-jaegers.ts';
import { startJaeger } from '../jaegers/start-jaeger.ts';
import { drainedStatus } from './drained-status.ts';
import type { JaegerUrls } from './embedded-jaeger-worker.ts';
import type { SenderOptions, Sent } from './embedded-sender.ts';
import type { Figure } from './figure.ts';
import { median } from './median.ts';
import { realJaeger } from './real-jaeger.ts';

const SENT_TRACES = 25_000;
const STORED_TRACES = 50_000;
const FOUND_TRACES = 1500;
const TRACES_PER_BODY = 256;
const WARM_UPS = 10;
const RUNS = 21;
const VISIBLE_TIMEOUT_MS = 10_000;
const VISIBLE_POLL_MS = 20;

/** The embedded Jaeger: how fast it takes spans beside a dashboard, and how fast it finds them beside a real Jaeger 2.13. */
export async function measureEmbedded(): Promise<readonly Figure[]> {
  return [...(await measureTaking()), ...(await measureFinding(realJaeger()))];
}

async function measureTaking(): Promise<readonly Figure[]> {
  const log = () => undefined;
  const jaeger = await startAllInOne({ host: '127.0.0.1', queryPort: 0, otlpHttpPort: 0, log });
  const read = readConfig({ PORT: '0', JAEGER_QUERY_URL: jaeger.queryUrl });
  if (read.kind === 'errors') throw new Error('a free port is no error');
  // Only its API is asked: no pages are needed.
  const kuji = await runKuji(read.config, { log, version: 'bench', webRoot: tmpdir() });
  const dashboardUrl = kuji.urls[0]?.url ?? '';
  const workerData: SenderOptions = { otlpUrl: jaeger.otlpUrl, dashboardUrl, traces: SENT_TRACES };
  const worker = new Worker(new URL('./embedded-sender.ts', import.meta.url), { workerData });
  try {
    const [sent]: Sent[] = await once(worker, 'message');
    if (sent === undefined) throw new Error('the worker sent nothing');
    const spans = SENT_TRACES * SPANS_PER_TRACE;
    const asked = `a dashboard asked ${sent.answers} times meanwhile`;
    return [
      { name: `OTLP protobuf: 20 000 spans, ${asked}`, value: (sent.millis * 20_000) / spans, unit: 'ms', limit: 1000 },
      { name: 'OTLP protobuf, the same as a rate', value: (spans / sent.millis) * 1000, unit: '/s', limit: undefined },
    ];
  } finally {
    await worker.terminate();
    await kuji.close();
    await jaeger.close();
  }
}

const UNTIL_MICROS = LOAD_START_MICROS + STORED_TRACES * MICROS_BETWEEN_TRACES;
const ISO = [LOAD_START_MICROS, UNTIL_MICROS].map((micros) => new Date(micros / 1000).toISOString());
/** Parameters that any Jaeger 2 knows. */
const SEARCHES = [
  [
    'legacy',
    `/api/traces?service=${LOAD_SERVICE}&start=${LOAD_START_MICROS}&end=${UNTIL_MICROS}&limit=${FOUND_TRACES}&raw=true`,
  ],
  [
    'v3',
    `/api/v3/traces?query.service_name=${LOAD_SERVICE}&query.start_time_min=${ISO[0]}&query.start_time_max=${ISO[1]}&query.num_traces=${FOUND_TRACES}&query.raw_traces=true`,
  ],
] as const;

async function measureFinding(binary: JaegerBinary | undefined): Promise<readonly Figure[]> {
  const agent = new Agent({ keepAlive: true });
  const worker = new Worker(new URL('./embedded-jaeger-worker.ts', import.meta.url));
  const real = binary && (await startJaeger(binary));
  try {
    const [embedded]: JaegerUrls[] = await once(worker, 'message');
    if (embedded === undefined) throw new Error('the worker sent nothing');
    const jaegers = real === undefined ? [embedded] : [embedded, real];
    for (const jaeger of jaegers) await fill(agent, jaeger);
    const figures: Figure[] = [];
    for (const [api, path] of SEARCHES) {
      const [ours, theirs] = await searchTimes(agent, jaegers, path);
      figures.push(...findingFigures(api, ours ?? Number.NaN, theirs));
    }
    return figures;
  } finally {
    agent.destroy();
    await worker.terminate();
    await real?.stop();
  }
}

/** Sends the traces, and waits until the last one can be read. */
async function fill(agent: Agent, { otlpUrl, queryUrl }: JaegerUrls): Promise<void> {
  for (const body of loadBodies(STORED_TRACES, TRACES_PER_BODY)) {
    const status = await drainedStatus(agent, `${otlpUrl}/v1/traces`, body);
    if (status !== 200) throw new Error(`the collector answered ${status}`);
  }
  const deadline = performance.now() + VISIBLE_TIMEOUT_MS;
  const lastTrace = `${queryUrl}/api/traces/${traceIdOf(STORED_TRACES - 1)}`;
  while ((await drainedStatus(agent, lastTrace)) !== 200) {
    if (performance.now() > deadline) throw new Error('the traces that were sent cannot be read');
    await sleep(VISIBLE_POLL_MS);
  }
}

/** The median time of a search for each Jaeger, in milliseconds; they are asked in turn. */
async function searchTimes(agent: Agent, jaegers: readonly JaegerUrls[], path: string): Promise<readonly number[]> {
  const times = jaegers.map((): number[] => []);
  for (let run = 0; run < WARM_UPS + RUNS; run++) {
    for (const [index, { queryUrl }] of jaegers.entries()) {
      const start = performance.now();
      const status = await drainedStatus(agent, queryUrl + path);
      if (status !== 200) throw new Error(`a search answered ${status}`);
      if (run >= WARM_UPS) times[index]?.push(performance.now() - start);
    }
  }
  return times.map(median);
}

function findingFigures(api: string, ours: number, theirs: number | undefined): readonly Figure[] {
  const name = `Search of 1 500 of 50 000 traces, ${api}`;
  const embedded: Figure = { name: `${name}: embedded`, value: ours, unit: 'ms', limit: undefined };
  if (theirs === undefined) {
    const why = 'not measured: no 2.13 here';
    return [embedded, { name: `${name}: embedded / Jaeger 2.13 (${why})`, value: Number.NaN, unit: '×', limit: 2 }];
  }
  return [
    embedded,
    { name: `${name}: Jaeger 2.13`, value: theirs, unit: 'ms', limit: undefined },
    { name: `${name}: embedded / Jaeger 2.13`, value: ours / theirs, unit: '×', limit: 2 },
  ];
}
