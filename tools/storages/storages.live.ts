import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, expect as expectPage, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemAnswer } from '#core/api.ts';
import type { Trace } from '#core/trace/trace.ts';
import { addMicros, MINUTE, SECOND, unixMicrosFromMillis } from '#core/units.ts';
import { readConfig } from '../../server/config.ts';
import { type Connection, connect } from '../../server/jaeger-query/connect.ts';
import type { TraceSearch } from '../../server/jaeger-query/jaeger-client.ts';
import { type WalkedSlices, walkSlices } from '../../server/jaeger-query/testing/walk-slices.ts';
import { realRetryPolicy } from '../../server/jaeger-query/upstream/retry.ts';
import { type RunningKuji, runKuji } from '../../server/run-kuji.ts';
import { browserPath } from '../browser/browser-path.ts';
import { launchOptions } from '../browser/launch-options.ts';
import { buildIfStale } from '../build/build-if-stale.ts';
import { WEB_DIST } from '../build/is-web-stale.ts';
import { findJaegers } from '../jaegers/find-jaegers.ts';
import { answersOk } from './answers.ts';
import { prepareStorage, type Storage } from './prepare-storage.ts';
import { type StoredJaeger, startJaegerOn } from './start-jaeger-on.ts';
import { STORAGE_KINDS } from './storage-kind.ts';
import { fortuneOf, LIMIT, regionOf, sendTraces, storageTraces } from './storage-traces.ts';

/*
 * Our client and our page on a Jaeger on real storages: what was sent is read whole or said to be cut, filters mean the same
 * everywhere, and a storage that goes and comes back loses nothing that was shown.
 */

const UNTIL_READABLE_MS = 120_000;
const POLL_MS = 500;

const START = addMicros(unixMicrosFromMillis(Date.now()), -20 * MINUTE);
const SENT = storageTraces(START);
const RANGE = { start: addMicros(START, -SECOND), end: addMicros(START, MINUTE) };

