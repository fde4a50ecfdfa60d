import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const REPOSITORY_ROOT = fileURLToPath(new URL('..', import.meta.url));
