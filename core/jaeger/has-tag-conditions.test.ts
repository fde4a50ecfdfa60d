import { describe, expect, it } from 'vitest';
import { traceFromDrawing } from '../testing/trace-from-drawing.ts';
import { buildTrace } from '../trace/build-trace.ts';
import type { Attribute, Trace } from '../trace/trace.ts';
import { unixMicros } from '../units.ts';
import { hasTagConditions } from './has-tag-conditions.ts';
import { parseTagConditions } from './tag-conditions.ts';

/** Which operations have it. */
function operationsWith(trace: Trace, text: string): readonly string[] {
  const parsed = parseTagConditions(text);
  if (parsed.kind === 'error') throw new Error(parsed.reason);
  return trace.spans.filter((span) => hasTagConditions(trace, span, parsed.conditions)).map((span) => span.operation);
}

const SHOP = traceFromDrawing(`
  gateway /cart (server) {user=7}               |==========|
    cart load !error {rows=3, http.status=500}  | ====     |
    cart note (internal) @3 残念でした {omikuji=凶} |   ===    |
`);

describe('hasTagConditions', () => {
  it.each([
    ['user=7', ['/cart']],
    ['user=07', []],
    ['omikuji=凶', ['note']],
    ['event=残念でした', ['note']],
    ['message=残念でした', ['note']],
    ['rows=3 http.status=500', ['load']],
    ['rows=3 omikuji=凶', []],
    ['error=true', ['load']],
    ['error=false', ['/cart', 'note']],
    ['span.status=ERROR', ['load']],
    ['span.kind=server', ['/cart']],
    ['span.kind=internal', ['note']],
    ['span.kind=unspecified', []],
    ['event=""', []],
  ])('holds %s of %j', (text, operations) => {
    expect(operationsWith(SHOP, text)).toEqual(operations);
  });

  it('finds attributes of the resource, the scope and the status', () => {
    const trace = traceWith(
      [
        { key: 'otel.scope.name', type: 'string', value: 'tracer' },
        { key: 'otel.status_code', type: 'string', value: 'OK' },
      ],
      [{ key: 'service.version', type: 'string', value: '1.0' }],
    );
    const found = 'service.version=1.0 resource.service.version=1.0 scope.name=tracer span.status=OK';
    expect(operationsWith(trace, found)).toEqual(['/x']);
    expect(operationsWith(trace, 'resource.otel.scope.name=tracer')).toEqual([]);
    expect(operationsWith(trace, 'span.status=ERROR')).toEqual([]);
  });

  it('never finds binary attributes', () => {
    expect(operationsWith(traceWith([{ key: 'raw', type: 'binary', value: 'AQID' }], []), 'raw=AQID')).toEqual([]);
  });
});

function traceWith(attributes: readonly Attribute[], resource: readonly Attribute[]): Trace {
  return buildTrace('1'.padStart(32, '0'), [
    {
      id: '1'.padStart(16, '0'),
      parentId: '',
      resource: { service: 'demo', attributes: resource },
      operation: '/x',
      kind: 'unspecified',
      start: unixMicros(1_795_424_400_000_000),
      end: unixMicros(1_795_424_400_000_010),
      isError: false,
      attributes,
      events: [],
      links: [],
      warnings: [],
    },
  ]);
}
