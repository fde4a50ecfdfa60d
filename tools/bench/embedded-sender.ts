import { Agent } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import {
  LOAD_SERVICE,
  LOAD_START_MICROS,
  loadBodies,
  MICROS_BETWEEN_TRACES,
} from '../../server/all-in-one/testing/otlp-load.ts';
import { drainedStatus } from './drained-status.ts';

/*
 * Runs in a worker thread, as another program would beside the server: sends traces, one request after the other, and meanwhile
 * asks the dashboard again and again.
 */

export interface SenderOptions {
  readonly otlpUrl: string;
  readonly dashboardUrl: string;
  readonly traces: number;
}

export interface Sent {
  readonly millis: number;
  /** How often the dashboard has answered meanwhile. */
  readonly answers: number;
}

const TRACES_PER_BODY = 256;
const ASKED_TRACES = 500;

const { otlpUrl, dashboardUrl, traces }: SenderOptions = workerData;
const agent = new Agent({ keepAlive: true });
// Made before the clock starts: only the server's time counts.
const bodies = [...loadBodies(traces, TRACES_PER_BODY)];

const asking = new AbortController();
const answers = ask();
const start = performance.now();
for (const body of bodies) {
  const status = await drainedStatus(agent, `${otlpUrl}/v1/traces`, body);
  if (status !== 200) throw new Error(`the collector answered ${status}`);
}
const millis = performance.now() - start;
asking.abort();
parentPort?.postMessage({ millis, answers: await answers } satisfies Sent);
agent.destroy();

async function ask(): Promise<number> {
  const end = LOAD_START_MICROS + traces * MICROS_BETWEEN_TRACES;
  const parameters = `service=${LOAD_SERVICE}&start=${LOAD_START_MICROS}&end=${end}&limit=${ASKED_TRACES}`;
  for (let answered = 0; ; answered++) {
    if (asking.signal.aborted) return answered;
    const status = await drainedStatus(agent, `${dashboardUrl}/api/spans?${parameters}`);
    if (status !== 200) throw new Error(`the dashboard answered ${status}`);
  }
}