describe.each(STORAGE_KINDS)('Jaeger on %s', (kind) => {
  let folder: string;
  let storage: Storage;
  let jaeger: StoredJaeger;
  let connection: Connection;
  let kuji: RunningKuji;
  let browser: Browser;
  let page: Page;

  const search = (service: string, more: Partial<TraceSearch> = {}): TraceSearch => ({
    service,
    operation: undefined,
    tags: [],
    minDuration: undefined,
    maxDuration: undefined,
    limit: LIMIT,
    ...RANGE,
    ...more,
  });
  const walk = (service: string, more: Partial<TraceSearch> = {}): Promise<WalkedSlices> =>
    walkSlices(connection.client, search(service, more), { storage: connection.storage });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), `kuji-${kind}-`));
    storage = await prepareStorage(kind, folder, process.env);
    await storage.start();
    const binary = findJaegers(process.env).findLast(({ version }) => version.startsWith('2.'));
    if (binary === undefined) throw new Error('there is no Jaeger 2 here');
    jaeger = await startJaegerOn(kind, storage.port, binary, folder);
    connection = connectTo(jaeger.queryUrl);
    const [executablePath] = await Promise.all([browserPath(() => undefined), buildIfStale()]);
    kuji = await startKuji(jaeger.queryUrl);
    browser = await chromium.launch(launchOptions(executablePath));
    page = await browser.newPage();
    for (const traces of [SENT.draws, SENT.burst, SENT.pairs, SENT.fans]) await sendTraces(jaeger.otlpUrl, traces);
    await untilReadable();
  }, 10 * 60_000);

  afterAll(async () => {
    await browser?.close();
    await kuji?.close();
    connection?.close();
    await jaeger?.stop();
    await storage?.stop();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }, 120_000);

  /** A write is found by a search later, on a busy storage many seconds; an index that is just being made answers with a failure. */
  async function untilReadable(): Promise<void> {
    for (const deadline = performance.now() + UNTIL_READABLE_MS; ; await sleep(POLL_MS)) {
      const missing = await whatIsMissing().catch((error: unknown) => String(error));
      if (missing === '') return;
      if (performance.now() > deadline) throw new Error(`not readable in time: ${missing}`);
    }
  }

  async function whatIsMissing(): Promise<string> {
    const sent = { pairs: SENT.pairs, fans: SENT.fans, demo: SENT.draws, burst: SENT.burst };
    const missing: string[] = [];
    for (const [service, traces] of Object.entries(sent)) {
      const read = spansOf(await walk(service, { limit: 1500 }));
      const lacking = traces.filter(({ id, spans }) => read.get(id) !== spans.length).length;
      if (lacking > 0) missing.push(`${lacking} of ${service}`);
    }
    return missing.join(', ');
  }

  it.each([
    ['two', 'pairs'],
    ['ten', 'fans'],
  ] as const)('reads ten times the limit of traces of %s spans completely', async (_, service) => {
    const walked = await walk(service);
    expect(walked.infos.filter(({ state }) => state !== 'complete')).toEqual([]);
    expect(walked.ids.length).toBe(new Set(walked.ids).size);
    expectSame(walked, SENT[service]);
    console.info(`${kind}: ${service} read by ${walked.requests} requests in ${walked.infos.length} slices`);
  });

  it('says that a burst is cut, or reads it whole', async () => {
    const walked = await walk('burst');
    const isCut = walked.infos.some(({ state }) => state === 'cut');
    expect(isCut || new Set(walked.ids).size === SENT.burst.length).toBe(true);
    console.info(
      `${kind}: burst ${isCut ? 'is cut' : 'is whole'}: ${new Set(walked.ids).size} of ${SENT.burst.length}`,
    );
  });

  it.each([
    ['an attribute of an event', { tags: [{ key: 'omikuji', value: '凶' }] }, (n: number) => fortuneOf(n) === '凶'],
    [
      'two tags of one span',
      {
        tags: [
          { key: 'region', value: 'eu' },
          { key: 'method', value: 'GET' },
        ],
      },
      (n: number) => regionOf(n) === 'eu',
    ],
    [
      'two tags that no span has both',
      {
        tags: [
          { key: 'region', value: 'eu' },
          { key: 'omikuji', value: '凶' },
        ],
      },
      () => false,
    ],
    ['the shortest duration', { minDuration: 900_000 }, (n: number) => fortuneOf(n) === '凶'],
    ['the longest duration', { maxDuration: 60, operation: '/omikuji' }, (n: number) => fortuneOf(n) !== '凶'],
    ['an operation', { operation: '/omikuji' }, () => true],
    [
      'an operation and a tag',
      { operation: '/omikuji', tags: [{ key: 'omikuji', value: '吉' }] },
      (n: number) => fortuneOf(n) === '吉',
    ],
    [
      'a duration and a tag',
      { minDuration: 900_000, tags: [{ key: 'region', value: 'us' }] },
      (n: number) => fortuneOf(n) === '凶' && regionOf(n) === 'us',
    ],
  ] as const)('filters by %s as it is meant', async (_, more, isMeant) => {
    const walked = await walk('demo', more);
    expect(walked.infos.filter(({ state }) => state !== 'complete')).toEqual([]);
    expectSame(
      walked,
      SENT.draws.filter((_trace, n) => isMeant(n)),
    );
  });

  it('says that the storage is down, keeps what was shown, and goes on when it is back, with all that was stored', async () => {
    const url = kuji.urls[0]?.url ?? '';
    const query = new URLSearchParams({ service: 'demo', from: String(RANGE.start), to: String(RANGE.end) });
    await page.goto(`${url}?${query}`);
    const list = page.getByRole('region', { name: 'Traces', exact: true });
    const banner = page.getByRole('main').getByRole('alert');
    await expectPage(list).toContainText('60, newest first');

    await storage.stop();
    expect(await answersOk(jaeger.healthUrl)).toBe(true);
    const api = `${new URL(url).origin}/api/spans?service=demo&start=${RANGE.start}&end=${RANGE.end}`;
    const problem = problemAnswer.parse(await (await fetch(api)).json());
    expect(['jaeger-failed', 'jaeger-timeout']).toContain(problem.code);
    console.info(`${kind}: while it is down: ${problem.status} ${problem.code}: ${problem.detail}`);
    await page.getByRole('region', { name: 'Coverage' }).getByRole('button', { name: 'Read again' }).click();
    await expectPage(banner).toContainText('The 60 traces read before are still here', { timeout: 60_000 });
    await expectPage(list).toContainText('60, newest first');
    await expectPage(page.getByRole('heading', { level: 1 })).toContainText('凶 traces take');

    await storage.start();
    await expectPage(async () => {
      const again = banner.getByRole('button', { name: 'Try now' });
      if (await again.isVisible()) await again.click();
      await expectPage(banner).toBeHidden({ timeout: 5000 });
    }).toPass({ timeout: 120_000 });
    await expectPage(list).toContainText('60, newest first');
    await untilReadable();
    expectSame(await walk('pairs'), SENT.pairs);
  }, 300_000);
});

/** Spans that were read, by trace. */
function spansOf({ tables }: WalkedSlices): ReadonlyMap<string, number> {
  const spans = new Map<string, number>();
  for (const table of tables) {
    for (const [row, id] of table.traceIds.entries()) {
      spans.set(id, Math.max(spans.get(id) ?? 0, table.firstSpan[row + 1]! - table.firstSpan[row]!));
    }
  }
  return spans;
}

function expectSame(walked: WalkedSlices, sent: readonly Trace[]): void {
  const byId = (entries: Iterable<readonly [string, number]>) => [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
  expect(byId(spansOf(walked))).toEqual(byId(sent.map(({ id, spans }) => [id, spans.length] as const)));
}

function connectTo(queryUrl: string): Connection {
  return connect({
    fetch,
    baseUrl: new URL(queryUrl),
    timeoutMillis: 30_000,
    maxBytes: 2 ** 28,
    maxRequests: 4,
    retry: realRetryPolicy(2),
    isEmbedded: false,
    log: () => undefined,
    clock: Date.now,
  });
}

async function startKuji(queryUrl: string): Promise<RunningKuji> {
  const read = readConfig({ PORT: '0', JAEGER_QUERY_URL: queryUrl });
  if (read.kind === 'errors') throw new Error(JSON.stringify(read.errors));
  return await runKuji(read.config, { log: () => undefined, version: '0.0.0', webRoot: WEB_DIST });
}
