import { readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { JaegerFault } from '../jaeger-fault.ts';
import { type SecretKind, secretProblem } from './secret-problem.ts';

/** Something to tell Jaeger and nobody else. Only `read` gives it away, so that it cannot be printed by accident. */
export interface Secret {
  /** The variable of the environment that it comes from. */
  readonly variable: string;
  /** @throws JaegerFault `jaeger-refused` where a file cannot be read or does not hold such a secret any more */
  read(): Promise<string>;
}

/** Why a text or a file cannot be used: a reason that repeats nothing of it. */
export type SecretResult = { readonly secret: Secret } | { readonly problem: string };

/** Longer than any token; what is longer is another file. */
const MAX_SECRET_BYTES = 16_384;

export function secretOfText(kind: SecretKind, variable: string, text: string): SecretResult {
  const problem = secretProblem(kind, text);
  return problem === undefined ? { secret: { variable, read: async () => text } } : { problem };
}

/**
 * A secret that stands in a file, without the line end behind it. The file is read for every request: it is small, and so it
 * does not matter how it is replaced (Kubernetes turns a symbolic link, others write a new file or into the old one).
 */
export function secretOfFile(kind: SecretKind, variable: string, path: string): SecretResult {
  const read = async () => {
    const content = checked(kind, await contentOf(path));
    if (content.kind === 'text') return content.text;
    throw new JaegerFault('jaeger-refused', `The file of ${variable} (${path}) cannot be used: ${content.problem}.`, {
      advice: `Jaeger was not asked. Correct the file, or set ${variable} to another one. It is read again each time.`,
    });
  };
  const content = checked(kind, contentAtStart(path));
  return content.kind === 'text' ? { secret: { variable, read } } : { problem: content.problem };
}

type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: string };

function checked(kind: SecretKind, content: Content): Content {
  const problem = content.kind === 'text' ? secretProblem(kind, content.text) : undefined;
  return problem === undefined ? content : { kind: 'problem', problem };
}

async function contentOf(path: string): Promise<Content> {
  try {
    return fileProblem(await stat(path)) ?? textOf(await readFile(path, 'utf8'));
  } catch (error) {
    return { kind: 'problem', problem: readProblem(error) };
  }
}

/** The configuration is read before there is anything that could be kept waiting. */
function contentAtStart(path: string): Content {
  try {
    return fileProblem(statSync(path)) ?? textOf(readFileSync(path, 'utf8'));
  } catch (error) {
    return { kind: 'problem', problem: readProblem(error) };
  }
}

function textOf(text: string): Content {
  return { kind: 'text', text: text.replace(/(\r?\n)+$/, '') };
}

/** A pipe would give its content once. */
function fileProblem(found: { readonly size: number; isFile(): boolean }): Content | undefined {
  if (!found.isFile()) return { kind: 'problem', problem: 'it is not a file' };
  if (found.size <= MAX_SECRET_BYTES) return undefined;
  return { kind: 'problem', problem: `it is longer than ${MAX_SECRET_BYTES} bytes` };
}

/** Of an error of the file system; any other is a bug. */
function readProblem(error: unknown): string {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return 'there is no such file';
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'it may not be read by this user';
  return error.code;
}
