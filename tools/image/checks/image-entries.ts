import type { ImageSystem } from '../image-system.ts';

/** A file, folder or link of the image. */
export interface ImageEntry {
  readonly kind: string;
  readonly owner: string;
  /** Its permissions, octal digits as a number. */
  readonly mode: number;
  readonly path: string;
}

/** Everything that the image holds, read by root within it. */
export async function imageEntries({ podman, image }: ImageSystem): Promise<readonly ImageEntry[]> {
  const find = ['/', '-xdev', '-printf', '%y %U:%G %m %p\\n'];
  const options = ['--rm', '--network=none', '--no-healthcheck', '--user=0:0', '--entrypoint=find'];
  const { code, out, errors } = await podman(['run', ...options, image, ...find]);
  if (code !== 0) throw new Error(`find failed: ${errors}`);
  return out
    .trim()
    .split('\n')
    .map((line) => {
      const [kind = '', owner = '', mode = '', ...path] = line.split(' ');
      return { kind, owner, mode: Number.parseInt(mode, 8), path: path.join(' ') };
    });
}
