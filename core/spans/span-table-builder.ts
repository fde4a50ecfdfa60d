import { type Attribute, NO_PARENT, type Span, type Trace } from '../trace/trace.ts';
import { AnnotationInterner } from './annotation-interner.ts';
import { GrowableArray } from './growable-array.ts';
import { SPAN_KINDS } from './span-kinds.ts';
import { EVENT_NAME_KEY, type SpanTable } from './span-table.ts';
import { TextInterner } from './text-interner.ts';

const int32 = (length: number): Int32Array => new Int32Array(length);
const float64 = (length: number): Float64Array => new Float64Array(length);
const uint8 = (length: number): Uint8Array => new Uint8Array(length);

/**
 * Builds a span table, trace by trace or table by table. A trace that is there already is kept once: the version with more
 * spans wins, and between equals the first.
 */
export class SpanTableBuilder {
  #revision = 0;
  readonly #rowOfTrace = new Map<string, number>();

  readonly #traceIds: string[] = [];
  readonly #traceStart = new GrowableArray(float64);
  readonly #firstSpan = new GrowableArray(int32);
  readonly #isSuperseded = new GrowableArray(uint8);

  readonly #spanTrace = new GrowableArray(int32);
  readonly #spanParent = new GrowableArray(int32);
  readonly #spanStart = new GrowableArray(float64);
  readonly #spanDuration = new GrowableArray(float64);
  readonly #spanService = new GrowableArray(int32);
  readonly #spanOperation = new GrowableArray(int32);
  readonly #spanKind = new GrowableArray(uint8);
  readonly #spanError = new GrowableArray(uint8);
  readonly #spanResource = new GrowableArray(int32);

  readonly #tagOffsets = new GrowableArray(int32);
  readonly #tagCodes = new GrowableArray(int32);
  readonly #eventOffsets = new GrowableArray(int32);
  readonly #eventCodes = new GrowableArray(int32);
  readonly #eventTimes = new GrowableArray(float64);

  readonly #services = new TextInterner();
  readonly #operations = new TextInterner();
  readonly #annotations = new AnnotationInterner();
  readonly #resourceKeys = new TextInterner();
  readonly #resources: (readonly number[])[] = [];

  constructor() {
    this.#firstSpan.push(0);
    this.#tagOffsets.push(0);
    this.#eventOffsets.push(0);
  }

  /** Row of the fullest version of a trace; −1 where it is not there. */
  rowOfTrace(traceId: string): number {
    return this.#rowOfTrace.get(traceId) ?? -1;
  }

