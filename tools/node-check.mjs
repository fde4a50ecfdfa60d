/**
 * Preloaded by every script that is TypeScript (`node --import ./tools/node-check.mjs …`). Plain JavaScript, as it must run on the
 * very versions that it refuses. Also turns on Node's compile cache: stripping the types of our own files then costs nothing.
 */
// As a whole, since an old Node has no `enableCompileCache` to import.
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

/** The first version that strips types without a flag and without a warning; the same as `engines` in package.json. */
const OLDEST = [22, 19];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(`Kuji needs Node ${OLDEST.join('.')} or newer, but this is ${process.versions.node} (${process.execPath}).
"npm ci" brings a fitting one along on Linux (glibc) and Windows unless optional packages are left out: run it without --omit=optional,
start Kuji by "npm start", or install a newer Node.`);
  process.exit(1);
}
nodeModule.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/node-compile-cache', import.meta.url)));
