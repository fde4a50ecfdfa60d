import type { FastifyInstance } from 'fastify';
import type { Log } from '#core/log.ts';

/**
 * Closes the connection of a client that has stopped reading its answer, which would otherwise stay in memory for as long as the
 * client likes.
 *
 * @param stalledMillis without a byte taken
 */
export function endStalledAnswers(app: FastifyInstance, log: Log, stalledMillis: number): void {
  app.addHook('onSend', async (request, reply) => {
    reply.raw.setTimeout(stalledMillis, () => {
      log('warn', 'the client stopped reading', { method: request.method, url: request.url });
      reply.raw.destroy();
    });
  });
}
