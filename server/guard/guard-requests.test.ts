import { fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerError } from '../error-answer.ts';
import { guardRequests } from './guard-requests.ts';

const app = fastify();
beforeAll(async () => {
  app.setErrorHandler((error, request, reply) => answerError(() => undefined, error, request, reply));
  guardRequests(app, ['kuji.example.org']);
  app.get('/', () => 'traces');
  await app.ready();
});
afterAll(() => app.close());

async function ask(headers: Readonly<Record<string, string>>) {
  const answer = await app.inject({ url: '/', headers });
  return answer.statusCode === 200 ? answer.body : answer.json().code;
}

describe('guardRequests', () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ['a tool', { host: '127.0.0.1:3000' }],
    ['one of our pages', { host: 'localhost:3000', origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
    ['a page behind a proxy that ends TLS', { host: 'kuji.example.org', origin: 'https://kuji.example.org' }],
    ['a page behind a proxy that changes Host', { host: '10.0.0.1:3000', origin: 'https://kuji.example.org' }],
    ['who types the address', { host: '[::1]:3000', 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
    ['who follows a link', { host: 'localhost', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
  ])('answers %s', async (_, headers) => {
    expect(await ask(headers)).toBe('traces');
  });

  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['a rebound name', 'host-refused', { host: 'evil.example:3000' }],
    ['a rebound name of the same origin', 'host-refused', { host: 'evil.example', origin: 'http://evil.example' }],
    ['a page of another site', 'origin-refused', { host: 'localhost:3000', origin: 'https://evil.example' }],
    ['a page without an origin', 'origin-refused', { host: 'localhost:3000', origin: 'null' }],
    ['a file', 'origin-refused', { host: 'localhost:3000', origin: 'file://' }],
    ['a picture in a page of another site', 'origin-refused', { host: 'localhost', 'sec-fetch-site': 'cross-site' }],
    [
      'a page of another port of this machine',
      'origin-refused',
      { host: 'localhost:3000', 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' },
    ],
  ])('refuses %s', async (_, code, headers) => {
    expect(await ask(headers)).toBe(code);
  });

  it('says which name or page it was, cut short', async () => {
    const answer = await app.inject({ url: '/', headers: { host: 'e'.repeat(200) } });
    expect(answer.statusCode).toBe(421);
    expect(answer.json()).toMatchObject({
      detail: `Nothing is served under the name "${'e'.repeat(100)}".`,
      advice: 'If it is meant to, add the name to KUJI_ALLOWED_HOSTS.',
    });
  });
});
