import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, expect as expectPage, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionAnswer, problemAnswer, servicesAnswer } from '#core/api.ts';
import { decodeSlice } from '#core/spans/decode-slice.ts';
import type { Trace } from '#core/trace/trace.ts';
import { addMicros, MINUTE, SECOND, unixMicrosFromMillis } from '#core/units.ts';
import type { TraceSearch } from '../../server/jaeger-query/jaeger-client.ts';
import { type WalkedSlices, walkSlices } from '../../server/jaeger-query/testing/walk-slices.ts';
import { browserPath } from '../browser/browser-path.ts';
import { launchOptions } from '../browser/launch-options.ts';
import { answersOk } from './answers.ts';
import { FILTER_CASES } from './filter-cases.ts';
import { silentlyMissing } from './silently-missing.ts';
import { spanCounts } from './span-counts.ts';
import { STORAGE_KINDS } from './storage-kind.ts';
import { type StorageSystem, startStorageSystem } from './storage-system.ts';
import { LIMIT, sendTraces, storageTraces } from './storage-traces.ts';

/*
 * Our client and our page on a Jaeger on real storages: what was sent is read whole or said to be cut, filters mean the same
 * everywhere, and a storage that goes and comes back loses nothing, neither of its own nor of what was shown.
 */

const START_MS = 300_000;
const UNTIL_READABLE_MS = 120_000;
const AWAY_MS = 240_000;
const POLL_MS = 500;
/** A page waits for Jaeger, which waits for its storage. */
const PAGE = { timeout: 60_000 };

const START = addMicros(unixMicrosFromMillis(Date.now()), -20 * MINUTE);
const RANGE = { start: addMicros(START, -SECOND), end: addMicros(START, MINUTE) };
const { draws, burst, pairs, fans } = storageTraces(START);
/** By their service. */
const SENT: Readonly<Record<string, readonly Trace[]>> = { demo: draws, burst, pairs, fans };

