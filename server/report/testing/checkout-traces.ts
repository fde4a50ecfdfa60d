import { buildTrace, type RawSpan } from '#core/trace/build-trace.ts';
import type { Trace } from '#core/trace/trace.ts';
import { addMicros, type Micros, SECOND, type UnixMicros } from '#core/units.ts';

export interface CheckoutOptions {
  readonly start: UnixMicros;
  readonly traces: number;
  /** Of the query; the rest of a checkout takes 60 ms and a bit. */
  readonly query: Micros;
  /** Value of the tag `note` of the root. */
  readonly note: string;
}

/**
 * Checkouts of a shop, a second apart, the nth 100 µs longer than the one before:
 *
 *     shop POST /checkout {note=…}   |==========|
 *       db SELECT                    |   ====   |
 */
export function checkoutTraces({ start, traces, query, note }: CheckoutOptions): readonly Trace[] {
  return Array.from({ length: traces }, (_, n) => {
    const begin = addMicros(start, n * SECOND);
    const end = addMicros(begin, 60_000 + n * 100 + query);
    const root = { ...SPAN, service: 'shop', operation: 'POST /checkout', start: begin, end };
    const attributes = [{ key: 'note', type: 'string', value: note }] as const;
    const select = { ...SPAN, service: 'db', operation: 'SELECT', start: addMicros(begin, 30_000) };
    return buildTrace(begin.toString(16).padStart(32, '0'), [
      rawSpan({ ...root, id: '1'.padStart(16, '0'), attributes }),
      rawSpan({
        ...select,
        id: '2'.padStart(16, '0'),
        parentId: '1'.padStart(16, '0'),
        end: addMicros(select.start, query),
      }),
    ]);
  });
}

const SPAN = {
  parentId: '',
  kind: 'server',
  isError: false,
  attributes: [],
  events: [],
  links: [],
  warnings: [],
} as const;

function rawSpan({ service, ...span }: Omit<RawSpan, 'resource'> & { readonly service: string }): RawSpan {
  return { ...span, resource: { service, attributes: [] } };
}
