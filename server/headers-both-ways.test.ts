import { request as askRaw } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { startedKuji } from './faults/testing/started-kuji.ts';
import { jaegerOf } from './jaeger-query/testing/fake-jaeger.ts';
import { startFakeUpstream } from './jaeger-query/testing/fake-upstream.ts';

/** What a browser, a proxy before us or somebody who means harm may send along. */
const FROM_CLIENT = {
  authorization: 'Bearer of-the-visitor',
  cookie: 'session=of-the-visitor',
  'x-forwarded-for': '203.0.113.7',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-access-token': 'of-the-visitor',
  'x-tenant': 'another',
  'x-kuji-probe': 'of-the-visitor',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  baggage: 'user=of-the-visitor',
  'accept-language': 'ja',
  'user-agent': 'of-the-visitor',
  te: 'trailers',
};

/** What a Jaeger, a proxy before it or somebody who means harm may answer along. */
const FROM_JAEGER = {
  'set-cookie': 'session=of-jaeger',
  traceresponse: '00-of-jaeger',
  'access-control-allow-origin': '*',
  'access-control-allow-credentials': 'true',
  'www-authenticate': 'Basic realm="of-jaeger"',
  'clear-site-data': '"*"',
  refresh: '0; url=http://evil.example/of-jaeger',
  link: '<http://evil.example/of-jaeger>; rel=preload',
  server: 'of-jaeger',
  'x-powered-by': 'of-jaeger',
  'strict-transport-security': 'max-age=31536000',
  'cache-control': 'public, max-age=31536000',
};

const ADDRESSES = [
  '/api/services',
  '/api/operations?service=demo',
  '/api/spans?service=demo&start=1&end=2000000',
  '/api/traces/ab',
  '/api/connection',
];

it('sends Jaeger no header of a client, and a client none of Jaeger', async () => {
  const sent: Record<string, unknown>[] = [];
  const jaeger = jaegerOf('1.76');
  const upstream = await startFakeUpstream((request, response) => {
    sent.push(request.headers);
    for (const [name, value] of Object.entries(FROM_JAEGER)) response.setHeader(name, value);
    jaeger(request, response);
  });
  onTestFinished(() => upstream.close());
  const kuji = await startedKuji({ JAEGER_QUERY_URL: upstream.url.href });
  onTestFinished(() => kuji.close());

  const heard: Record<string, unknown>[] = [];
  for (const address of ADDRESSES) heard.push(await headersOfAnswer(`${kuji.origin}${address}`));

  expect(sent.length).toBeGreaterThanOrEqual(4);
  const names = new Set(sent.flatMap((headers) => Object.keys(headers)));
  expect([...names].toSorted()).toMatchInlineSnapshot(`
    [
      "accept",
      "accept-encoding",
      "accept-language",
      "connection",
      "host",
      "sec-fetch-mode",
      "user-agent",
    ]
  `);
  expect(JSON.stringify(sent)).not.toMatch(/of-the-visitor|203\.0\.113|evil|another/);

  const told = new Set(heard.flatMap((headers) => Object.keys(headers)));
  expect([...told].toSorted()).toMatchInlineSnapshot(`
    [
      "cache-control",
      "connection",
      "content-length",
      "content-security-policy",
      "content-type",
      "cross-origin-opener-policy",
      "cross-origin-resource-policy",
      "date",
      "keep-alive",
      "origin-agent-cluster",
      "permissions-policy",
      "referrer-policy",
      "vary",
      "x-content-type-options",
      "x-dns-prefetch-control",
      "x-download-options",
      "x-frame-options",
      "x-permitted-cross-domain-policies",
      "x-xss-protection",
    ]
  `);
  expect(JSON.stringify(heard)).not.toMatch(/of-jaeger|evil|public/);
});

/** `fetch` would not send all of these. */
function headersOfAnswer(url: string): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const asking = askRaw(url, { headers: FROM_CLIENT }, (answer) => {
      answer.resume().once('end', () => resolve(answer.headers));
    });
    asking.once('error', reject).end();
  });
}
