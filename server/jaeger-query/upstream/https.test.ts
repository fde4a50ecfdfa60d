import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCertificates, trustCertificates } from '../connection/trusted-certificates.ts';
import { answering, startFakeUpstream } from '../testing/fake-upstream.ts';
import { withUpstream } from './upstream.ts';

const idle = new AbortController().signal;
const usual = tls.getCACertificates('default');

const fileOf = (name: string) => fileURLToPath(new URL(`../testing/certificates/${name}`, import.meta.url));

const cleanups: (() => Promise<void>)[] = [];
beforeEach(() => tls.setDefaultCACertificates(usual));
afterEach(async () => {
  tls.setDefaultCACertificates(usual);
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** A server on this machine with that certificate. */
async function serverWith(certificate: string): Promise<URL> {
  const [key, cert] = [readFileSync(fileOf(`${certificate}.key`)), readFileSync(fileOf(`${certificate}.pem`))];
  const server: Server = createServer({ key, cert }, (_request, response) => response.end('{"data":[]}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  // A server that listens on TCP has such an address.
  return new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

function trust(name: string): void {
  const read = readCertificates(fileOf(name));
  if ('problem' in read) throw new Error(read.problem);
  trustCertificates(read.certificates);
}

async function ask(url: URL): Promise<number> {
  const upstream = { fetch, baseUrl: url, timeoutMillis: 10_000, maxBytes: 1000 };
  return await withUpstream(upstream, url, idle, async ({ status }) => status);
}

describe('https', () => {
  it('is spoken with a server whose authority is given, besides the usual ones', async () => {
    const url = await serverWith('server');
    await expect(ask(url)).rejects.toMatchObject({ code: 'jaeger-unreachable' });
    const trusted = tls.getCACertificates('default').length;
    trust('ca.pem');
    expect(await ask(url)).toBe(200);
    expect(tls.getCACertificates('default').length).toBe(trusted + 1);
  });

  it('is spoken with a self-signed server whose own certificate is given', async () => {
    const url = await serverWith('self-signed');
    trust('self-signed.pem');
    expect(await ask(url)).toBe(200);
  });

  it.each([
    ['server', undefined, /the authority of its certificate is not known/, /JAEGER_CA_FILE/],
    ['self-signed', undefined, /its certificate is self-signed/, /JAEGER_CA_FILE/],
    ['self-signed', 'ca.pem', /its certificate is self-signed/, /JAEGER_CA_FILE/],
    ['expired', 'ca.pem', /its certificate has expired/, /Renew the certificate/],
    ['other-host', 'ca.pem', /its certificate is for another host/, /host name that the certificate names/],
  ])(
    'is refused for the certificate %s, trusting %s, with what to do',
    async (certificate, trusted, detail, advice) => {
      const url = await serverWith(certificate);
      if (trusted !== undefined) trust(trusted);
      await expect(ask(url)).rejects.toMatchObject({
        code: 'jaeger-unreachable',
        detail: expect.stringMatching(detail),
        advice: expect.stringMatching(advice),
      });
    },
  );

  it('is told from http, both ways', async () => {
    const plain = await startFakeUpstream(answering(200, '{}'));
    cleanups.push(() => plain.close());
    await expect(ask(new URL(`https://${plain.url.host}`))).rejects.toMatchObject({
      code: 'jaeger-unreachable',
      detail: expect.stringMatching(/it does not speak https/),
      advice: expect.stringMatching(/http:\/\/ instead of https:\/\//),
    });
    const secure = await serverWith('server');
    await expect(ask(new URL(`http://${secure.host}`))).rejects.toMatchObject({
      advice: expect.stringMatching(/must begin with https:\/\//),
    });
  });
});
