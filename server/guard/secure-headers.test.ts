import { fastify } from 'fastify';
import { expect, it, onTestFinished } from 'vitest';
import { answerError } from '../error-answer.ts';
import { guardRequests } from './guard-requests.ts';
import { secureHeaders } from './secure-headers.ts';

it('gives answers, failures and refusals the same headers', async () => {
  const app = fastify();
  onTestFinished(() => app.close());
  app.setErrorHandler((error, request, reply) => answerError(() => undefined, error, request, reply));
  await secureHeaders(app);
  guardRequests(app, []);
  app.get('/', () => 'traces');
  app.get('/bug', () => Promise.reject(new TypeError('a bug')));
  const answers = [
    await app.inject('/'),
    await app.inject('/bug'),
    await app.inject('/nothing'),
    await app.inject({ url: '/', headers: { host: 'evil.example' } }),
  ];
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 500, 404, 421]);
  for (const { headers } of answers) {
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'$/),
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringMatching(/camera=\(\).*clipboard-write=\(self\)/),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(JSON.stringify(headers)).not.toMatch(/unsafe-|access-control|x-powered-by|"server"/);
  }
});
