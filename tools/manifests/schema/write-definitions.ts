import { readFile, writeFile } from 'node:fs/promises';
import { KINDS } from './kinds.ts';
import { definitionsFile, pruneDefinitions } from './prune-definitions.ts';

/*
 * node tools/manifests/schema/write-definitions.ts 1.37 <_definitions.json>
 *
 * Makes fixtures/kubernetes-1.37.json, one definition a line, from the strict definitions of that Kubernetes: README.md says where they are.
 */

const [version, source] = process.argv.slice(2);
if (version === undefined || source === undefined) throw new Error('which version, and which _definitions.json?');
const all = definitionsFile.parse(JSON.parse(await readFile(source, 'utf8')));
const { $defs } = pruneDefinitions(all, Object.values(KINDS));
const lines = Object.entries($defs).map(
  ([name, definition]) => `${JSON.stringify(name)}: ${JSON.stringify(definition)}`,
);
const target = new URL(`fixtures/kubernetes-${version}.json`, import.meta.url);
await writeFile(target, `{"$defs": {\n${lines.join(',\n')}\n}}\n`);
