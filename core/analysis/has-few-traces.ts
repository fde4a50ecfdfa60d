import { FEWEST_TRACES } from './verdict.ts';

/** Whether one of two sides has too few traces for anything to be said of their difference: by the same measure as a verdict. */
export function hasFewTraces(nA: number, nB: number): boolean {
  return nA < FEWEST_TRACES || nB < FEWEST_TRACES;
}