describe.each(STORAGE_KINDS)('Jaeger on %s', (kind) => {
  let system: StorageSystem;
  let browser: Browser;
  let page: Page;

  const walk = (service: string, more: Partial<TraceSearch> = {}): Promise<WalkedSlices> => {
    const { client, storage } = system.connection;
    const all = { operation: undefined, tags: [], minDuration: undefined, maxDuration: undefined };
    return walkSlices(client, { service, ...all, limit: LIMIT, ...RANGE, ...more }, { storage });
  };
  const ask = (path: string, parameters: Readonly<Record<string, string | number>> = {}): Promise<Response> => {
    const query = new URLSearchParams(Object.entries(parameters).map(([key, value]) => [key, String(value)]));
    return fetch(`${system.dashboardUrl}${path}?${query}`);
  };
  const note = (text: string): void => console.info(`${kind}: ${text}`);

  beforeAll(async () => {
    system = await startStorageSystem(kind, process.env);
    browser = await chromium.launch(launchOptions(await browserPath(() => undefined)));
    page = await browser.newPage();
    const sentAt = performance.now();
    for (const traces of Object.values(SENT)) await sendTraces(system.jaeger.otlpUrl, traces);
    await untilReadable();
    note(`all that was sent could be read ${((performance.now() - sentAt) / 1000).toFixed(1)} s later`);
  }, START_MS);

  afterAll(async () => {
    await browser?.close();
    await system?.close();
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
    const missing: string[] = [];
    for (const [service, traces] of Object.entries(SENT)) {
      const counts = spanCounts(await walk(service, { limit: 1500 }));
      const lacking = traces.filter(({ id, spans }) => counts.get(id) !== spans.length).length;
      if (lacking > 0) missing.push(`${lacking} of ${service}`);
    }
    return missing.join(', ');
  }

  it.each([
    ['two', 'pairs'],
    ['ten', 'fans'],
  ] as const)('reads ten times the limit of traces of %s spans completely, each once', async (_, service) => {
    const walked = await walk(service);
    expect(walked.infos.filter(({ state }) => state !== 'complete')).toEqual([]);
    expect(walked.ids.length).toBe(new Set(walked.ids).size);
    expectExactly(walked, SENT[service]!);
    note(`${walked.ids.length} ${service} read by ${walked.requests} requests in ${walked.infos.length} slices`);
  });

  it('says where it does not have all of a burst', async () => {
    const walked = await walk('burst');
    expect(silentlyMissing(walked, burst)).toEqual([]);
    const read = new Set(walked.ids).size;
    expect(read).toBeGreaterThanOrEqual(LIMIT);
    expect(walked.infos.some(({ state }) => state === 'cut')).toBe(read < burst.length);
    note(`${read} of a burst of ${burst.length} read`);
  });

  it.each(FILTER_CASES)('filters by $name as it is meant', async ({ filter, isMeant }) => {
    const walked = await walk('demo', filter);
    expect(walked.infos.filter(({ state }) => state !== 'complete')).toEqual([]);
    expectExactly(
      walked,
      draws.filter((_trace, n) => isMeant(n)),
    );
  });

  it('is asked over HTTP as over the client, and tells what kind of storage it is', async () => {
    const { services } = servicesAnswer.parse(await (await ask('/api/services')).json());
    expect(services.filter((name) => name in SENT)).toEqual(Object.keys(SENT).toSorted());
    const answer = await ask('/api/spans', { service: 'fans', limit: 100, ...RANGE });
    const { table, info } = decodeSlice(await answer.bytes());
    expect(silentlyMissing({ infos: [info], tables: [table] }, fans)).toEqual([]);
    const told = connectionAnswer.parse(await (await ask('/api/connection')).json());
    expect(told).toMatchObject({ state: 'answers', storage: kind === 'cassandra' ? 'cassandra' : 'not-cassandra' });
  });

  it(
    'gives the same again when the storage was restarted, on the connection of before',
    async () => {
      await system.storage.stop();
      await system.storage.start();
      await untilReadable();
      for (const [service, traces] of Object.entries(SENT)) expectExactly(await walk(service, { limit: 1500 }), traces);
      expect(system.connection.status().state).toBe('answers');
    },
    AWAY_MS,
  );

  it(
    'says that the storage is down, keeps what was shown, and goes on when it is back',
    async () => {
      let navigations = 0;
      page.on('request', (request) => {
        if (request.isNavigationRequest()) navigations++;
      });
      const query = new URLSearchParams({ service: 'demo', from: String(RANGE.start), to: String(RANGE.end) });
      await page.goto(`${system.dashboardUrl}?${query}`);
      const list = page.getByRole('region', { name: 'Traces', exact: true });
      const banner = page.getByRole('main').getByRole('alert');
      const sentence = page.getByRole('heading', { level: 1 });
      await expectPage(list).toContainText('60, newest first', PAGE);
      await expectPage(sentence).toContainText('凶 traces take', PAGE);
      const said = await sentence.innerText();

      await system.storage.kill();
      expect(await answersOk(system.jaeger.healthUrl)).toBe(true);
      const answer = await ask('/api/spans', { service: 'demo', ...RANGE });
      const problem = problemAnswer.parse(await answer.json());
      expect(problem).toMatchObject({ code: 'jaeger-failed', status: 502, title: 'Jaeger failed' });
      expect(answer.status).toBe(502);
      expect(problem.detail).toContain('/api/traces answers 500: ');
      expect(problem.advice).toContain('Often its storage is away');
      const told = connectionAnswer.parse(await (await ask('/api/connection')).json());
      expect(told).toMatchObject({ state: 'fails', lastError: { code: problem.code, detail: problem.detail } });
      note(`while it is down: ${problem.status} ${problem.code}: ${problem.detail}`);

      await page.getByRole('region', { name: 'Coverage' }).getByRole('button', { name: 'Read again' }).click();
      await expectPage(banner).toContainText('The 60 traces read before are still here', PAGE);
      await expectPage(list).toContainText('60, newest first');
      await expectPage(sentence).toHaveText(said);
      expect(await answersOk(system.jaeger.healthUrl)).toBe(true);

      await system.storage.start();
      await expectPage(async () => {
        const again = banner.getByRole('button', { name: 'Try now' });
        if (await again.isVisible()) await again.click();
        await expectPage(banner).toBeHidden({ timeout: 5000 });
      }).toPass({ timeout: 90_000 });
      await expectPage(list).toContainText('60, newest first');
      await expectPage(sentence).toHaveText(said);
      expect(navigations).toBe(1);
      await untilReadable();
    },
    AWAY_MS,
  );
});

function expectExactly(walked: WalkedSlices, sent: readonly Trace[]): void {
  const byId = (entries: Iterable<readonly [string, number]>) => [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
  expect(byId(spanCounts(walked))).toEqual(byId(sent.map(({ id, spans }) => [id, spans.length] as const)));
}
