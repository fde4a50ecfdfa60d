import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configErrorText, readConfig } from './config.ts';
import { credentialsOf } from './jaeger-query/connection/credentials-of.ts';

const CERTIFICATE = fileURLToPath(new URL('./jaeger-query/testing/certificates/ca.pem', import.meta.url));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kuji-access-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function fileOf(content: string | Uint8Array, name = 'secret'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function accessOf(env: Record<string, string>) {
  const result = readConfig(env);
  if (result.kind === 'errors') throw new Error(result.errors.map(configErrorText).join('\n'));
  return result.config.jaegerAccess;
}

async function headersOf(env: Record<string, string>) {
  const { login, tenant } = accessOf(env);
  return (await credentialsOf(login, tenant).headers()).headers;
}

function errorsOf(env: Record<string, string>): readonly string[] {
  const result = readConfig(env);
  return result.kind === 'errors' ? result.errors.map(configErrorText) : [];
}

describe('the access to Jaeger', () => {
  it('is a token, or a name and a password, and a tenant', async () => {
    expect(await headersOf({})).toEqual({});
    expect(await headersOf({ JAEGER_BEARER_TOKEN: 'abc.def' })).toEqual({ authorization: 'Bearer abc.def' });
    expect(await headersOf({ JAEGER_BASIC_AUTH: 'me:a:b 籤' })).toEqual({
      authorization: `Basic ${Buffer.from('me:a:b 籤').toString('base64')}`,
    });
    expect(await headersOf({ JAEGER_TENANT: 'acme' })).toEqual({ 'x-tenant': 'acme' });
    expect(await headersOf({ JAEGER_TENANT: 'acme', JAEGER_TENANT_HEADER: 'X-Scope-OrgID' })).toEqual({
      'x-scope-orgid': 'acme',
    });
  });

  it('is read from files, without the line end behind it', async () => {
    expect(await headersOf({ JAEGER_BEARER_TOKEN_FILE: fileOf('abc\n') })).toEqual({ authorization: 'Bearer abc' });
    expect(await headersOf({ JAEGER_TENANT_FILE: fileOf('acme\r\n') })).toEqual({ 'x-tenant': 'acme' });
    expect(await headersOf({ JAEGER_BASIC_AUTH_FILE: fileOf('me: secret \n') })).toEqual({
      authorization: `Basic ${Buffer.from('me: secret ').toString('base64')}`,
    });
  });

  it.each([
    [{ JAEGER_BEARER_TOKEN: 'hunter2', JAEGER_BASIC_AUTH: 'me:hunter2' }, 'JAEGER_BASIC_AUTH', 'JAEGER_BEARER_TOKEN'],
    [{ JAEGER_BEARER_TOKEN: 'hunter2', JAEGER_BEARER_TOKEN_FILE: CERTIFICATE }, 'JAEGER_BEARER_TOKEN_FILE', ''],
    [{ JAEGER_TENANT: 'hunter2', JAEGER_TENANT_FILE: CERTIFICATE }, 'JAEGER_TENANT_FILE', ''],
  ])('cannot be two at once: %o', (env, wrong, first) => {
    const errors = errorsOf(env);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(new RegExp(`^${wrong} is .*is set, too`));
    expect(errors[0]).toContain(first);
    expect(errors[0]).not.toContain('hunter2');
  });

  it.each([
    ['JAEGER_BEARER_TOKEN', 'hunter2 x', 'a blank'],
    ['JAEGER_BEARER_TOKEN', 'hunter2\r\nx-evil: 1', 'a line end'],
    ['JAEGER_BEARER_TOKEN', 'hunter2籤', 'another character'],
    ['JAEGER_BASIC_AUTH', 'hunter2', 'no colon'],
    ['JAEGER_BASIC_AUTH', ':hunter2', 'no name'],
    ['JAEGER_BASIC_AUTH', 'me:hunter2\nx', 'a line end'],
    ['JAEGER_TENANT', 'hunter2\tx', 'a blank'],
  ])('refuses an unusable %s without showing it', (name, value, reason) => {
    const errors = errorsOf({ [name]: value });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(new RegExp(`^${name} is set \\(it has .*\\), but must be `));
    expect(errors[0]).toContain(reason);
    expect(errors.join()).not.toMatch(/hunter2|籤|evil/);
    expect(errorsOf({ [`${name}_FILE`]: fileOf(value) }).join()).not.toMatch(/hunter2|籤|evil/);
    expect(errorsOf({ [`${name}_FILE`]: fileOf(value) })[0]).toContain(reason);
  });

  it.each([
    ['a file that is not there', () => join(folder, 'nothing'), 'there is no such file'],
    ['a folder', () => folder, 'it is not a file'],
    ['an empty file', () => fileOf('\n'), 'it is empty'],
    ['a long file', () => fileOf('x'.repeat(20_000)), 'it is longer than 16384 bytes'],
  ])('refuses %s, and names it', (_name, path, reason) => {
    for (const name of ['JAEGER_BEARER_TOKEN_FILE', 'JAEGER_BASIC_AUTH_FILE', 'JAEGER_TENANT_FILE']) {
      const [text] = errorsOf({ [name]: path() });
      expect(text).toContain(`${name} is ${JSON.stringify(path())} (${reason}), but must be the path of a file`);
    }
  });

  it('does not show what was given as a file and may be the secret itself', () => {
    const [text] = errorsOf({ JAEGER_BEARER_TOKEN_FILE: 'eyJhbGciOiJub25lIn0.hunter2' });
    expect(text).toMatch(/^JAEGER_BEARER_TOKEN_FILE is set \(there is no such file\), but must be the path/);
  });

  it.each(['Authorization', 'host', 'Cookie', 'content-length', 'proxy-authorization', 'x tenant', 'x-tenant:', 'é'])(
    'does not send a tenant in the header %s',
    (name) => {
      expect(errorsOf({ JAEGER_TENANT_HEADER: name })[0]).toMatch(/^JAEGER_TENANT_HEADER is .*cannot carry a tenant/);
    },
  );

  it('has the certificates of a file, which must be some', () => {
    expect(accessOf({ JAEGER_CA_FILE: CERTIFICATE }).certificates).toEqual([
      expect.stringMatching(/^-----BEGIN CERTIFICATE-----\n[^-]+\n-----END CERTIFICATE-----$/),
    ]);
    const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
    expect(errorsOf({ JAEGER_CA_FILE: fileOf('hello') })[0]).toMatch(/it has no certificate in PEM/);
    expect(errorsOf({ JAEGER_CA_FILE: fileOf(broken) })[0]).toMatch(/certificate 1 in it cannot be read/);
    expect(errorsOf({ JAEGER_CA_FILE: join(folder, 'nothing') })[0]).toMatch(/there is no such file/);
    expect(errorsOf({ JAEGER_CA_FILE: folder })[0]).toMatch(/it cannot be read: EISDIR/);
  });

  it('cannot be printed by accident', () => {
    const access = accessOf({ JAEGER_BEARER_TOKEN: 'hunter2', JAEGER_TENANT_FILE: fileOf('hunter2') });
    expect(JSON.stringify(access)).not.toMatch(/hunter2/);
  });
});
