import { afterEach, describe, expect, it } from 'vitest';
import { answering, startFakeUpstream, type UpstreamBehaviour } from '../testing/fake-upstream.ts';
import type { Credentials } from './credentials.ts';
import { type Upstream, withUpstream } from './upstream.ts';

const idle = new AbortController().signal;

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const BEARER: Credentials = {
  login: 'bearer',
  loginVariable: 'JAEGER_BEARER_TOKEN_FILE',
  headers: async () => ({ headers: { authorization: 'Bearer hunter2' }, secrets: ['hunter2'] }),
};
const BASIC: Credentials = { ...BEARER, login: 'basic', loginVariable: 'JAEGER_BASIC_AUTH' };
const TENANT: Credentials = { login: 'none', tenantHeader: 'x-tenant', headers: BEARER.headers };

async function faultOf(behaviour: UpstreamBehaviour, credentials?: Credentials) {
  const server = await startFakeUpstream(behaviour);
  cleanups.push(() => server.close());
  const upstream: Upstream = { fetch, baseUrl: server.url, timeoutMillis: 10_000, maxBytes: 2 ** 20 };
  const url = new URL('/api/services', server.url);
  const asked = withUpstream(credentials ? { ...upstream, credentials } : upstream, url, idle, async () => 'read');
  return asked.then(
    () => ({ code: 'none', detail: '', advice: '' }),
    (error: { readonly code: string; readonly detail: string; readonly advice: string }) => error,
  );
}

const page = (status: number, html: string) => answering(status, html, { 'content-type': 'text/html' });
const refusing = (status: number, challenge?: string, text = 'no') =>
  answering(status, text, challenge === undefined ? {} : { 'www-authenticate': challenge });

