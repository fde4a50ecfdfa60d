import type { SliceProblem } from '#core/api.ts';
import type { Trace } from '#core/trace/trace.ts';
import type { SearchListener } from '../jaeger-client.ts';

export interface Gathering {
  /** All that was heard so far. */
  readonly traces: readonly Trace[];
  readonly problems: readonly SliceProblem[];
  readonly chunks: readonly number[];
  readonly listener: SearchListener;
}

/** A listener that keeps all it hears. */
export function gathering(): Gathering {
  const traces: Trace[] = [];
  const problems: SliceProblem[] = [];
  const chunks: number[] = [];
  return {
    traces,
    problems,
    chunks,
    listener: {
      onTrace: (trace) => void traces.push(trace),
      onUnreadable: (problem) => void problems.push(problem),
      onBytes: (bytes) => void chunks.push(bytes),
    },
  };
}
