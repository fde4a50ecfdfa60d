import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { REPOSITORY_ROOT } from '../repository-root.ts';

/** Real servers: not a part of `npm test`, and one after the other. */
export default defineConfig({
  root: import.meta.dirname,
  cacheDir: join(REPOSITORY_ROOT, 'node_modules/.vite/storages'),
  test: { include: ['*.live.ts'], reporters: ['verbose'], testTimeout: 120_000, fileParallelism: false },
});
