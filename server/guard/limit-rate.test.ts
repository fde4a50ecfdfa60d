import { fastify } from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { answerError } from '../error-answer.ts';
import { limitRate } from './limit-rate.ts';

async function limitedApp(requestsPerMinute: number, trustProxy: string[] = []) {
  const app = fastify({ trustProxy });
  onTestFinished(() => app.close());
  app.setErrorHandler((error, request, reply) => answerError(() => undefined, error, request, reply));
  await limitRate(app, requestsPerMinute);
  app.get('/', () => 'traces');
  return (remoteAddress: string, forwardedFor?: string) =>
    app.inject({
      url: '/',
      remoteAddress,
      ...(forwardedFor === undefined ? {} : { headers: { 'x-forwarded-for': forwardedFor } }),
    });
}

describe('limitRate', () => {
  it('turns away who asks too often, says until when, and goes on answering others', async () => {
    const ask = await limitedApp(3);
    for (let i = 0; i < 3; i++) expect((await ask('10.0.0.1')).statusCode).toBe(200);
    const answer = await ask('10.0.0.1');
    expect(answer.statusCode).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(answer.json()).toMatchObject({
      code: 'too-many-requests',
      detail: 'More than 3 requests within a minute came from this address.',
      advice: expect.stringMatching(/^Try again in \d+ s\. KUJI_REQUESTS_PER_MINUTE/),
    });
    expect((await ask('10.0.0.2')).statusCode).toBe(200);
  });

  it('believes trusted proxies, and nobody else, about whom they ask for', async () => {
    const ask = await limitedApp(1, ['10.0.0.0/8']);
    expect((await ask('10.0.0.1', '192.0.2.1')).statusCode).toBe(200);
    expect((await ask('10.0.0.1', '192.0.2.2')).statusCode).toBe(200);
    expect((await ask('10.0.0.1', '192.0.2.1')).statusCode).toBe(429);
    expect((await ask('198.51.100.1', '192.0.2.3')).statusCode).toBe(200);
    expect((await ask('198.51.100.1', '192.0.2.4')).statusCode).toBe(429);
  });
});
