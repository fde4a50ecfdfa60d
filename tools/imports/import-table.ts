/** A part of the house: which others it may import, and which packages. */
export interface Zone {
  /** The start of the paths of its files. A file belongs to the zone with the longest one that fits. */
  readonly path: string;
  /** What it is allowed besides itself: paths of other zones. */
  readonly zones: readonly string[];
  /** Names of packages; `x/*` and `node:*` allow all that start so. */
  readonly packages: readonly string[];
}

const NODE = 'node:*';
const VIEW_PACKAGES = ['react', '@mantine/core', '@mantine/hooks', '@tanstack/react-query', '@tanstack/react-virtual'];

/** Only tests, benches, tools and end-to-end tests may import these: folders named `testing`. */
export const TESTING_FOLDER = /(^|\/)testing\//;

/** Files that are no part of what ships, and may import `testing` folders and the packages below. */
export const TEST_FILE =
  /\.(test|bench|e2e)\.tsx?$|(^|\/)testing\/|(^|\/)testing-[^/]*\.tsx?$|\.config\.ts$|^web\/e2e\/|^tools\//;

export const TEST_PACKAGES = [NODE, 'vitest', 'fast-check', 'react-dom'];

/** `web → core ← server`, and within each side. ARCHITECTURE.md draws it. */
export const ZONES: readonly Zone[] = [
  { path: 'core/', zones: [], packages: ['zod', '@uwdata/flechette'] },

  {
    path: 'server/',
    zones: ['core/', 'server/jaeger-query/', 'server/all-in-one/', 'server/omikuji/', 'server/tracing/'],
    packages: [NODE, 'fastify', '@fastify/*', 'fastify-type-provider-zod', 'pino', 'prom-client', 'zod'],
  },
  // These three meet over HTTP, as with a real Jaeger.
  { path: 'server/jaeger-query/', zones: ['core/'], packages: [NODE, 'zod'] },
  {
    path: 'server/all-in-one/',
    zones: ['core/'],
    packages: [NODE, '@bufbuild/protobuf', '@connectrpc/*', 'thrift', 'zod'],
  },
  { path: 'server/omikuji/', zones: ['core/'], packages: [NODE, '@opentelemetry/*', 'pino'] },
  {
    path: 'server/tracing/',
    zones: ['core/', 'server/jaeger-query/'],
    packages: [NODE, '@opentelemetry/*', 'fastify'],
  },

  {
    path: 'web/src/',
    zones: [
      'core/',
      'web/src/url-state.ts',
      'web/src/routes.ts',
      'web/src/connection/',
      'web/src/data/',
      'web/src/explore/',
      'web/src/trace/',
      'web/src/ui/',
    ],
    packages: [...VIEW_PACKAGES, 'react-dom', 'wouter', '@fontsource-variable/inter'],
  },
  { path: 'web/src/url-state.ts', zones: ['core/'], packages: ['zod'] },
  { path: 'web/src/routes.ts', zones: ['core/', 'web/src/url-state.ts'], packages: [] },
  { path: 'web/src/ui/', zones: ['core/'], packages: [...VIEW_PACKAGES, 'recharts', 'wouter'] },
  {
    path: 'web/src/data/',
    zones: ['core/', 'web/src/url-state.ts', 'web/src/ui/'],
    packages: ['react', '@tanstack/react-query', 'zod'],
  },
  // A feature never imports another feature.
  {
    path: 'web/src/explore/',
    zones: ['core/', 'web/src/url-state.ts', 'web/src/routes.ts', 'web/src/data/', 'web/src/ui/'],
    packages: [...VIEW_PACKAGES, 'recharts', 'wouter'],
  },
  {
    path: 'web/src/connection/',
    zones: ['core/', 'web/src/data/', 'web/src/ui/'],
    packages: VIEW_PACKAGES,
  },
  {
    path: 'web/src/trace/',
    zones: ['core/', 'web/src/url-state.ts', 'web/src/routes.ts', 'web/src/data/', 'web/src/ui/'],
    packages: [...VIEW_PACKAGES, 'wouter'],
  },

  {
    path: 'web/e2e/',
    zones: ['core/', 'server/', 'server/jaeger-query/', 'server/all-in-one/', 'server/omikuji/', 'tools/'],
    packages: [NODE, '@playwright/test', '@axe-core/playwright', '@uwdata/flechette'],
  },
  {
    path: 'tools/',
    // Of the pages only what reads an address, which is fuzzed like all that comes from outside.
    zones: [
      'core/',
      'server/',
      'server/jaeger-query/',
      'server/all-in-one/',
      'server/omikuji/',
      'web/src/url-state.ts',
    ],
    packages: [NODE, '@playwright/test', 'ajv', 'vite', 'yaml', 'zod'],
  },
  { path: 'playwright.config.ts', zones: ['tools/'], packages: ['@playwright/test'] },
  { path: 'web/vite.config.ts', zones: [], packages: ['vite', '@vitejs/plugin-react'] },
];
