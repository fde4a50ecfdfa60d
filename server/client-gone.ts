import type { FastifyReply } from 'fastify';

/** Whoever asked has closed the connection. Nobody is there to be told. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}

/** Aborted, with a `ClientGone`, when the other side closes the connection before it has its whole answer. */
export function signalOf(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort(new ClientGone('the client has left'));
  });
  return controller.signal;
}
