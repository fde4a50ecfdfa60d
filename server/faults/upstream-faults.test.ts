import tls from 'node:tls';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { BROKEN_SERVICE, type FaultyUpstream, startFaultyUpstream } from './testing/faulty-upstream.ts';
import { HELD_TRACES } from './testing/healthy-jaeger.ts';
import { NameServer, UNSURE_HOST } from './testing/name-server.ts';
import { askConnection, askSpans, type StartedKuji, startedKuji } from './testing/started-kuji.ts';
import { isOfConnection, type UpstreamFault } from './testing/upstream-fault.ts';
import { UPSTREAM_FAULT_ROWS } from './testing/upstream-fault-rows.ts';

const CA_FILE = fileURLToPath(new URL('../jaeger-query/testing/certificates/ca.pem', import.meta.url));

/** Short where silence is the fault; a whole answer may take four times as long. Else long, however busy the machine is. */
function timeoutOf({ kind }: UpstreamFault): string {
  return kind === 'hang' || kind === 'drip' || kind === 'wrong-length' ? '500' : '10000';
}

const MAX_BYTES = 2 ** 20;

const HELD_IDS = HELD_TRACES.map(({ id }) => id).sort();

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

interface Scene {
  readonly upstream: FaultyUpstream;
  readonly kuji: StartedKuji;
  become(fault: UpstreamFault): Promise<void>;
  recover(): Promise<void>;
}

/** A Jaeger that works, and a Kuji that reads it. */
async function setTheScene(fault: UpstreamFault): Promise<Scene> {
  const { kind } = fault;
  const isTls = kind === 'certificate';
  const upstream = await startFaultyUpstream({ isTls });
  cleanups.push(() => upstream.close());
  const names = new NameServer();
  names.install();
  cleanups.push(() => names.uninstall());
  const trusted = tls.getCACertificates('default');
  cleanups.push(() => tls.setDefaultCACertificates(trusted));
  const url = new URL(upstream.url);
  if (kind === 'name-unknown') url.hostname = UNSURE_HOST;
  const kuji = await startedKuji({
    JAEGER_QUERY_URL: url.href,
    ...(isTls ? { JAEGER_CA_FILE: CA_FILE } : {}),
    KUJI_UPSTREAM_TIMEOUT_MS: timeoutOf(fault),
    KUJI_UPSTREAM_RETRIES: '0',
    KUJI_MAX_UPSTREAM_BYTES: String(MAX_BYTES),
  });
  cleanups.push(() => kuji.close());
  return {
    upstream,
    kuji,
    async become(next) {
      names.isKnown = next.kind !== 'name-unknown';
      await upstream.become(next);
    },
    async recover() {
      names.isKnown = true;
      await upstream.recover();
    },
  };
}

async function idsOf(kuji: StartedKuji, service: string): Promise<readonly string[]> {
  const outcome = await askSpans(kuji.origin, service);
  if (outcome.kind === 'problem') throw new Error(`${outcome.code}: ${outcome.detail}`);
  return outcome.traceIds.toSorted();
}

describe('a fault of Jaeger, or of the way there', () => {
  it.each(UPSTREAM_FAULT_ROWS)('$name: is told, costs nobody else, and is over when it is over', async (row) => {
    const { upstream, kuji, become, recover } = await setTheScene(row.fault);
    expect(await idsOf(kuji, BROKEN_SERVICE)).toEqual(HELD_IDS);
    const linesBefore = kuji.lines.length;

    await become(row.fault);
    const [outcome, others, health] = await Promise.all([
      askSpans(kuji.origin, BROKEN_SERVICE),
      isOfConnection(row.fault) ? HELD_IDS : idsOf(kuji, 'demo'),
      fetch(`${kuji.origin}/healthz`).then(({ status }) => status),
    ]);
    expect(others).toEqual(HELD_IDS);
    expect(health).toBe(200);
    expect(upstream.elsewhere, 'what a redirect leads to').toEqual([]);

    const news = kuji.lines.slice(linesBefore).filter(({ message }) => message !== 'answered');
    const { seen } = row;
    if (seen.kind === 'nothing') {
      expect(outcome).toMatchObject({ kind: 'slice' });
      expect(news).toEqual([{ level: seen.level, message: seen.said, code: undefined }]);
    } else {
      const { status, code, said } = seen;
      expect(outcome).toMatchObject({ kind: 'problem', status, code, detail: expect.stringContaining(said) });
      expect(news).toEqual([{ level: 'warn', message: expect.stringContaining(said), code }]);
      expect((await askConnection(kuji.origin)).lastError).toMatchObject({ code });
    }

    await recover();
    expect(await idsOf(kuji, BROKEN_SERVICE)).toEqual(HELD_IDS);
    expect((await askConnection(kuji.origin)).state).toBe('answers');
    expect(upstream.bytesSent, 'as much as was read, and what buffers hold').toBeLessThan(64 * MAX_BYTES);
  });
});
