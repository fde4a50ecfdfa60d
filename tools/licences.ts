import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { PAGE_PACKAGES } from './licences/page-packages.ts';
import { lockFile, shippedPackages } from './licences/shipped-packages.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';

// `npm run licences`: every package that reaches whoever runs Kuji or opens its pages, with its licence.
const read = (name: string): unknown => JSON.parse(readFileSync(join(REPOSITORY_ROOT, name), 'utf8'));
const { dependencies } = z.object({ dependencies: z.record(z.string(), z.string()) }).parse(read('package.json'));
const shipped = shippedPackages(lockFile.parse(read('package-lock.json')), [
  ...Object.keys(dependencies),
  ...PAGE_PACKAGES,
]);
const width = Math.max(...shipped.map(({ name, version }) => name.length + version.length + 1));
const lines = shipped.map(({ name, version, licence }) => `${`${name} ${version}`.padEnd(width)}  ${licence}\n`);
process.stdout.write(lines.join(''));
