import { afterEach, describe, expect, it } from 'vitest';
import { drawAt } from './draw-at.ts';
import {
  type FakeUpstream,
  silent,
  startFakeUpstream,
  type UpstreamBehaviour,
} from './jaeger-query/testing/fake-upstream.ts';

const idle = new AbortController().signal;
const started: FakeUpstream[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((upstream) => upstream.close()));
});

async function urlOf(behaviour: UpstreamBehaviour): Promise<string> {
  const upstream = await startFakeUpstream(behaviour);
  started.push(upstream);
  return upstream.url.href;
}

function omikuji(status: number, headers: Readonly<Record<string, string>>): UpstreamBehaviour {
  return (_request, response) => void response.writeHead(status, headers).end('運勢は[凶]です');
}

describe('drawAt', () => {
  it('gives the page and the trace that the visit has made', async () => {
    const url = await urlOf(omikuji(200, { traceresponse: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` }));
    expect(await drawAt(url, idle)).toEqual({ text: '運勢は[凶]です', traceId: 'a'.repeat(32) });
  });

  it.each<[string, UpstreamBehaviour]>([
    ['fails', omikuji(500, { traceresponse: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` })],
    ['names no trace', omikuji(200, {})],
    ['names none that is one', omikuji(200, { traceresponse: '00-xyz-abc-01' })],
    ['hangs up', (_request, response) => void response.destroy()],
  ])('is not available where the app %s', async (_name, behaviour) => {
    const url = await urlOf(behaviour);
    await expect(drawAt(url, idle)).rejects.toMatchObject({ name: 'KujiError', code: 'draw-unavailable' });
  });

  it('stops when whoever draws has left', async () => {
    const url = await urlOf(silent);
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(drawAt(url, signal)).rejects.toThrow('gone');
  });
});
