import { defineConfig } from 'vitest/config';

/** Real servers: not a part of `npm test`, and one after the other. */
export default defineConfig({
  root: import.meta.dirname,
  test: { include: ['*.live.ts'], testTimeout: 120_000, fileParallelism: false },
});
