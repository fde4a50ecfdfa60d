import { SPAN_KINDS } from '../spans/span-kinds.ts';
import type { SpanTable } from '../spans/span-table.ts';
import type { Problem } from '../trace/problem.ts';
import { NO_PARENT, type Resource, type Span, type Trace } from '../trace/trace.ts';
import { unixMicros } from '../units.ts';
import { attributesOf } from './attributes-of.ts';
import { eventsOfSpan } from './events-of-span.ts';

const ID_DIGITS = 16;

/**
 * A trace of the span table as the one model, as far as the table keeps it. It does not keep:
 *
 * - ids of spans: they are numbered from 1, in pre-order;
 * - links, warnings and problems. A span without a parent that starts before the root is an orphan: else it would be the root. Other
 *   orphans are like further roots;
 * - types: every value is a string;
 * - where one event ends and the next begins, if both are of the same instant and the next has no name: they become one. An event
 *   with neither name nor attributes is lost.
 */
export function traceOfRow(table: SpanTable, row: number): Trace {
  const first = table.firstSpan[row]!;
  const resources = new ResourceList(table);
  const problems: Problem[] = [];
  const spans: Span[] = [];
  for (let at = first; at < table.firstSpan[row + 1]!; at++) {
    const parent = table.spanParent[at]! < 0 ? NO_PARENT : table.spanParent[at]! - first;
    const id = (at - first + 1).toString(16).padStart(ID_DIGITS, '0');
    if (parent === NO_PARENT && table.spanStart[at]! < table.spanStart[first]!) {
      problems.push({ kind: 'orphan', spanId: id });
    }
    spans.push({
      id,
      parent,
      depth: parent === NO_PARENT ? 0 : spans[parent]!.depth + 1,
      resource: resources.indexOf(table.spanService[at]!, table.spanResource[at]!),
      operation: table.operations[table.spanOperation[at]!]!,
      kind: SPAN_KINDS[table.spanKind[at]!]!,
      start: table.spanStart[at]!,
      duration: table.spanDuration[at]!,
      isError: table.spanError[at] === 1,
      attributes: attributesOf(table, table.tagCodes.subarray(table.tagOffsets[at]!, table.tagOffsets[at + 1]!)),
      events: eventsOfSpan(table, at),
      links: [],
      warnings: [],
    });
  }
  return {
    id: table.traceIds[row]!,
    start: unixMicros(table.traceStart[row]!),
    spans,
    resources: resources.list,
    problems,
  };
}

/** The resources of one trace: pairs of a service and a resource of the table, in the order of their first coming. */
class ResourceList {
  readonly list: Resource[] = [];
  readonly #table: SpanTable;
  readonly #indexes = new Map<string, number>();

  constructor(table: SpanTable) {
    this.#table = table;
  }

  indexOf(service: number, resource: number): number {
    const pair = `${service} ${resource}`;
    const known = this.#indexes.get(pair);
    if (known !== undefined) return known;
    const { services, resources } = this.#table;
    const attributes = attributesOf(this.#table, resources[resource]!);
    const index = this.list.push({ service: services[service]!, attributes }) - 1;
    this.#indexes.set(pair, index);
    return index;
  }
}
