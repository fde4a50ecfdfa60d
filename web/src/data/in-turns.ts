/** A longer computation lets others have their turn after so long. */
const TURN_MS = 12;

/** Runs a computation a step at a time, with turns for others in between; `undefined` as soon as it is wanted no more. */
export async function inTurns<T>(steps: Generator<void, T>, isWanted: () => boolean): Promise<T | undefined> {
  for (let turnEnds = performance.now() + TURN_MS; ; ) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < turnEnds) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!isWanted()) return undefined;
    turnEnds = performance.now() + TURN_MS;
  }
}
