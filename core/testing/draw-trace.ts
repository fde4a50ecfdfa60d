import type { Attribute, Span, SpanEvent, Trace } from '../trace/trace.ts';
import type { Micros } from '../units.ts';

export interface DrawTraceOptions {
  /** Default: 1 where the trace is at most 60 µs long, else what makes it 40 columns wide. */
  readonly microsPerColumn?: number;
  /** Exact times, and everything written on the spans on lines of its own, instead of short marks in the label. */
  readonly isDetailed?: boolean;
}

const LONGEST_UNSCALED: Micros = 60;
const SCALED_COLUMNS = 40;

/**
 * The waterfall of a trace as text, without a line feed at its end:
 *
 *     demo /handler (server)             |============|
 *       demo /omikuji @9 drawn {n=1}     |  ========  |
 *         db SELECT !error {rows=3}      |   :        |
 *     mail send                          |     ===    |  [orphan]
 *
 * `=` is a column of its duration, `:` one too short to be drawn. Marks as in `traceFromDrawing`, which reads this
 * form; in brackets the problems of the span. Details come in order of key and time, so that Jaegers which sort and
 * Jaegers which do not draw alike.
 */
export function drawTrace(trace: Trace, options: DrawTraceOptions = {}): string {
  const extent = trace.spans.reduce((end, span) => Math.max(end, span.start + span.duration), 0);
  const microsPerColumn =
    options.microsPerColumn ?? (extent <= LONGEST_UNSCALED ? 1 : Math.ceil(extent / SCALED_COLUMNS));
  const columnOf = (time: Micros): number => Math.round(time / microsPerColumn);
  const isDetailed = options.isDetailed ?? false;
  const labels = trace.spans.map((span) => label(trace, span, isDetailed ? '' : inlineMarks(span, columnOf)));
  const labelWidth = Math.max(...labels.map((text) => text.length));
  const bars = trace.spans.map((span) => bar(columnOf(span.start), columnOf(span.start + span.duration)));
  const barWidth = Math.max(...bars.map((text) => text.length));
  const lines = trace.spans.flatMap((span, index) => {
    const times = isDetailed ? `  ${span.start} +${span.duration}` : '';
    const waterfall = `${labels[index]!.padEnd(labelWidth)} |${bars[index]!.padEnd(barWidth)}|`;
    return [`${waterfall}${times}${problems(trace, span)}`, ...(isDetailed ? spanDetails(span) : [])];
  });
  return [...lines, ...(isDetailed ? resourceDetails(trace) : [])].join('\n');
}

function label(trace: Trace, span: Span, marks: string): string {
  const kind = span.kind === 'unspecified' ? '' : ` (${span.kind})`;
  const error = span.isError ? ' !error' : '';
  const { service } = trace.resources[span.resource]!;
  return `${'  '.repeat(span.depth)}${service} ${span.operation}${kind}${error}${marks}`;
}

function bar(startColumn: number, endColumn: number): string {
  return ' '.repeat(startColumn) + ('='.repeat(endColumn - startColumn) || ':');
}

function problems(trace: Trace, span: Span): string {
  const kinds = trace.problems.filter(({ spanId }) => spanId === span.id).map(({ kind }) => kind);
  return kinds.length === 0 ? '' : `  [${kinds.join(', ')}]`;
}

function inlineMarks(span: Span, columnOf: (time: Micros) => number): string {
  const attributes = span.attributes.filter(({ key, value }) => !(span.isError && key === 'error' && value === 'true'));
  const events = span.events.map(
    ({ name, at, attributes: fields }) => ` @${columnOf(at)}${name === '' ? '' : ` ${name}`}${braces(fields)}`,
  );
  return braces(attributes) + events.join('');
}

function braces(attributes: readonly Attribute[]): string {
  return attributes.length === 0 ? '' : ` {${attributes.map(({ key, value }) => `${key}=${value}`).join(', ')}}`;
}

function spanDetails(span: Span): readonly string[] {
  const indent = `${'  '.repeat(span.depth)}    `;
  return [
    ...attributeLines(span.attributes, `${indent}tag `),
    ...span.events.toSorted(compareEvents).flatMap((event) => eventLines(event, indent)),
    ...span.links.map(({ traceId, spanId }) => `${indent}link ${traceId} ${spanId}`),
  ];
}

function eventLines({ name, at, attributes }: SpanEvent, indent: string): readonly string[] {
  return [`${indent}event @${at} ${name}`.trimEnd(), ...attributeLines(attributes, `${indent}  `)];
}

function compareEvents(a: SpanEvent, b: SpanEvent): number {
  return a.at - b.at || compareText(a.name, b.name);
}

function resourceDetails(trace: Trace): readonly string[] {
  return trace.resources
    .toSorted((a, b) => compareText(a.service, b.service))
    .flatMap(({ service, attributes }) => attributeLines(attributes, `resource ${service} `));
}

function attributeLines(attributes: readonly Attribute[], prefix: string): readonly string[] {
  return attributes
    .map(({ key, type, value }) => `${prefix}${key}=${value}${type === 'string' ? '' : ` (${type})`}`)
    .sort(compareText);
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
