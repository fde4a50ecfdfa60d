import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../cache-folder.ts';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { MOUNT } from './npm-access.ts';
import { lastLines, runProgram } from './run-program.ts';

/** Of the npm that stands in for the one that comes with Node. */
const NPM_VERSION = '11.19.1';
const DEBIAN = 'bookworm';
/** Goes up with every change of what is made below. */
const RECIPE = 1;
const FETCH_MILLIS = 10 * 60_000;

export interface StandIn {
  /** A file system, to import. */
  readonly tar: string;
  /** What it is made of, for people. */
  readonly text: string;
}

/** Where npm has put a Node of this machine's kind for us, which is an optional package. */
export const NODE_PACKAGE = join(REPOSITORY_ROOT, 'node_modules', `node-linux-${process.arch}`);

/**
 * What stands in for the base image where no registry of images is at hand: Debian with Node and npm, in the places where that image
 * has them. Made once, then kept in the cache.
 *
 * @param version of Node, as the Dockerfile names it
 * @param prefix of the commands: debootstrap mounts, too, and must not leave that to whoever removes its folder
 * @throws where it cannot be made here, with the reason
 */
export async function standIn(
  version: string,
  prefix: readonly string[],
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<StandIn> {
  const text = `Debian ${DEBIAN} (debootstrap) with Node ${version} and npm ${NPM_VERSION} (both from npm)`;
  const folder = cacheFolder('image', env);
  const tar = join(folder, `${DEBIAN}-node-${version}-npm-${NPM_VERSION}-${process.arch}-${RECIPE}.tar`);
  if (existsSync(tar)) return { tar, text };
  const made = join(folder, `root-${process.pid}`);
  const run = async (...command: string[]): Promise<void> => {
    const [program = '', ...args] = [...prefix, ...command];
    const ended = await runProgram(program, args, { millis: FETCH_MILLIS, signal });
    if (ended.code !== 0) throw new Error(`${command[0]} failed:\n${lastLines(ended)}`);
  };
  try {
    await mkdir(made, { recursive: true });
    await run('debootstrap', '--variant=minbase', '--include=ca-certificates,libstdc++6', DEBIAN, made);
    await addNode(made, version);
    const npm = join(folder, `npm-${process.pid}`);
    try {
      await run('npm', 'install', '--prefix', npm, '--ignore-scripts', '--no-audit', `npm@${NPM_VERSION}`);
      await addNpm(made, join(npm, 'node_modules/npm'));
    } finally {
      await rm(npm, { recursive: true, force: true });
    }
    for (const left of ['var/cache/apt', 'var/lib/apt/lists', 'var/log']) {
      await rm(join(made, left), { recursive: true, force: true });
    }
    await run('chroot', made, 'groupadd', '--gid', '1000', 'node');
    await run('chroot', made, 'useradd', '--uid', '1000', '--gid', 'node', '--create-home', 'node');
    await run('tar', '-C', made, '-cf', `${tar}.${process.pid}`, '.');
    await rename(`${tar}.${process.pid}`, tar);
  } finally {
    await rm(made, { recursive: true, force: true });
  }
  return { tar, text };
}

async function addNode(root: string, version: string): Promise<void> {
  const node = join(NODE_PACKAGE, 'bin/node');
  const { out } = await runProgram(node, ['--version'], { millis: 10_000 });
  if (out.trim() !== `v${version}`) {
    throw new Error(`the Dockerfile names Node ${version}, but ${node} is ${out.trim() || 'none'}`);
  }
  await cp(node, join(root, 'usr/local/bin/node'));
}

/** With the places of what else that image is known to bring, so that taking them away is tried too. */
async function addNpm(root: string, npm: string): Promise<void> {
  const bin = join(root, 'usr/local/bin');
  const modules = join(root, 'usr/local/lib/node_modules');
  await cp(npm, join(modules, 'npm'), { recursive: true });
  await symlink('../lib/node_modules/npm/bin/npm-cli.js', join(bin, 'npm'));
  await symlink('../lib/node_modules/npm/bin/npx-cli.js', join(bin, 'npx'));
  // Settings of the machine that builds come from a mount: npm reads this file first, and the Dockerfile takes it away with npm.
  await symlink(join(MOUNT, 'npmrc'), join(modules, 'npm/npmrc'));
  for (const [program, link] of [
    ['usr/local/lib/node_modules/corepack/dist/corepack.js', 'corepack'],
    ['opt/yarn-v1.22.22/bin/yarn', 'yarn'],
    ['opt/yarn-v1.22.22/bin/yarn', 'yarnpkg'],
  ] as const) {
    await mkdir(dirname(join(root, program)), { recursive: true });
    await writeFile(join(root, program), '#!/bin/sh\n');
    await chmod(join(root, program), 0o755);
    await symlink(join('/', program), join(bin, link));
  }
}