  /** Appends a trace; false where a version at least as full is there already. */
  appendTrace(trace: Trace): boolean {
    if (!this.#openTrace(trace.id, trace.start, trace.spans.length)) return false;
    const firstSpan = this.#spanTrace.length;
    const resources = trace.resources.map((resource) => this.#resourceOf(this.#codesOf(resource.attributes)));
    for (const span of trace.spans) {
      this.#spanTrace.push(this.#traceIds.length - 1);
      this.#spanParent.push(span.parent === NO_PARENT ? NO_PARENT : firstSpan + span.parent);
      this.#spanStart.push(span.start);
      this.#spanDuration.push(span.duration);
      this.#spanService.push(this.#services.codeOf(trace.resources[span.resource]!.service));
      this.#spanOperation.push(this.#operations.codeOf(span.operation));
      this.#spanKind.push(SPAN_KINDS.indexOf(span.kind));
      this.#spanError.push(span.isError ? 1 : 0);
      this.#spanResource.push(resources[span.resource]!);
      this.#appendAnnotations(span);
    }
    this.#firstSpan.push(this.#spanTrace.length);
    return true;
  }

  /** Appends every trace of another table that is not superseded there; tells how many were new or fuller. */
  appendTable(other: SpanTable): number {
    const serviceCodes = other.services.map((text) => this.#services.codeOf(text));
    const operationCodes = other.operations.map((text) => this.#operations.codeOf(text));
    const { keys, keyOfCode, values } = other.annotations;
    const annotationCodes = Int32Array.from(keyOfCode, (keyIndex, code) => {
      const { scope, key } = keys[keyIndex]!;
      return this.#annotations.codeOf(scope, key, values[code]!);
    });
    const resourceCodes = other.resources.map((codes) => this.#resourceOf(codes.map((code) => annotationCodes[code]!)));
    let appended = 0;
    for (let trace = 0; trace < other.traceCount; trace++) {
      if (other.isSuperseded[trace] === 1) continue;
      const from = other.firstSpan[trace]!;
      const to = other.firstSpan[trace + 1]!;
      if (!this.#openTrace(other.traceIds[trace]!, other.traceStart[trace]!, to - from)) continue;
      appended++;
      const moved = this.#spanTrace.length - from;
      this.#spanStart.append(other.spanStart, from, to);
      this.#spanDuration.append(other.spanDuration, from, to);
      this.#spanKind.append(other.spanKind, from, to);
      this.#spanError.append(other.spanError, from, to);
      for (let span = from; span < to; span++) {
        const parent = other.spanParent[span]!;
        this.#spanTrace.push(this.#traceIds.length - 1);
        this.#spanParent.push(parent === NO_PARENT ? NO_PARENT : parent + moved);
        this.#spanService.push(serviceCodes[other.spanService[span]!]!);
        this.#spanOperation.push(operationCodes[other.spanOperation[span]!]!);
        this.#spanResource.push(resourceCodes[other.spanResource[span]!]!);
        for (let i = other.tagOffsets[span]!; i < other.tagOffsets[span + 1]!; i++) {
          this.#tagCodes.push(annotationCodes[other.tagCodes[i]!]!);
        }
        this.#tagOffsets.push(this.#tagCodes.length);
        for (let i = other.eventOffsets[span]!; i < other.eventOffsets[span + 1]!; i++) {
          this.#eventCodes.push(annotationCodes[other.eventCodes[i]!]!);
          this.#eventTimes.push(other.eventTimes[i]!);
        }
        this.#eventOffsets.push(this.#eventCodes.length);
      }
      this.#firstSpan.push(this.#spanTrace.length);
    }
    return appended;
  }

  /** What was built so far, without a copy. Appending more leaves it as it is, but for `isSuperseded`. */
  table(): SpanTable {
    return {
      revision: this.#revision,
      traceCount: this.#traceIds.length,
      traceIds: this.#traceIds,
      traceStart: this.#traceStart.view(),
      firstSpan: this.#firstSpan.view(),
      isSuperseded: this.#isSuperseded.view(),
      spanCount: this.#spanTrace.length,
      spanTrace: this.#spanTrace.view(),
      spanParent: this.#spanParent.view(),
      spanStart: this.#spanStart.view(),
      spanDuration: this.#spanDuration.view(),
      spanService: this.#spanService.view(),
      spanOperation: this.#spanOperation.view(),
      spanKind: this.#spanKind.view(),
      spanError: this.#spanError.view(),
      spanResource: this.#spanResource.view(),
      tagOffsets: this.#tagOffsets.view(),
      tagCodes: this.#tagCodes.view(),
      eventOffsets: this.#eventOffsets.view(),
      eventCodes: this.#eventCodes.view(),
      eventTimes: this.#eventTimes.view(),
      services: this.#services.texts,
      operations: this.#operations.texts,
      resources: this.#resources,
      annotations: this.#annotations.dictionary,
    };
  }

  /** Makes a row for a trace of `spans` spans, superseding an emptier one; false where it is not needed. */
  #openTrace(id: string, start: number, spans: number): boolean {
    const known = this.#rowOfTrace.get(id);
    if (known !== undefined) {
      const firstSpan = this.#firstSpan.view();
      if (firstSpan[known + 1]! - firstSpan[known]! >= spans) return false;
      this.#isSuperseded.set(known, 1);
    }
    this.#rowOfTrace.set(id, this.#traceIds.length);
    this.#traceIds.push(id);
    this.#traceStart.push(start);
    this.#isSuperseded.push(0);
    this.#revision++;
    return true;
  }

  #appendAnnotations(span: Span): void {
    for (const { key, value } of span.attributes) this.#tagCodes.push(this.#annotations.codeOf('tag', key, value));
    this.#tagOffsets.push(this.#tagCodes.length);
    for (const event of span.events) {
      if (event.name !== '') this.#pushEventCode(EVENT_NAME_KEY, event.name, event.at);
      for (const { key, value } of event.attributes) this.#pushEventCode(key, value, event.at);
    }
    this.#eventOffsets.push(this.#eventCodes.length);
  }

  #pushEventCode(key: string, value: string, at: number): void {
    this.#eventCodes.push(this.#annotations.codeOf('event', key, value));
    this.#eventTimes.push(at);
  }

  #codesOf(attributes: readonly Attribute[]): readonly number[] {
    return attributes.map(({ key, value }) => this.#annotations.codeOf('resource', key, value));
  }

  #resourceOf(codes: readonly number[]): number {
    const known = this.#resources.length;
    const index = this.#resourceKeys.codeOf(codes.join(' '));
    if (index === known) this.#resources.push(codes);
    return index;
  }
}
