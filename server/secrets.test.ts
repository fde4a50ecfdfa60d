import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectionAnswer, problemAnswer } from '#core/api.ts';
import { configErrorText, readConfig } from './config.ts';
import { jaegerOf } from './jaeger-query/testing/fake-jaeger.ts';
import {
  answering,
  failing,
  hangingAfter,
  startFakeUpstream,
  type UpstreamBehaviour,
} from './jaeger-query/testing/fake-upstream.ts';
import { runKuji } from './run-kuji.ts';

const TOKEN = 'tOkEn.hunter2-0123456789/abcdef+XYZ==';
const PASSWORD = 'pAsS:hunter2 籤 0123456789';
const PAIR = `visitor:${PASSWORD}`;
const ENCODED = Buffer.from(PAIR).toString('base64');
const SECRET = /hunter2|0123456789|籤/;

const cleanups: (() => unknown)[] = [];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kuji-secrets-'));
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  rmSync(folder, { recursive: true });
});

const ADDRESSES = [
  '/api/about',
  '/api/connection',
  '/api/services',
  '/api/operations?service=demo',
  '/api/spans?service=demo&start=1&end=2000000',
  '/api/traces/ab',
  '/readyz',
  '/openapi.json',
  '/api/connection',
];

/** Everything that Kuji says to anybody but Jaeger, asked everything, on a Jaeger at `url`. */
async function everythingSaid(url: string, env: Readonly<Record<string, string>>) {
  const fast = { KUJI_UPSTREAM_TIMEOUT_MS: '150', KUJI_UPSTREAM_RETRIES: '0' };
  const read = readConfig({ PORT: '0', JAEGER_QUERY_URL: url, ...fast, ...env });
  if (read.kind === 'errors') throw new Error(read.errors.map(configErrorText).join('\n'));
  const said: string[] = [];
  const log = (level: string, message: string, fields: unknown) =>
    void said.push(`${level} ${message} ${JSON.stringify(fields)}`);
  const kuji = await runKuji(read.config, { log, version: '1', webRoot: '/not-built' });
  const at = kuji.urls[0]?.url;
  for (const address of ADDRESSES) {
    const answer = await fetch(`${at}${address}`);
    said.push(`${address} ${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`);
  }
  await kuji.close();
  return said;
}

async function serverThat(behaviour: UpstreamBehaviour) {
  const sent: string[] = [];
  const server = await startFakeUpstream((request, response) => {
    sent.push(JSON.stringify(request.headers));
    behaviour(request, response);
  });
  cleanups.push(() => server.close());
  return { url: server.url.href, sent };
}

/** Says all that it was told. */
const echoing =
  (status: number, wrap: (text: string) => string, headers: (text: string) => Record<string, string> = () => ({})) =>
  (...[request, response]: Parameters<UpstreamBehaviour>) => {
    const authorization = request.headers.authorization ?? '';
    const text = `${authorization} ${Buffer.from(authorization.replace('Basic ', ''), 'base64').toString()}`;
    answering(status, wrap(text), headers(encodeURI(text)))(request, response);
  };

const plain = (text: string) => text;
const envelope = (text: string) => JSON.stringify({ data: null, errors: [{ code: 500, msg: text }] });

const FAULTS: readonly (readonly [string, UpstreamBehaviour])[] = [
  ['all is well', jaegerOf('1.76')],
  ['all is well in v3', jaegerOf('2.21')],
  ['it repeats what it refuses', echoing(401, plain, () => ({ 'www-authenticate': 'Bearer' }))],
  ['it repeats what it forbids', echoing(403, plain)],
  ['it repeats a cut part', echoing(401, (text) => 'x'.repeat(275) + text)],
  ['it repeats it in its envelope', echoing(500, envelope)],
  ['it repeats it in a page', echoing(200, (text) => `<title>${text}</title>`)],
  ['it repeats it on the way to a login', echoing(302, plain, (text) => ({ location: `/login?rd=${text}` }))],
  ['it repeats it in the path of a login', echoing(302, plain, (text) => ({ location: `/login/${text}` }))],
  ['it repeats it where there is nothing', echoing(404, plain)],
  ['it repeats it in broken JSON', echoing(200, (text) => `{"data":["${text}`)],
  ['a proxy repeats it', echoing(502, plain)],
  ['it hangs', hangingAfter('{"data":[')],
  ['it hangs up', (request) => request.socket.destroy()],
  ['its storage is away', failing(500, 'no storage')],
];