describe('a refusal', () => {
  it.each<[string, UpstreamBehaviour, Credentials | undefined, RegExp]>([
    ['without a word', refusing(401), undefined, /Set JAEGER_BEARER_TOKEN, or JAEGER_BASIC_AUTH/],
    ['that wants basic', refusing(401, 'Basic realm="x"'), undefined, /^It wants a user name .* Set JAEGER_BASIC_AUTH/],
    ['that wants a token', refusing(401, 'Bearer realm="x"'), undefined, /^It wants a token. Set JAEGER_BEARER_TOKEN/],
    ['of the token', refusing(401, 'Bearer error="x"'), BEARER, /token of JAEGER_BEARER_TOKEN_FILE is not accepted/],
    ['of the password', refusing(401, 'Basic realm="x"'), BASIC, /the password of JAEGER_BASIC_AUTH is wrong/],
    ['of a token for basic', refusing(401, 'Basic'), BEARER, /JAEGER_BASIC_AUTH .*instead of JAEGER_BEARER_TOKEN_FILE/],
    ['of basic for a token', refusing(401, 'Bearer'), BASIC, /JAEGER_BEARER_TOKEN .*instead of JAEGER_BASIC_AUTH/],
    ['403 without a login', refusing(403), undefined, /Set JAEGER_BEARER_TOKEN/],
    ['403 with one', refusing(403), BEARER, /JAEGER_BEARER_TOKEN_FILE is known there, but may not read/],
    ['for want of a tenant', refusing(401, undefined, 'missing tenant header'), undefined, /Set JAEGER_TENANT \(or/],
    ['of the header', refusing(401, undefined, 'missing tenant header'), TENANT, /Set JAEGER_TENANT_HEADER to the one/],
    ['of the tenant', refusing(401, undefined, 'unknown tenant'), TENANT, /Correct JAEGER_TENANT/],
  ])('%s tells which variable to set', async (_name, behaviour, credentials, advice) => {
    expect(await faultOf(behaviour, credentials)).toMatchObject({
      code: 'jaeger-refused',
      advice: expect.stringMatching(advice),
    });
  });

  it('is told in its own words, but for what must not be repeated', async () => {
    const fault = await faultOf(refusing(401, 'Bearer', 'the token hunter2 has expired'), BEARER);
    expect(fault.detail).toMatch(/\/api\/services answers 401: the token … has expired$/);
  });
});

describe('a redirect', () => {
  it.each<[string, string, RegExp]>([
    ['to a login page', '/oauth2/start?rd=%2Fapi', /It asks people to log in. Set JAEGER_BEARER_TOKEN/],
    ['to another host that is for logins', 'https://sso.example/realms/x', /It asks people to log in/],
    ['to https', 'https://127.0.0.1/api/services', /Set JAEGER_QUERY_URL to the same address with https:/],
    ['to anywhere', '/jaeger/api/services', /Set JAEGER_QUERY_URL to the address that it leads to/],
  ])('%s is told with what to do', async (_name, location, advice) => {
    expect(await faultOf(answering(302, '', { location }))).toMatchObject({
      code: 'jaeger-not-jaeger',
      advice: expect.stringMatching(advice),
    });
  });

  it('is never followed, and not repeated with its query', async () => {
    const fault = await faultOf(answering(307, '', { location: 'http://me:pw@x.example/login?state=abc' }), BEARER);
    expect(fault.detail).toMatch(/redirects \(307\) to http:\/\/x\.example\/login\.$/);
    expect(fault.advice).toMatch(/does not accept JAEGER_BEARER_TOKEN_FILE/);
  });
});

describe('a page of HTML', () => {
  const jaegerUi =
    '<!doctype html><html><head><title>Jaeger UI</title><script>const JAEGER_VERSION = {};</script></head></html>';

  it.each<[string, UpstreamBehaviour, RegExp, RegExp]>([
    ['of Jaeger', page(200, jaegerUi), /\(“Jaeger UI”\)/, /^This is the UI of Jaeger.*base-path=\/jaeger/],
    ['of another server', page(200, '<html><title>Grafana</title>'), /“Grafana”/, /^Check JAEGER_QUERY_URL/],
    ['that is not found', page(404, '\n <!DOCTYPE html><h1>404</h1>'), /a page of HTML\.$/, /^Check JAEGER_QUERY_URL/],
    ['with a title of a login', page(200, '<title>\nSign in to\n Okta </title>'), /“Sign in to Okta”/, /to log in/],
    ['in Japanese', page(200, '<title>ログイン</title>'), /“ログイン”/, /asks people to log in/],
    ['with a field for passwords', page(200, '<form><input name=p type="password"></form>'), /./, /to log in/],
  ])('%s is told with what to set', async (_name, behaviour, detail, advice) => {
    expect(await faultOf(behaviour)).toMatchObject({
      code: 'jaeger-not-jaeger',
      detail: expect.stringMatching(detail),
      advice: expect.stringMatching(advice),
    });
  });

  it('of a failure is left to who knows what failed', async () => {
    expect((await faultOf(page(500, '<html>oops'))).code).toBe('none');
  });

  it('is told from JSON, whatever its content type, by its beginning alone', async () => {
    expect((await faultOf(answering(200, '{"a":"<html>"}', { 'content-type': 'text/html' }))).code).toBe('none');
    expect((await faultOf(answering(200, '<html>', { 'content-type': 'application/json' }))).code).not.toBe('none');
    expect((await faultOf(answering(200, ''))).code).toBe('none');
  });
});

it('sends login and tenant nowhere else', async () => {
  const upstream: Upstream = {
    fetch: () => Promise.reject(new Error('asked')),
    baseUrl: new URL('http://jaeger:16686'),
    timeoutMillis: 1000,
    maxBytes: 1000,
    credentials: BEARER,
  };
  for (const other of ['http://jaeger:16687', 'https://jaeger:16686', 'http://other:16686']) {
    await expect(withUpstream(upstream, new URL(other), idle, async () => 0)).rejects.toThrow(RangeError);
  }
});
