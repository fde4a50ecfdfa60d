import { describe, expect, it } from 'vitest';
import { demoTraces } from '#core/testing/demo-traces.ts';
import { unixMicros } from '#core/units.ts';
import type { JaegerClient } from '../jaeger-client.ts';
import { JaegerFault, type JaegerFaultCode } from '../jaeger-fault.ts';
import { connectedClient } from './connected-client.ts';
import type { Detected, Detection } from './detect-dialect.ts';
import { DialectFinder } from './dialect-finder.ts';

const idle = new AbortController().signal;
const TRACE = demoTraces({ seed: 1, traces: 1 })[0]!;
const SEARCH = {
  service: 'demo',
  operation: undefined,
  start: unixMicros(1),
  end: unixMicros(2),
  limit: 10,
  tags: [],
  minDuration: undefined,
  maxDuration: undefined,
};

/** A Jaeger that fails so when it is searched, after some traces; or answers. */
function searchable(dialect: Detected['dialect'], gives: number, code?: JaegerFaultCode): Detected {
  const unused = () => Promise.reject(new Error('not asked'));
  const client: JaegerClient = {
    services: unused,
    operations: unused,
    trace: unused,
    async search(_search, listener) {
      for (let given = 0; given < gives; given++) listener.onTrace(TRACE);
      if (code !== undefined) throw new JaegerFault(code, `${dialect} fails`);
      return { hasFilteredTags: dialect === 'legacy' };
    },
  };
  return { dialect, manner: dialect, client };
}

/** Jaegers that stand in the same place one after the other; each detection finds the next. */
function connectedTo(...jaegers: readonly Detected[]) {
  const left = [...jaegers];
  const detect = async (): Promise<Detection> => {
    const detected = left.length > 1 ? left.shift() : left[0];
    if (detected === undefined) throw new Error('no Jaeger');
    return { detected, services: [] };
  };
  let now = 0;
  const finder = new DialectFinder(
    detect,
    () => undefined,
    () => now,
  );
  const client = connectedClient(finder, { onAnswer: () => undefined, onFault: () => undefined });
  const later = (millis: number) => {
    now += millis;
  };
  let given = 0;
  const listener = { onTrace: () => void given++, onUnreadable: () => undefined, onBytes: () => undefined };
  return { client, search: () => client.search(SEARCH, listener, idle), given: () => given, later };
}

describe('connectedClient', () => {
  it.each<JaegerFaultCode>(['jaeger-not-jaeger', 'jaeger-failed', 'jaeger-unreadable'])(
    'asks another Jaeger again within the question when a v3 ends with %s',
    async (code) => {
      const { client, search } = connectedTo(searchable('v3', 0, code), searchable('legacy', 1));
      await client.services(idle);
      expect(await search()).toEqual({ hasFilteredTags: true });
    },
  );

  it('does not ask again once traces were given, lest one is heard of twice, but for the next question', async () => {
    const { client, search, given } = connectedTo(searchable('v3', 1, 'jaeger-unreadable'), searchable('legacy', 1));
    await client.services(idle);
    await expect(search()).rejects.toMatchObject({ detail: 'v3 fails' });
    expect(given()).toBe(1);
    expect(await search()).toEqual({ hasFilteredTags: true });
  });

  it('does not ask again one that was found out for this very question', async () => {
    const { search } = connectedTo(searchable('v3', 0, 'jaeger-failed'), searchable('legacy', 1));
    await expect(search()).rejects.toMatchObject({ detail: 'v3 fails' });
  });

  it('looks at a v3 again after a minute, as not every other Jaeger refuses its questions', async () => {
    const { search, later } = connectedTo(searchable('v3', 0), searchable('legacy', 0), searchable('v3', 0));
    expect(await search()).toEqual({ hasFilteredTags: false });
    later(60_000);
    expect(await search()).toEqual({ hasFilteredTags: false });
    later(1);
    expect(await search()).toEqual({ hasFilteredTags: true });
    later(1_000_000);
    expect(await search()).toEqual({ hasFilteredTags: true });
  });

  it.each<JaegerFaultCode>(['jaeger-timeout', 'jaeger-refused', 'jaeger-too-large', 'trace-not-found'])(
    'takes %s for what it is',
    async (code) => {
      const { client, search } = connectedTo(searchable('v3', 0, code), searchable('legacy', 1));
      await client.services(idle);
      await expect(search()).rejects.toMatchObject({ code });
      await expect(search()).rejects.toMatchObject({ code });
    },
  );
});
