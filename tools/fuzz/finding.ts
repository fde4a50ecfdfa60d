/** An input that should have been read, or refused in the documented way, and was not. */
export interface Finding {
  readonly target: string;
  readonly seed: number;
  /** Of the input in the run. */
  readonly index: number;
  /** What went wrong, with its stack where it has one. */
  readonly problem: string;
}

export interface RunSummary {
  readonly target: string;
  readonly inputs: number;
  readonly seconds: number;
  /** Milliseconds of the input that took longest. */
  readonly slowestMillis: number;
  readonly findings: readonly Finding[];
}
