import type { FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Log } from '#core/log.ts';
import { ClientGone } from './client-gone.ts';
import { KujiError, problemOf } from './errors.ts';
import { JaegerFault } from './jaeger-query/jaeger-fault.ts';

export const PROBLEM_TYPE = 'application/problem+json';

/** Tells whoever asked of a failure. Bugs are logged with their stack; what is expected is told, and logged as a warning. */
export function answerError(log: Log, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // 499 is what nginx notes for it. It only gets into our log.
  if (error instanceof ClientGone) return reply.code(499).send();
  const expected = expectedError(error);
  const url = request.url;
  if (expected.code === 'internal') log('error', 'a request failed by a bug', { url, error: detailsOf(error) });
  else if (expected.code.startsWith('jaeger')) log('warn', expected.detail, { url, code: expected.code });
  return sendProblem(reply, expected);
}

export function sendProblem(reply: FastifyReply, error: KujiError): FastifyReply {
  const problem = problemOf(error);
  return reply.code(problem.status).type(PROBLEM_TYPE).send(problem);
}

function expectedError(error: unknown): KujiError {
  if (error instanceof KujiError) return error;
  if (error instanceof JaegerFault) {
    return new KujiError(error.code, error.detail, { advice: error.advice, cause: error });
  }
  if (hasZodFastifySchemaValidationErrors(error)) return badParameters(error.validation, error);
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (error instanceof Error && status >= 400 && status < 500) {
    return new KujiError('bad-request', error.message, { cause: error });
  }
  return new KujiError('internal', 'Something that should not happen has happened.', { cause: error });
}

function badParameters(
  issues: readonly { readonly instancePath: string; readonly message?: string | undefined }[],
  cause: unknown,
): KujiError {
  const fields = issues.map((issue) => ({
    name: issue.instancePath.replace(/^\//, ''),
    message: issue.message ?? 'is not valid',
  }));
  const names = [...new Set(fields.map((field) => field.name))].join(', ');
  return new KujiError('bad-request', `What was given is not valid: ${names}.`, { fields, cause });
}

function detailsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