describe.each([
  ['a token', { JAEGER_BEARER_TOKEN: TOKEN }, undefined, `Bearer ${TOKEN}`],
  ['a token in a file', {}, ['JAEGER_BEARER_TOKEN_FILE', TOKEN], `Bearer ${TOKEN}`],
  ['a password', { JAEGER_BASIC_AUTH: PAIR }, undefined, `Basic ${ENCODED}`],
  ['a password in a file', {}, ['JAEGER_BASIC_AUTH_FILE', PAIR], `Basic ${ENCODED}`],
] as const)('%s', (_name, variables, file, header) => {
  const envOf = (): Record<string, string> => {
    if (file === undefined) return { ...variables };
    const path = join(folder, 'secret');
    writeFileSync(path, file[1]);
    return { [file[0]]: path };
  };

  it.each(FAULTS)('is told Jaeger and nobody else when %s', async (_fault, behaviour) => {
    const { url, sent } = await serverThat(behaviour);
    const said = await everythingSaid(url, envOf());
    expect(sent.length).toBeGreaterThan(0);
    for (const headers of sent) expect(JSON.parse(headers)).toMatchObject({ authorization: header });
    for (const text of said) {
      expect(text).not.toMatch(SECRET);
      expect(text).not.toContain(ENCODED.slice(0, 8));
    }
  });

  it('is told nobody when Jaeger cannot be reached, or its certificate not be trusted', async () => {
    const gone = await startFakeUpstream(answering(200, ''));
    await gone.close();
    const certificate = (name: string) =>
      readFileSync(fileURLToPath(new URL(`./jaeger-query/testing/certificates/${name}`, import.meta.url)));
    const secure = createServer({ key: certificate('server.key'), cert: certificate('server.pem') });
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    cleanups.push(() => secure.close());
    const { port } = secure.address() as AddressInfo;
    for (const url of [gone.url.href, `https://127.0.0.1:${port}`, 'http://jaeger.invalid']) {
      for (const text of await everythingSaid(url, envOf())) expect(text).not.toMatch(SECRET);
    }
  });
});

describe('a file with a secret', () => {
  it('is read again when it changes, and is a clear fault without it', async () => {
    const path = join(folder, 'token');
    writeFileSync(path, 'first\n');
    const { url, sent } = await serverThat(jaegerOf('1.76'));
    const read = readConfig({ PORT: '0', JAEGER_QUERY_URL: url, JAEGER_BEARER_TOKEN_FILE: path });
    if (read.kind === 'errors') throw new Error('the configuration of the test is wrong');
    const kuji = await runKuji(read.config, { log: () => undefined, version: '1', webRoot: '/not-built' });
    cleanups.push(() => kuji.close());
    const at = kuji.urls[0]?.url;
    await fetch(`${at}/api/services`);
    expect(sent.at(-1)).toContain('Bearer first');
    writeFileSync(path, 'second\n');
    await fetch(`${at}/api/services`);
    expect(sent.at(-1)).toContain('Bearer second');

    for (const [content, reason] of [
      ['', 'it is empty'],
      ['hunter2\r\nx-evil: 1', 'it has a blank, a line end'],
    ] as const) {
      writeFileSync(path, content);
      const asked = sent.length;
      const problem = await (await fetch(`${at}/api/services`)).json();
      expect(problem).toMatchObject({
        code: 'jaeger-refused',
        detail: expect.stringContaining(`The file of JAEGER_BEARER_TOKEN_FILE (${path}) cannot be used: ${reason}`),
        advice: expect.stringContaining('JAEGER_BEARER_TOKEN_FILE'),
      });
      expect(JSON.stringify(problem)).not.toMatch(/hunter2|evil/);
      expect(sent).toHaveLength(asked);
    }

    rmSync(path);
    const missing = problemAnswer.parse(await (await fetch(`${at}/api/services`)).json());
    expect(missing.detail).toContain('there is no such file');
    const status = connectionAnswer.parse(await (await fetch(`${at}/api/connection`)).json());
    expect(status).toMatchObject({ login: 'bearer', state: 'fails', lastError: { code: 'jaeger-refused' } });
    writeFileSync(path, 'third');
    expect((await fetch(`${at}/api/services`)).status).toBe(200);
    expect(sent.at(-1)).toContain('Bearer third');
  });
});
