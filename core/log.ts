/** How much a line of the log matters: `info` is news, `warn` is something that may need a hand, `error` is something that failed. */
export type LogLevel = 'info' | 'warn' | 'error';

/**
 * Writes one line of the log. Passed as an argument to whatever has something to say, so that tests can listen and
 * nothing depends on a logger of its own.
 *
 * @param message what happened, in one sentence, without the values that change
 * @param fields the values that change
 */
export type Log = (level: LogLevel, message: string, fields?: Readonly<Record<string, unknown>>) => void;
