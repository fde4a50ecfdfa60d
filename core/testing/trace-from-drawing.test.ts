import { describe, expect, it } from 'vitest';
import { unixMicros } from '../units.ts';
import { rawSpansFromDrawing, traceFromDrawing } from './trace-from-drawing.ts';

describe('traceFromDrawing', () => {
  it('takes parents from the indent and times from the columns', () => {
    const trace = traceFromDrawing(
      `
        demo /handler   |=====|
          demo /omikuji | === |
        demo log        |    :|
      `,
      { start: unixMicros(1_800_000_000_000_000), microsPerColumn: 10 },
    );
    expect(trace.start).toBe(1_800_000_000_000_000);
    expect(trace.spans.map(({ id, parent, start, duration }) => [id, parent, start, duration])).toEqual([
      ['0000000000000001', -1, 0, 50],
      ['0000000000000002', 0, 10, 30],
      ['0000000000000003', -1, 40, 0],
    ]);
  });

  it('reads tags, the kind, errors and events', () => {
    const [span] = rawSpansFromDrawing(
      'db GET /items/{id} now (client) !error {n=1, f=0.5, b=true, s=a b} @2 drawn {omikuji=凶} |===|',
    );
    expect(span).toMatchObject({
      operation: 'GET /items/{id} now',
      kind: 'client',
      isError: true,
      attributes: [
        { key: 'error', type: 'bool', value: 'true' },
        { key: 'n', type: 'int64', value: '1' },
        { key: 'f', type: 'float64', value: '0.5' },
        { key: 'b', type: 'bool', value: 'true' },
        { key: 's', type: 'string', value: 'a b' },
      ],
      events: [{ name: 'drawn', attributes: [{ key: 'omikuji', type: 'string', value: '凶' }] }],
    });
  });

  it.each([
    ['a line without a bar', 'demo /handler'],
    ['a bar with a hole', 'demo /handler |== =|'],
    ['a label of one word', 'demo |==|'],
    ['a kind that does not exist', 'demo x (sever) |==|'],
    ['an attribute without a value', 'demo x {key} |==|'],
    ['an indent without a parent', 'demo x |==|\n    demo y |==|'],
  ])('refuses %s', (_, drawing) => {
    expect(() => traceFromDrawing(drawing)).toThrow(SyntaxError);
  });
});
