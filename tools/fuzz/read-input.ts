import { checkNoPollution, countPrototypeNames } from './checks/check-no-pollution.ts';
import type { FuzzTarget } from './fuzz-target.ts';

/** Far more than any input takes on a machine that does other things meanwhile. */
export const MAX_MILLIS = 5000;

export interface ReadResult {
  readonly millis: number;
  readonly problem: string | undefined;
}

/** Has a target read an input, and looks whether everything that must hold then does. */
export async function readInput(target: FuzzTarget, input: Uint8Array): Promise<ReadResult> {
  const names = countPrototypeNames();
  const start = performance.now();
  let problem: string | undefined;
  try {
    await target.read(input);
    checkNoPollution(names);
  } catch (error) {
    problem = error instanceof Error ? `${error.stack}${causeOf(error)}` : String(error);
  }
  const millis = performance.now() - start;
  if (problem === undefined && millis > MAX_MILLIS) problem = `it took ${Math.round(millis)} ms`;
  return { millis, problem };
}

function causeOf({ cause }: Error): string {
  return cause instanceof Error ? `\nbecause of ${cause.stack}` : '';
}
