import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Log } from '#core/log.ts';
import { KujiError } from './errors.ts';
import { onceGone } from './guard/once-gone.ts';

export interface Ending {
  /** `close` was called: nothing new is begun. */
  readonly hasBegun: () => boolean;
}

/**
 * What `close` does before it closes: from then on questions are refused, on new connections and on kept ones; those under way
 * go on until their answers have left, or are cut. Whoever asks for a page or for how we are is answered until the end. Must be
 * registered after the headers of refusals, and before whatever does work.
 *
 * @param graceMillis after which requests are cut: their connections are closed, and what they asked of others is given up
 * @throws where Fastify would not wait for so long
 */
export function endInTime(app: FastifyInstance, log: Log, graceMillis: number): Ending {
  if (app.initialConfig.pluginTimeout !== 0) {
    throw new Error('Fastify gives up a hook after its pluginTimeout, also the one that waits here: it has to be 0.');
  }
  const underWay = new Set<FastifyRequest>();
  const quiet = Promise.withResolvers<void>();
  let hasBegun = false;

  app.addHook('onRequest', async (request, reply) => {
    underWay.add(request);
    onceGone(reply, () => {
      underWay.delete(request);
      if (hasBegun && underWay.size === 0) quiet.resolve();
    });
    if (hasBegun && request.routeOptions.url?.startsWith('/api/')) {
      throw new KujiError('ending', 'Kuji is ending, and answers only what it was asked before.');
    }
  });
  app.addHook('onSend', async (_request, reply) => {
    if (hasBegun) reply.header('connection', 'close');
  });
  // Not left to Node: its `close` cuts answers that are made but have not left yet, and waits for connections that say nothing.
  app.addHook('preClose', async () => {
    hasBegun = true;
    // Nobody was ever answered: a port was taken.
    if (!app.server.listening) return;
    const requests = underWay.size;
    log(requests === 0 ? 'info' : 'warn', 'ending; requests in flight go on', { requests, graceMillis });
    if (requests === 0) quiet.resolve();
    const timer = setTimeout(cut, graceMillis);
    await quiet.promise;
    clearTimeout(timer);
    app.server.closeAllConnections();
  });

  function cut(): void {
    log('warn', 'requests were cut after the grace time', { requests: underWay.size });
    for (const { raw } of underWay) raw.socket.destroy();
  }

  return { hasBegun: () => hasBegun };
}
