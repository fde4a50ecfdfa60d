import { explore } from '#core/analysis/explore.ts';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { findValues } from '#core/analysis/find-values.ts';
import { rememberRows } from '#core/analysis/prepared-rows.ts';
import { traceRows } from '#core/analysis/trace-rows.ts';
import { decodeTable } from '#core/spans/decode-table.ts';
import { SpanTableBuilder } from '#core/spans/span-table-builder.ts';
import { type DeeperAnswers, deeperAnswers } from './deeper-answers.ts';
import { exportInWorker } from './export-in-worker.ts';
import { inTurns } from './in-turns.ts';
import type { SpanWorkerCalls, SpanWorkerRequest, SpanWorkerResponse } from './span-worker-protocol.ts';

/** What the builder gives for a trace that it does not have. */
const NO_ROW = -1;
/** More than this nobody reads: typing on finds the rest. */
const MOST_FOUND = 20;

/** The worker's side: holds the span table and answers, one question after the other; only a ranking gives way to others. */
function startWorker(): void {
  let builder = new SpanTableBuilder();
  // Revisions go on through a clearing: a new table must never look like a state of the one before.
  let clearedRevisions = 0;
  // Of the newest answer: what more can be asked about it.
  let deeper: DeeperAnswers | undefined;
  let rankings = 0;
  const prepare = rememberRows();
  const calls: SpanWorkerCalls = {
    clear() {
      clearedRevisions += builder.table().revision + 1;
      builder = new SpanTableBuilder();
      deeper = undefined;
    },
    append(bytes) {
      const { table, infoText } = decodeTable(bytes);
      const rowsBefore = table.traceIds.map((id) => builder.rowOfTrace(id));
      const appended = builder.appendTable(table);
      const replaced = table.traceIds.flatMap((id, index) => {
        const oldRow = rowsBefore[index]!;
        const newRow = builder.rowOfTrace(id);
        return oldRow === NO_ROW || oldRow === newRow ? [] : [{ id, oldRow, newRow }];
      });
      return { infoText, appended, replaced, revision: clearedRevisions + builder.table().revision };
    },
    explore(question) {
      const table = builder.table();
      const answer = explore(table, question, prepare);
      deeper = deeperAnswers(table, question, answer);
      return answer;
    },
    where: (mostTraces) => deeper?.where(mostTraces),
    async rank(mostTraces) {
      const ranking = ++rankings;
      return deeper && inTurns(deeper.rankInSteps(mostTraces), () => ranking === rankings);
    },
    contrast: async () => deeper?.contrast(),
    curves: (key) => deeper?.curves(key),
    example: (side, path) => deeper?.example(side, path),
    findValues: (text) => findValues(builder.table(), text, MOST_FOUND),
    rows: (traces, question) => {
      const table = builder.table();
      return traceRows(
        table,
        // A row of a table that was cleared meanwhile.
        traces.filter((trace) => trace < table.traceCount),
        question,
      );
    },
    rowOfTrace: (traceId) => builder.rowOfTrace(traceId),
    async exportSpans(format, traces) {
      // Emptied since the last answer: the rows are those of traces that are gone.
      if (deeper === undefined) return { status: 'changed' };
      return exportInWorker({ table: builder.table(), format, traces });
    },
  };
  self.addEventListener('message', async ({ data }: MessageEvent<SpanWorkerRequest>) => {
    const { id, call, args } = data;
    let response: SpanWorkerResponse;
    try {
      const answer = calls[call] as (...args: readonly unknown[]) => unknown;
      response = { id, status: 'ok', value: await answer(...args) };
    } catch (error) {
      response = { id, status: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
    self.postMessage(response, { transfer: response.status === 'ok' ? buffersOf(call, response.value) : [] });
  });
}

/** What moves instead of being copied. */
function buffersOf(call: SpanWorkerRequest['call'], value: unknown): Transferable[] {
  if (call !== 'explore') return [];
  const { points, groups, order } = value as ExploreAnswer;
  const arrays = [order, ...Object.values(points), ...groups.map(({ latencies }) => latencies)];
  return [...new Set(arrays.map(({ buffer }) => buffer as ArrayBuffer))];
}

startWorker();
