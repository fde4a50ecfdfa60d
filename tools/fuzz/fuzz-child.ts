import { openSync, writeSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { targetNamed } from './all-targets.ts';
import type { ChildMessage } from './child-message.ts';
import { randomOf } from './inputs/random.ts';
import { readInput } from './read-input.ts';

/*
 * Reads inputs in a process of its own, which can be ended where one does not end, and whose death by one is only its own:
 *
 *     fuzz-child.ts <target> <seed> <inputs> <file for the number of the input that is being read>
 */

/** The same cause is met again and again. */
const MAX_FINDINGS = 10;
const MAX_RESIDENT_BYTES = 2 ** 30;
const INPUTS_BETWEEN_LOOKS = 50;

const [name = '', seedText, inputsText, progressFile = ''] = process.argv.slice(2);
const [seed, inputs] = [Number(seedText), Number(inputsText)];
const target = await targetNamed(name);
const progress = openSync(progressFile, 'w');
const number = Buffer.alloc(4);
const tell = (message: ChildMessage): void => void process.send?.(message);

// Whoever started it has gone.
process.once('disconnect', () => process.exit());

let slowestMillis = 0;
let findings = 0;
let index = 0;
for (; index < inputs && findings < MAX_FINDINGS; index++) {
  number.writeUInt32LE(index);
  writeSync(progress, number, 0, number.length, 0);
  // Or nothing else would be heard.
  if (index % INPUTS_BETWEEN_LOOKS === 0) await turn();
  const input = target.make(randomOf(seed, index));
  const { millis, problem = memoryProblem(index) } = await readInput(target, input);
  slowestMillis = Math.max(slowestMillis, millis);
  if (problem === undefined) continue;
  findings++;
  tell({ kind: 'finding', index, problem });
}
tell({ kind: 'end', inputs: index, slowestMillis });
// Ends it, and with it whatever the target holds.
process.disconnect?.();

function memoryProblem(at: number): string | undefined {
  if (at % INPUTS_BETWEEN_LOOKS !== 0) return undefined;
  const bytes = process.memoryUsage.rss();
  return bytes > MAX_RESIDENT_BYTES ? `${Math.round(bytes / 2 ** 20)} MiB are in use` : undefined;
}
