import type { ServerResponse } from 'node:http';
import type { UnixMicros } from '#core/units.ts';
import { startFakeUpstream, type UpstreamBehaviour } from '../../../server/jaeger-query/testing/fake-upstream.ts';

export interface FaultyJaeger {
  readonly url: string;
  /** Resolves when whoever asked is gone before the answer was complete. */
  readonly left: Promise<void>;
  /** From now on every request is answered so. */
  behave(behaviour: UpstreamBehaviour): void;
  /** From now on it is the Jaeger behind it that answers. */
  recover(): void;
  close(): Promise<void>;
}

/** Stands before a Jaeger and passes requests on to it, until it is told to behave otherwise. */
export async function startFaultyJaeger(jaegerUrl: string): Promise<FaultyJaeger> {
  const passOn = passingOn(jaegerUrl, (body) => body);
  let behaviour = passOn;
  const upstream = await startFakeUpstream((request, response) => behaviour(request, response));
  return {
    url: upstream.url.origin,
    left: upstream.left,
    behave: (next) => {
      behaviour = next;
    },
    recover: () => {
      behaviour = passOn;
    },
    close: () => upstream.close(),
  };
}

/** Breaks every connection before an answer, as a server that goes down does. */
export const down: UpstreamBehaviour = (request) => request.socket.destroy();

/** Lets the Jaeger behind answer, and changes the text of its answers. */
export function passingOn(jaegerUrl: string, change: (body: string) => string): UpstreamBehaviour {
  return (request, response) => {
    void answerFrom(new URL(request.url ?? '/', jaegerUrl), response, change);
  };
}

/** Searches for spans behave so, and all else is answered by the Jaeger behind. */
export function onSearches(jaegerUrl: string, behaviour: UpstreamBehaviour): UpstreamBehaviour {
  const passOn = passingOn(jaegerUrl, (body) => body);
  return (request, response) =>
    request.url?.startsWith('/api/traces?') ? behaviour(request, response) : passOn(request, response);
}

/** Searches for spans before an instant behave so, and all else is answered by the Jaeger behind. */
export function onSearchesBefore(
  jaegerUrl: string,
  instant: UnixMicros,
  behaviour: UpstreamBehaviour,
): UpstreamBehaviour {
  const passOn = passingOn(jaegerUrl, (body) => body);
  return onSearches(jaegerUrl, (request, response) => {
    const end = Number(new URL(request.url ?? '/', jaegerUrl).searchParams.get('end'));
    return end < instant ? behaviour(request, response) : passOn(request, response);
  });
}

async function answerFrom(url: URL, response: ServerResponse, change: (body: string) => string): Promise<void> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  const body = change(await answer.text());
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(body);
}
