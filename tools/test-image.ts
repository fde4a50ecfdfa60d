import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWithNpm } from '../server/end-with-npm.ts';
import { runBounded } from './browser/run-bounded.ts';
import { buildImage, importBase } from './image/build-image.ts';
import { CONTENT_CHECKS } from './image/checks/content-checks.ts';
import { DASHBOARD_CHECKS } from './image/checks/dashboard-checks.ts';
import { END_CHECKS } from './image/checks/end-checks.ts';
import { USER_CHECKS } from './image/checks/user-checks.ts';
import { startImageSystem } from './image/image-system.ts';
import { createMountNamespace } from './image/mount-namespace.ts';
import { createPodman, type Podman } from './image/podman.ts';
import { readDockerfile } from './image/read-dockerfile.ts';
import { indented, runChecks, startAll } from './image/run-checks.ts';
import { lastLines } from './image/run-program.ts';
import { NODE_PACKAGE, standIn } from './image/stand-in.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';

// `npm run test:image`: the Dockerfile built as it is, and run as the manifests run it. Exits with 2 where that is not possible.
const ASK_MILLIS = 60_000;
const IMAGE = 'localhost/kuji:test';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

process.exitCode = await main();

async function main(): Promise<number> {
  const missing = await missingHere();
  if (missing.length > 0) return cannot(`Missing: ${missing.join('; ')}.`);
  endWithNpm();
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => ending.abort());

  const mounts = await createMountNamespace().catch(messageOf);
  if (typeof mounts === 'string') return cannot(`On this machine ${mounts}`);
  const folder = await mkdtemp(join(tmpdir(), 'kuji-image-'));
  try {
    const code = await testImage(folder, mounts.prefix, ending.signal);
    return ending.signal.aborted ? 1 : code;
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    return 1;
  } finally {
    await mounts.close();
    // What cleans up after a container that has failed may still be at work.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function testImage(folder: string, prefix: readonly string[], signal: AbortSignal): Promise<number> {
  const dockerfile = await readFile(join(REPOSITORY_ROOT, 'Dockerfile'), 'utf8');
  const base = readDockerfile(dockerfile).at(-1)?.image ?? '';
  const made = await standIn(/:([\d.]+)-/.exec(base)?.[1] ?? '', prefix, process.env, signal).catch(messageOf);
  if (typeof made === 'string') return cannot(`What stands in for the base image could not be made: ${made}`);

  const podman = await createPodman(folder, prefix, signal);
  const problem = await importBase(podman, made.tar, base);
  if (problem !== undefined) return cannot(problem);
  const { out: versions } = await podman(['info', '--format', '{{.Version.Version}} with {{.Host.OCIRuntime.Name}}']);
  say(`Built and run by podman ${versions.trim()}.`);
  say(`The base image ${base} is stood in for by ${made.text}:`);
  say(
    "this proves the Dockerfile's steps, and the programs under their user and file system, not the published base image.\n",
  );
  return (await buildAndCheck({ podman, folder, base, signal })) ? 0 : 1;
}

interface Given {
  readonly podman: Podman;
  /** For what the build needs. */
  readonly folder: string;
  readonly base: string;
  readonly signal: AbortSignal;
}

async function buildAndCheck({ podman, folder, base, signal }: Given): Promise<boolean> {
  const start = performance.now();
  const built = await buildImage(podman, IMAGE, folder);
  if (built.code !== 0) {
    say(`  FAIL  the Dockerfile builds as it is\n${indented(lastLines(built, 40))}`);
    return false;
  }
  say(`  ok    the Dockerfile builds as it is (${((performance.now() - start) / 1000).toFixed(0)} s)`);
  const system = await startImageSystem(podman, IMAGE, base);
  try {
    const running = await startAll(system).catch(messageOf);
    if (typeof running === 'string') {
      say(`  FAIL  its programs start and answer\n${indented(running)}`);
      return false;
    }
    const checks = [...CONTENT_CHECKS, ...DASHBOARD_CHECKS, ...USER_CHECKS, ...END_CHECKS];
    return await runChecks(checks, system, running, { say, signal });
  } finally {
    await system.close();
  }
}

async function missingHere(): Promise<readonly string[]> {
  const has = async (program: string, argument = '--version') => (await runBounded(program, [argument], ASK_MILLIS)).ok;
  return [
    ...((await has('podman')) ? [] : ['podman']),
    ...((await has('debootstrap')) ? [] : ['debootstrap, which makes the Debian that stands in for the base image']),
    ...(process.getuid?.() === 0 ? [] : ['root, which debootstrap needs']),
    ...((await has(join(NODE_PACKAGE, 'bin/node'))) ? [] : ['the optional packages of npm ci, for their Node']),
  ];
}

function cannot(why: string): number {
  process.stderr.write(`The image cannot be tested here. ${why}\n`);
  return 2;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
