import fastifyHelmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { contentSecurityPolicy } from './content-security-policy.ts';

/** What a page may ask its browser for; ours copies to the clipboard and needs nothing else. */
const PERMISSIONS_POLICY = [
  'accelerometer=()',
  'camera=()',
  'display-capture=()',
  'geolocation=()',
  'gyroscope=()',
  'magnetometer=()',
  'microphone=()',
  'midi=()',
  'payment=()',
  'usb=()',
  'clipboard-write=(self)',
].join(', ');

/**
 * Gives every answer, refusals too, the headers that tell a browser to trust it with little. Must be registered before whatever
 * turns requests away.
 */
export async function secureHeaders(app: FastifyInstance): Promise<void> {
  // The policy is our own, as the page's has a nonce. HSTS would lock people out who try https once.
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    // Pages and files say what holds for them instead.
    reply.headers({
      'content-security-policy': contentSecurityPolicy(),
      'permissions-policy': PERMISSIONS_POLICY,
      'cache-control': 'no-store',
    });
  });
}
