import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { ExploreQuestion } from '#core/analysis/explore-question.ts';
import type { TraceRow } from '#core/analysis/trace-row.ts';
import type { TraceRowsQuestion } from '#core/analysis/trace-rows.ts';

/** What the page asks of the worker that holds the span table. */
export interface SpanWorkerCalls {
  /** Forgets everything. */
  clear(): undefined;
  /** Appends a slice; the bytes are transferred. */
  append(bytes: Uint8Array<ArrayBuffer>): AppendAnswer;
  explore(question: ExploreQuestion): ExploreAnswer;
  rows(traces: readonly number[], question: TraceRowsQuestion): readonly TraceRow[];
  /** Row of a trace by its id, −1 where it is not loaded. */
  rowOfTrace(traceId: string): number;
}

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
