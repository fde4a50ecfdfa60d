import type { ContrastRow } from '#core/analysis/contrast/contrast-row.ts';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { ExploreQuestion } from '#core/analysis/explore-question.ts';
import type { FoundValue } from '#core/analysis/find-values.ts';
import type { GroupKey } from '#core/analysis/group-key.ts';
import type { KeyCurve } from '#core/analysis/key-curves.ts';
import type { RankedKey } from '#core/analysis/rank/ranked-key.ts';
import type { TraceRow } from '#core/analysis/trace-row.ts';
import type { TraceRowsQuestion } from '#core/analysis/trace-rows.ts';
import type { Call } from '#core/analysis/where/example-trace.ts';
import type { WhereAnswer } from '#core/analysis/where/where-answer.ts';

/**
 * What the page asks of the worker that holds the span table. The questions from `where` to `example` go deeper into the newest answer
 * of `explore`, about the same traces; `undefined` where there is none, or nothing to say.
 */
export interface SpanWorkerCalls {
  /** Forgets everything. */
  clear(): undefined;
  /** Appends a slice; the bytes are transferred. */
  append(bytes: Uint8Array<ArrayBuffer>): AppendAnswer;
  explore(question: ExploreQuestion): ExploreAnswer;
  /** Where the difference lies; of a sample of about so many traces, if a number is given. */
  where(mostTraces?: number): WhereAnswer | undefined;
  /** What goes with latency. Others have their turn meanwhile; `undefined` where another ranking was asked for. */
  rank(mostTraces?: number): Promise<readonly RankedKey[] | undefined>;
  /** Which values one side has more often than the other. */
  contrast(): Promise<readonly ContrastRow[] | undefined>;
  /** Curves of a key that is only looked at. */
  curves(key: GroupKey): readonly KeyCurve[] | undefined;
  /** Id of the trace to look at for a path, on one side; `undefined` where none has it. */
  example(side: 'a' | 'b', path: readonly Call[]): string | undefined;
  /** Values that hold a text, whatever its case. */
  findValues(text: string): readonly FoundValue[];
  rows(traces: readonly number[], question: TraceRowsQuestion): readonly TraceRow[];
  /** Row of a trace by its id, −1 where it is not loaded. */
  rowOfTrace(traceId: string): number;
  /** Spans of traces as a file, by their rows in the newest answer. Others have their turn meanwhile: it is written elsewhere. */
  exportSpans(format: ExportFormat, traces: Int32Array): Promise<SpansExport>;
}

export type ExportFormat = 'arrow' | 'jaeger-json';

/** A file, or why there is none: it would be too large, or other traces are being read and the rows are theirs no more. */
export type SpansExport =
  | { readonly status: 'ok'; readonly file: Blob }
  | { readonly status: 'too-large'; readonly maxBytes: number }
  | { readonly status: 'changed' };

export interface AppendAnswer {
  /** `SliceInfo` as the slice holds it; checked where zod is anyway. */
  readonly infoText: string;
  /** Traces that were new, or fuller than before. */
  readonly appended: number;
  /** Traces that were there before, and now are more complete. */
  readonly replaced: readonly ReplacedTrace[];
  readonly revision: number;
}

/** A trace that came again with more spans: its row in the span table is another one now. */
export interface ReplacedTrace {
  readonly id: string;
  readonly oldRow: number;
  readonly newRow: number;
}

export type SpanWorkerCall = keyof SpanWorkerCalls;

export interface SpanWorkerRequest {
  readonly id: number;
  readonly call: SpanWorkerCall;
  readonly args: readonly unknown[];
}

export type SpanWorkerResponse =
  | { readonly id: number; readonly status: 'ok'; readonly value: unknown }
  | { readonly id: number; readonly status: 'failed'; readonly message: string };
