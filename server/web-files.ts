import { randomBytes } from 'node:crypto';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { BuiltPage } from './built-page.ts';
import { KujiError } from './errors.ts';
import { contentSecurityPolicy } from './guard/content-security-policy.ts';

/** Stands in index.html wherever the page needs the nonce of its response. */
const NONCE_PLACEHOLDER = '__NONCE__';

/** The addresses that are views of the one page. Every other unknown address is a 404. */
const PAGES = ['/', '/trace/:id'] as const;

/**
 * Serves what the build of `web` has made: the page with a nonce of its own each time, hashed files for ever, all else
 * checked each time. What is not there is a 404 that nobody keeps: the next server may have it.
 *
 * @returns whether there is a page to serve
 */
export async function serveWebFiles(
  app: FastifyInstance,
  webRoot: string | undefined,
  page: BuiltPage | undefined,
): Promise<boolean> {
  for (const url of PAGES) {
    app.get(url, { schema: { hide: true } }, (_request, reply) => sendPage(reply, page));
  }
  if (page === undefined || webRoot === undefined) return false;
  await app.register(fastifyStatic, {
    root: webRoot,
    index: false,
    wildcard: false,
    globIgnore: ['**/*.br', '**/*.gz', 'index.html'],
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders: (reply, path) => {
      const isHashed = path.startsWith(join(webRoot, 'assets') + sep);
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return true;
}

function sendPage(reply: FastifyReply, page: BuiltPage | undefined): FastifyReply {
  if (page === undefined) {
    throw new KujiError('not-found', 'The pages of Kuji are not built.', { advice: 'Run: npm run build' });
  }
  const nonce = randomBytes(16).toString('base64');
  return reply
    .header('content-security-policy', contentSecurityPolicy(nonce))
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(page.html.replaceAll(NONCE_PLACEHOLDER, nonce));
}
