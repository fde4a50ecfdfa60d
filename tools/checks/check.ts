/** One part of `npm test`, to be asked for by its name. */
export interface Check {
  readonly name: string;
  readonly title: string;
  /** Programs of node_modules with their arguments, run one after the other to the end, whatever came of the one before. */
  readonly commands: readonly Command[];
  /** What must be true before: the reason why not is the error that it throws. Answers variables for the commands. */
  readonly prepare?: () => Promise<Readonly<Record<string, string>>>;
  /** Where the test runner leaves its report, how to count in it, and what else in it the reader of the summary should know. */
  readonly report?: {
    readonly path: string;
    readonly count: (json: unknown) => Counts;
    readonly note?: (json: unknown) => string | undefined;
  };
}

/** Path of a script in node_modules, and its arguments. */
export type Command = readonly [script: string, ...args: readonly string[]];

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface CheckResult {
  readonly name: string;
  readonly title: string;
  readonly ok: boolean;
  readonly counts: Counts;
  readonly note?: string | undefined;
  readonly seconds: number;
}
