import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { ExploreQuestion } from '#core/analysis/explore-question.ts';
import type { FoundValue } from '#core/analysis/find-values.ts';
import type { TraceRow } from '#core/analysis/trace-row.ts';
import type { TraceRowsQuestion } from '#core/analysis/trace-rows.ts';
import type { SliceInfo } from '#core/api.ts';
import { readSliceInfo } from '#core/spans/read-slice-info.ts';
import type { SliceBytes } from './api-client.ts';
import { ApiError } from './api-error.ts';
import type {
  AppendAnswer,
  ExportFormat,
  SpansExport,
  SpanWorkerCall,
  SpanWorkerCalls,
  SpanWorkerRequest,
  SpanWorkerResponse,
} from './span-worker-protocol.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The span table behind a worker. One per page; `close` ends it. */
export class SpanStore {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #oldRows = new Map<number, number>();
  #nextId = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<SpanWorkerResponse>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.status === 'ok') waiting?.resolve(data.value);
      else waiting?.reject(new Error(data.message));
    });
    worker.addEventListener('error', (event) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(event.message));
      this.#waiting.clear();
    });
  }

  async clear(): Promise<void> {
    await this.#call('clear', []);
    this.#oldRows.clear();
  }

  /**
   * Appends a slice; its bytes cannot be used afterwards.
   *
   * @throws ApiError where a server of another version has written what cannot be read
   */
  async append(slice: SliceBytes): Promise<Omit<AppendAnswer, 'infoText'> & { readonly info: SliceInfo }> {
    try {
      return await this.#append(slice);
    } catch (cause) {
      if (!slice.isOther) throw cause;
      throw new ApiError('other-version', '', { cause });
    }
  }

  async #append({ bytes }: SliceBytes): Promise<Omit<AppendAnswer, 'infoText'> & { readonly info: SliceInfo }> {
    const { infoText, ...answer } = await this.#call('append', [bytes], [bytes.buffer]);
    for (const { oldRow, newRow } of answer.replaced) this.#oldRows.set(newRow, oldRow);
    return { ...answer, info: readSliceInfo(infoText) };
  }

  /** The row that a trace had before it came again more complete; `undefined` where it has been there from the start. */
  oldRowOf(row: number): number | undefined {
    return this.#oldRows.get(row);
  }

  explore(question: ExploreQuestion): Promise<ExploreAnswer> {
    return this.#call('explore', [question]);
  }

  /** Asks more about the traces of the newest answer. */
  deeper<C extends 'where' | 'rank' | 'contrast' | 'curves' | 'example'>(
    call: C,
    ...args: Parameters<SpanWorkerCalls[C]>
  ): Promise<Awaited<ReturnType<SpanWorkerCalls[C]>>> {
    return this.#call(call, args);
  }

  rows(traces: readonly number[], question: TraceRowsQuestion): Promise<readonly TraceRow[]> {
    return this.#call('rows', [traces, question]);
  }

  findValues(text: string): Promise<readonly FoundValue[]> {
    return this.#call('findValues', [text]);
  }

  rowOfTrace(traceId: string): Promise<number> {
    return this.#call('rowOfTrace', [traceId]);
  }

  /** Spans of traces as a file, by their rows in the newest answer. */
  exportSpans(format: ExportFormat, traces: Int32Array): Promise<SpansExport> {
    return this.#call('exportSpans', [format, traces]);
  }

  close(): void {
    this.#worker.terminate();
  }

  #call<C extends SpanWorkerCall>(
    call: C,
    args: Parameters<SpanWorkerCalls[C]>,
    transfer: Transferable[] = [],
  ): Promise<Awaited<ReturnType<SpanWorkerCalls[C]>>> {
    const request: SpanWorkerRequest = { id: this.#nextId++, call, args };
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, {
        resolve: (value) => resolve(value as Awaited<ReturnType<SpanWorkerCalls[C]>>),
        reject,
      });
      this.#worker.postMessage(request, transfer);
    });
  }
}
