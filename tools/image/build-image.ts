import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { REPOSITORY_ROOT } from '../repository-root.ts';
import { CERTIFICATES, MOUNT, npmAccess } from './npm-access.ts';
import type { Podman } from './podman.ts';
import { lastLines, type ProgramRun, runProgram } from './run-program.ts';

const BUILD_MILLIS = 8 * 60_000;

/**
 * Builds the Dockerfile as it is. Its `npm ci` gets to its packages as npm does on this machine: settings and certificates are
 * mounted for the build.
 *
 * @param folder for what is mounted
 */
export async function buildImage(podman: Podman, image: string, folder: string): Promise<ProgramRun> {
  const config = await runProgram('npm', ['config', 'list', '--json'], { millis: 60_000 });
  if (config.code !== 0) return config;
  const { text, certificates } = npmAccess(
    z.record(z.string(), z.unknown()).parse(JSON.parse(config.out)),
    process.env,
  );
  const mounted = join(folder, 'npm');
  await mkdir(mounted);
  await writeFile(join(mounted, 'npmrc'), text);
  if (certificates !== undefined) await copyFile(certificates, join(mounted, CERTIFICATES));
  const options = [
    // The form of images in which HEALTHCHECK is known.
    ...['--format=docker', '--pull=never', '--layers=false', '--jobs=2', '--network=host'],
    ...['--volume', `${mounted}:${MOUNT}:ro`, '--tag', image],
  ];
  return podman(['build', ...options, REPOSITORY_ROOT], BUILD_MILLIS);
}

/** Makes a file system an image by the name of the base, and tries whether it runs. @returns what is missing, if it does not */
export async function importBase(podman: Podman, tar: string, base: string): Promise<string | undefined> {
  const imported = await podman(['import', '--quiet', tar, `docker.io/library/${base}`], BUILD_MILLIS);
  if (imported.code !== 0) return `podman cannot make an image here:\n${lastLines(imported)}`;
  const tried = await podman(['run', '--rm', '--network=none', base, 'node', '--version']);
  return tried.code === 0 ? undefined : `podman cannot run a container here:\n${lastLines(tried)}`;
}
