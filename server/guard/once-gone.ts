import type { FastifyReply } from 'fastify';

/** Calls `done` once, when the whole answer has left or its connection is closed, at once where that has happened already. */
export function onceGone(reply: FastifyReply, done: () => void): void {
  if (reply.raw.closed) done();
  else reply.raw.once('close', done);
}
