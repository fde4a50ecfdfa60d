/** The part of Node's `process` that this needs. */
export interface SignalSource {
  on(event: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  exit(code: number): void;
}

/** Exit code of a program that Ctrl-C has ended. */
const INTERRUPTED = 130;

/** Aborted by the first Ctrl-C or SIGTERM; the second ends the process at once. */
export function endSignal(source: SignalSource): AbortSignal {
  const ending = new AbortController();
  const end = () => {
    if (ending.signal.aborted) source.exit(INTERRUPTED);
    ending.abort();
  };
  source.on('SIGINT', end);
  source.on('SIGTERM', end);
  return ending.signal;
}
