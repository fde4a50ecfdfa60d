import type { Attribute, SpanKind } from '../trace/trace.ts';

/** A line of a drawing, in columns. */
export interface DrawnSpan {
  readonly depth: number;
  readonly service: string;
  readonly operation: string;
  readonly kind: SpanKind;
  readonly isError: boolean;
  readonly isOrphan: boolean;
  readonly attributes: readonly Attribute[];
  readonly events: readonly DrawnEvent[];
  readonly startColumn: number;
  readonly columns: number;
}

export interface DrawnEvent {
  readonly column: number;
  readonly name: string;
  readonly attributes: readonly Attribute[];
}

const LINE = /^(?<indent> *)(?<label>\S.*?) *\|(?<bar>[^|]*)\|(?: *\[(?<problems>[^\]]*)\])?$/;
const BAR = /^(?<before> *)(?:(?<duration>=+)|:) *$/;
const LABEL = /^(?<service>\S+) (?<operation>.*?)(?<marks>(?: \([a-z]+\)| !error| \{[^}]*\}| @\d+[^{}]*)*)$/;
const MARK =
  / (?:\((?<kind>[a-z]+)\)|(?<error>!error)|\{(?<attributes>[^}]*)\}|@(?<column>\d+)(?: (?<event>[^{}@]+?))?(?= [{@]|$))/y;
const KINDS: readonly SpanKind[] = ['internal', 'server', 'client', 'producer', 'consumer', 'unspecified'];

/**
 * Reads a line such as `  demo /omikuji (server) {n=1} @9 drawn {omikuji=凶} | ===== |`.
 *
 * @throws SyntaxError that quotes the line, if it is none.
 */
export function readDrawnSpan(line: string): DrawnSpan {
  const fail = (what: string): never => {
    throw new SyntaxError(`${what} in the drawn line: ${line}`);
  };
  const { indent, label, bar, problems } = LINE.exec(line)?.groups ?? fail('no "label |bar|"');
  const { before, duration } = BAR.exec(bar!)?.groups ?? fail('a bar is "=" or ":"');
  const { service, operation, marks } = LABEL.exec(label!)?.groups ?? fail('a label is "service operation"');
  return {
    depth: indent!.length / 2,
    service: service!,
    operation: operation!,
    ...readMarks(marks!, fail),
    isOrphan: (problems ?? '').includes('orphan'),
    startColumn: before!.length,
    columns: duration?.length ?? 0,
  };
}

type Marks = Pick<DrawnSpan, 'kind' | 'isError' | 'attributes' | 'events'>;

function readMarks(marks: string, fail: (what: string) => never): Marks {
  let kind: SpanKind = 'unspecified';
  let isError = false;
  const attributes: Attribute[] = [];
  const events: DrawnEvent[] = [];
  const pattern = new RegExp(MARK);
  while (pattern.lastIndex < marks.length) {
    const mark = pattern.exec(marks)?.groups ?? fail(`no mark: "${marks}"`);
    const lastEvent = events.at(-1);
    if (mark.kind !== undefined) {
      kind = KINDS.find((known) => known === mark.kind) ?? fail(`no kind: "${mark.kind}"`);
    } else if (mark.error !== undefined) {
      isError = true;
      attributes.push({ key: 'error', type: 'bool', value: 'true' });
    } else if (mark.column !== undefined) {
      events.push({ column: Number(mark.column), name: mark.event ?? '', attributes: [] });
    } else if (lastEvent === undefined) {
      attributes.push(...readAttributes(mark.attributes!, fail));
    } else {
      events[events.length - 1] = { ...lastEvent, attributes: readAttributes(mark.attributes!, fail) };
    }
  }
  return { kind, isError, attributes, events };
}

function readAttributes(text: string, fail: (what: string) => never): readonly Attribute[] {
  return text.split(', ').map((pair) => {
    const equals = pair.indexOf('=');
    if (equals <= 0) fail(`no "key=value": "${pair}"`);
    const value = pair.slice(equals + 1);
    return { key: pair.slice(0, equals), type: attributeType(value), value };
  });
}

function attributeType(value: string): Attribute['type'] {
  if (value === 'true' || value === 'false') return 'bool';
  if (/^-?\d+$/.test(value)) return 'int64';
  return /^-?\d+\.\d+$/.test(value) ? 'float64' : 'string';
}
