import { randomInt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { TARGET_NAMES, targetNamed } from './fuzz/all-targets.ts';
import { findingText } from './fuzz/finding-text.ts';
import { randomOf } from './fuzz/inputs/random.ts';
import { readInput } from './fuzz/read-input.ts';
import { runTarget } from './fuzz/run-target.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';

/*
 * npm run fuzz [-- [target …] [--inputs 100000] [--seed n]]
 * npm run fuzz -- target --replay file
 *
 * Has everything that reads what others have written read generated and damaged inputs. Exits with 0, 1 where an input was found that
 * is not read as it should be, 2 for bad usage. Such an input is kept in a file, whose name is printed.
 */

const FOLDER = join(REPOSITORY_ROOT, 'test-results/fuzz');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const parsed = parseUsage();
if ('problem' in parsed) {
  process.stderr.write(`${parsed.problem}\nTargets: ${TARGET_NAMES.join(', ')}\n`);
  process.exitCode = 2;
} else if (parsed.replay !== undefined) {
  process.exitCode = await replay(parsed.targets[0] ?? '', parsed.replay);
} else {
  let found = 0;
  for (const name of parsed.targets) found += await fuzz(name, parsed.seed, parsed.inputs);
  say(found === 0 ? 'Nothing was found.' : `${found} inputs were found.`);
  process.exitCode = found === 0 ? 0 : 1;
}

/** @returns how many inputs were found */
async function fuzz(name: string, seed: number, inputs: number): Promise<number> {
  const summary = await runTarget({ target: name, seed, inputs });
  const slowest = Number.isNaN(summary.slowestMillis) ? '' : `, the slowest ${summary.slowestMillis.toFixed(0)} ms`;
  say(`${name}: ${summary.inputs} inputs of seed ${seed} in ${summary.seconds.toFixed(1)} s${slowest}`);
  const target = await targetNamed(name);
  await mkdir(FOLDER, { recursive: true });
  for (const finding of summary.findings) {
    const file = join(FOLDER, `${name}-${seed}-${finding.index}`);
    await writeFile(file, target.make(randomOf(seed, finding.index)));
    say(findingText(finding, file));
  }
  return summary.findings.length;
}

async function replay(name: string, file: string): Promise<number> {
  const { millis, problem } = await readInput(await targetNamed(name), await readFile(file));
  say(problem ?? `It is read as it should be, in ${millis.toFixed(0)} ms.`);
  return problem === undefined ? 0 : 1;
}

function parseUsage() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        inputs: { type: 'string', default: '100000' },
        seed: { type: 'string', default: String(randomInt(2 ** 31)) },
        replay: { type: 'string' },
      },
    });
    const [inputs, seed] = [Number(values.inputs), Number(values.seed)];
    const unknown = positionals.find((name) => !TARGET_NAMES.includes(name));
    if (unknown !== undefined) return { problem: `There is no target ${unknown}.` };
    if (!(Number.isSafeInteger(inputs) && inputs > 0)) return { problem: '--inputs must be a whole number above 0.' };
    if (!Number.isSafeInteger(seed)) return { problem: '--seed must be a whole number.' };
    if (values.replay !== undefined && positionals.length !== 1) return { problem: '--replay wants one target.' };
    return { targets: positionals.length === 0 ? TARGET_NAMES : positionals, inputs, seed, replay: values.replay };
  } catch (error) {
    if (error instanceof TypeError) return { problem: error.message };
    throw error;
  }
}
