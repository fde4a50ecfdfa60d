import { buildTrace, type RawSpan } from '../trace/build-trace.ts';
import type { Resource, Trace } from '../trace/trace.ts';
import { addMicros, type UnixMicros, unixMicros } from '../units.ts';
import { type DrawnSpan, readDrawnSpan } from './drawn-span.ts';

export interface DrawingOptions {
  /** 32 hex digits; default `00000000000000000000000000000001`. */
  readonly traceId?: string;
  /** The instant of column 0; default 2026-11-23T09:00:00Z. */
  readonly start?: UnixMicros;
  /** Default 1. */
  readonly microsPerColumn?: number;
}

const DEFAULT_TRACE_ID = '1'.padStart(32, '0');
const DEFAULT_START = unixMicros(1_795_424_400_000_000);
const MISSING_PARENT_ID = 'f'.repeat(16);

/**
 * The trace that a drawing shows. A line is a span, two spaces of indent a level; blank lines and common indent are
 * left out:
 *
 *     demo /handler (server) {user=7}               |==========|
 *       demo /omikuji @9 残念でした {omikuji=凶}    | ======== |
 *         db SELECT !error                          |  ==      |
 *         cache get                                 |    :     |
 *     mail send                                     |   ==     | [orphan]
 *
 * - label: the service (one word), the operation (the rest, up to the first mark)
 * - marks: `(kind)` · `!error` (sets `isError`, and the tag `error=true`) · `{key=value, key=value}` tags · `@column`
 *   with a name, an event at that column of the drawing, and behind it the event's `{attributes}`. A value that looks
 *   like a boolean or a number has that type.
 * - bar: `=` is one column of duration; `:` is where a span of no duration stands
 * - `[orphan]`: its parent is missing. Other words in the brackets are what the builder finds out itself.
 *
 * Span ids count the lines: `0000000000000001`, …
 *
 * @throws SyntaxError that quotes the line which is none.
 */
export function traceFromDrawing(drawing: string, options: DrawingOptions = {}): Trace {
  return buildTrace(options.traceId ?? DEFAULT_TRACE_ID, rawSpansFromDrawing(drawing, options));
}

/** The spans of a drawing as a decoder would find them, in the order of its lines. */
export function rawSpansFromDrawing(drawing: string, options: DrawingOptions = {}): readonly RawSpan[] {
  const { start = DEFAULT_START, microsPerColumn = 1 } = options;
  const resources = new Map<string, Resource>();
  const lastIdOfDepth: string[] = [];
  return withoutIndent(drawing).map((line, index) => {
    const drawn = readDrawnSpan(line);
    const id = (index + 1).toString(16).padStart(16, '0');
    lastIdOfDepth.length = Math.ceil(drawn.depth);
    const parentId = parentOf(drawn, lastIdOfDepth, line);
    lastIdOfDepth.push(id);
    const timeOf = (column: number): UnixMicros => addMicros(start, column * microsPerColumn);
    const resource = resources.get(drawn.service) ?? { service: drawn.service, attributes: [] };
    resources.set(drawn.service, resource);
    return {
      id,
      parentId,
      resource,
      operation: drawn.operation,
      kind: drawn.kind,
      start: timeOf(drawn.startColumn),
      end: timeOf(drawn.startColumn + drawn.columns),
      isError: drawn.isError,
      attributes: drawn.attributes,
      events: drawn.events.map(({ column, name, attributes }) => ({ name, at: timeOf(column), attributes })),
      links: [],
      warnings: [],
    };
  });
}

function withoutIndent(drawing: string): readonly string[] {
  const lines = drawing.split('\n').filter((line) => line.trim() !== '');
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(indent).trimEnd());
}

function parentOf(drawn: DrawnSpan, lastIdOfDepth: readonly (string | undefined)[], line: string): string {
  if (drawn.isOrphan) return MISSING_PARENT_ID;
  if (drawn.depth === 0) return '';
  const parentId = lastIdOfDepth[drawn.depth - 1];
  if (parentId === undefined) throw new SyntaxError(`no parent above the drawn line: ${line}`);
  return parentId;
}
