import { type Attribute, NO_PARENT, type Span, type Trace } from '#core/trace/trace.ts';
import { addMicros, MILLISECOND, type Micros, SECOND, type UnixMicros } from '#core/units.ts';

/** What a value of a trace may be that means harm, or is only odd. None may do anything but be shown. */
export const HOSTILE_VALUES = [
  '<img src=x onerror="document.title=1">',
  '"><script>document.title=1</script>',
  '\u202egnp.exe',
  'bell \u0007 escape \u001b[31m nul \u0000',
  '=HYPERLINK("http://127.0.0.1:1/","open")',
  'javascript:document.title=1',
  'https://user:password@127.0.0.1:1/',
  '__proto__',
  'constructor',
  '',
  ' ',
  'zero\u200bwidth',
  `{"a":${'['.repeat(20_000)}`,
  'long '.repeat(200_000),
] as const;

/** Keys that are names of what every object has. */
const HOSTILE_KEYS = ['__proto__', 'constructor', 'toString', '<b>key</b>', '\u202eyek'];

/** The longest value: ten million letters. */
const HUGE = 'x'.repeat(10_000_000);

const EACH = 8;
const EVERY: Micros = 100 * MILLISECOND;

/** `EACH` traces of the service `hostile` for every hostile value; and one, of the service `huge`, with ten million letters. */
export function hostileTraces(now: UnixMicros): readonly Trace[] {
  const count = EACH * HOSTILE_VALUES.length;
  const traces = Array.from({ length: count }, (_, i) =>
    trace(i, 'hostile', addMicros(now, -5 * SECOND - (count - i) * EVERY), HOSTILE_VALUES[i % HOSTILE_VALUES.length]!),
  );
  return [...traces, trace(count, 'huge', addMicros(now, -5 * SECOND), HUGE)];
}

function trace(index: number, service: string, start: UnixMicros, value: string): Trace {
  const attribute = (key: string, text: string): Attribute => ({ key, type: 'string', value: text });
  const attributes = [attribute('k', value), ...HOSTILE_KEYS.map((key) => attribute(key, `v${index % 2}`))];
  const span: Span = {
    id: (index + 1).toString(16).padStart(16, '0'),
    parent: NO_PARENT,
    depth: 0,
    resource: 0,
    operation: '<svg onload="document.title=1">',
    kind: 'server',
    isError: false,
    start: 0,
    duration: (1 + (index % 7)) * MILLISECOND,
    attributes,
    events: [{ name: value.slice(0, 1000), at: 0, attributes: [] }],
    links: [],
    warnings: [],
  };
  return {
    id: (index + 1).toString(16).padStart(32, '9'),
    start,
    resources: [{ service, attributes: [] }],
    spans: [span],
    problems: [],
  };
}
