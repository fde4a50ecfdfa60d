import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { runBounded } from '../browser/run-bounded.ts';

/** A Jaeger that can be built from its Go module. */
export interface JaegerRecipe {
  /** As its file is called: `2.13` */
  readonly version: string;
  /** As Go calls it. */
  readonly module: string;
  /** Its program within the module. */
  readonly program: string;
}

/** The oldest that we read; the last v1; and the newest v2 that is a Go module, of the same commit. */
export const JAEGER_RECIPES: readonly JaegerRecipe[] = [
  { version: '1.48', module: 'v1.48.0', program: 'cmd/all-in-one' },
  { version: '1.76', module: 'v1.76.0', program: 'cmd/all-in-one' },
  { version: '2.13', module: 'v1.76.0', program: 'cmd/jaeger' },
];

const JAEGER = 'github.com/jaegertracing/jaeger';
/** With an empty cache on a busy machine the largest takes eight minutes. */
const BUILD_MILLIS = 30 * 60_000;
const SHORT_MILLIS = 10 * 60_000;

/**
 * Builds one into a folder, as `jaeger-<version>`; it is there whole or not at all.
 *
 * @throws where a step fails, with the end of what it said
 */
export async function buildJaeger({ version, module, program }: JaegerRecipe, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(folder, '.building-'));
  try {
    const go = async (millis: number, ...args: readonly string[]): Promise<string> => {
      const { ok, output } = await runBounded('go', ['-C', work, ...args], millis, {
        CGO_ENABLED: '0',
        GOFLAGS: '-mod=mod',
      });
      if (!ok) throw new Error(`"go ${args.join(' ')}" failed:\n${output.split('\n').slice(-15).join('\n')}`);
      return output;
    };
    await go(SHORT_MILLIS, 'mod', 'init', 'jaeger-for-tests');
    const built = join(work, 'jaeger');
    // Its go.mod replaces a module, which Go heeds in the main module alone: ours has to say it again.
    await go(SHORT_MILLIS, 'mod', 'edit', '-replace', 'github.com/Shopify/sarama=github.com/Shopify/sarama@v1.33.0');
    // Some of what it depends on is in no checksum database: Jaeger's own list verifies it.
    const answer = await go(SHORT_MILLIS, 'mod', 'download', '-json', `${JAEGER}@${module}`);
    // Go may say before that it takes a newer toolchain.
    const { Dir } = downloaded.parse(JSON.parse(answer.slice(answer.search(/^\{/m))));
    await writeFile(join(work, 'go.sum'), await readFile(join(Dir, 'go.sum')));
    await go(SHORT_MILLIS, 'get', `${JAEGER}/${program}@${module}`);
    await go(BUILD_MILLIS, 'build', '-o', built, `${JAEGER}/${program}`);
    await chmod(built, 0o755);
    await rename(built, join(folder, `jaeger-${version}`));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const downloaded = z.object({ Dir: z.string() });
