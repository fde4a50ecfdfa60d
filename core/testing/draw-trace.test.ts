import { describe, expect, it } from 'vitest';
import { drawTrace } from './draw-trace.ts';
import { traceFromDrawing } from './trace-from-drawing.ts';

/** Without the indent of the test file. */
function drawing(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const indent = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join('\n');
}

const SHOP = drawing(`
  gateway GET /cart (server)                 |==========|
    cart load items {user=7, region=福岡}    | ====     |
      db SELECT !error {rows=3}              |  ==      |
      db note @3 残念でした {omikuji=凶} @4  |   :      |
    cart render                              |      === |
  mail send                                  |     ===  |  [orphan]
`);

describe('drawTrace', () => {
  it('draws what traceFromDrawing reads', () => {
    expect(drawTrace(traceFromDrawing(SHOP)).replaceAll(/ +\|/g, ' |')).toBe(SHOP.replaceAll(/ +\|/g, ' |'));
  });

  it('draws a long trace forty columns wide', () => {
    const trace = traceFromDrawing(
      `
        demo /handler   |==========|
          demo /omikuji | ======== |
      `,
      { microsPerColumn: 100_000 },
    );
    expect(drawTrace(trace)).toBe(
      drawing(`
        demo /handler   |========================================|
          demo /omikuji |    ================================    |
      `),
    );
  });

  it('writes times, annotations and resources out in detail, in order of key and time', () => {
    const trace = traceFromDrawing(`
      demo /handler (server) {b=2, a=x}   |=====|
        demo /omikuji @4 late @3 drawn {omikuji=凶} | === |
    `);
    expect(drawTrace(trace, { isDetailed: true })).toBe(
      drawing(`
        demo /handler (server) |=====|  0 +5
            tag a=x
            tag b=2 (int64)
          demo /omikuji        | === |  1 +3
              event @3 drawn
                omikuji=凶
              event @4 late
      `),
    );
  });
});
