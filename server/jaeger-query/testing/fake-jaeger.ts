import type { IncomingMessage } from 'node:http';
import { answering, failing, startFakeUpstream, type UpstreamBehaviour } from './fake-upstream.ts';

/** How Jaegers differ in what they have, on the same questions; each knows the service `demo` and no traces. */
export type JaegerVersion = '1.48' | '1.76' | '2.20' | '2.21';

const html = answering(200, '<!doctype html><title>Jaeger UI</title>', { 'content-type': 'text/html' });
const noPage = answering(404, '404 page not found\n');
const legacyServices = answering(200, '{"data":["demo"],"total":1,"limit":0,"offset":0,"errors":null}');
const legacyList = answering(200, '{"data":[],"total":0,"limit":0,"offset":0,"errors":null}');
const v3Services = answering(200, '{"services":["demo"]}', { 'content-type': 'text/plain; charset=utf-8' });
const v3List = answering(200, '{"operations":[]}');

const v3Failing = (status: number, message: string) =>
  answering(status, `${JSON.stringify({ error: { httpCode: status, message } })}\n`);

/** What such a Jaeger answers, below `base`. */
export function jaegerOf(version: JaegerVersion, base = ''): UpstreamBehaviour {
  return (request, response) => behaviourOf(version, base, request)(request, response);
}

function behaviourOf(version: JaegerVersion, base: string, request: IncomingMessage): UpstreamBehaviour {
  const url = new URL(request.url ?? '/', 'http://jaeger.invalid');
  // 1.x serves its page for whatever it does not know.
  const unknown = version.startsWith('1.') ? html : noPage;
  if (!url.pathname.startsWith(`${base}/`)) return unknown;
  const path = url.pathname.slice(base.length);
  if (path === '/') {
    const info = { gitCommit: 'abc', gitVersion: `v${version}.0`, buildDate: '' };
    return answering(200, `<!doctype html><script>const JAEGER_VERSION = ${JSON.stringify(info)};</script>`);
  }
  const isLegacy = version !== '2.21';
  if (path === '/api/services') return isLegacy ? legacyServices : noPage;
  if (path === '/api/operations' || path === '/api/traces') return isLegacy ? legacyList : noPage;
  if (path.startsWith('/api/traces/')) return failing(404, 'trace not found');
  if (path === '/api/v3/services') return v3Services;
  if (path === '/api/v3/operations') return v3List;
  if (path === '/api/v3/traces') return v3Traces(version, url.searchParams);
  return unknown;
}

function v3Traces(version: JaegerVersion, asked: URLSearchParams): UpstreamBehaviour {
  // An object a trace, one a line.
  if (version === '1.48') return answering(200, '');
  const isOld = version.startsWith('1.');
  if (isOld && !asked.has('query.start_time_min')) {
    return v3Failing(400, 'query.start_time_min and query.start_time_max are required');
  }
  if (!isOld && asked.get('query.attributes') === '{') {
    return v3Failing(400, 'malformed parameter query.attributes: unexpected end of JSON input');
  }
  return v3Failing(404, 'No traces found');
}

/** A Jaeger that can be replaced by another version while it is being asked. */
export async function startFakeJaeger(version: JaegerVersion, base = '') {
  let behaviour = jaegerOf(version, base);
  const upstream = await startFakeUpstream((request, response) => behaviour(request, response));
  return {
    ...upstream,
    url: new URL(`${base}/`, upstream.url),
    become: (next: UpstreamBehaviour) => {
      behaviour = next;
    },
  };
}
