import { demoTraces } from '#core/testing/demo-traces.ts';
import { legacyBody } from '#core/testing/legacy-body.ts';
import { v3Body } from '#core/testing/v3-body.ts';
import { answering, type UpstreamBehaviour } from '../../jaeger-query/testing/fake-upstream.ts';

/** What it holds, of whatever service one asks for. */
export const HELD_TRACES = demoTraces({ seed: 1, traces: 20 });
export const LEGACY_BODY = legacyBody(HELD_TRACES);
const V3_BODY = v3Body(HELD_TRACES);

const noPage = answering(404, '404 page not found\n');
const services = '{"data":["demo"],"total":1,"limit":0,"offset":0,"errors":null}';

/** A Jaeger that holds twenty traces: one up to 2.20 (`legacy`), or one of those that have `/api/v3` alone. */
export function healthyJaeger(dialect: 'legacy' | 'v3'): UpstreamBehaviour {
  const answers = dialect === 'legacy' ? legacyAnswer : v3Answer;
  return (request, response) => answers(new URL(request.url ?? '/', 'http://jaeger.invalid'))(request, response);
}

function legacyAnswer({ pathname, searchParams }: URL): UpstreamBehaviour {
  switch (pathname) {
    case '/api/services':
    case '/api/operations':
      return answering(200, services);
    case '/api/traces':
      return answering(200, ofService(LEGACY_BODY, searchParams.get('service')));
    default:
      return noPage;
  }
}

function v3Answer({ pathname, searchParams }: URL): UpstreamBehaviour {
  switch (pathname) {
    case '/api/v3/services':
      return answering(200, '{"services":["demo"]}');
    case '/api/v3/operations':
      return answering(200, '{"operations":[{"name":"demo","spanKind":"server"}]}');
    case '/api/v3/traces':
      // How 2.19 and later are told from those before.
      return searchParams.get('query.attributes') === '{'
        ? answering(400, '{"error":{"httpCode":400,"message":"malformed parameter query.attributes"}}')
        : answering(200, ofService(V3_BODY, searchParams.get('query.serviceName')));
    default:
      return noPage;
  }
}

function ofService(body: string, service: string | null): string {
  return body.replaceAll('"demo"', JSON.stringify(service));
}
