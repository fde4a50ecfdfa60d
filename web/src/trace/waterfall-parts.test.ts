import { describe, expect, it } from 'vitest';
import { traceFromDrawing } from '#core/testing/trace-from-drawing.ts';
import { SECOND } from '#core/units.ts';
import { clipText } from './clip-text.ts';
import { safeLink } from './safe-link.ts';
import { serviceStyles } from './service-styles.ts';
import { timeTicks } from './time-ticks.ts';
import { visibleRows } from './visible-rows.ts';

const shop = traceFromDrawing(`
  gateway GET /cart   |==========|
    cart load         | ====     |
      db SELECT       |  ==      |
    cart render       |      === |
  mail send           |   ==     | [orphan]
`);

function rows(...collapsed: readonly number[]): string {
  return visibleRows(shop, new Set(collapsed))
    .map(({ span, descendants, isCollapsed }) => `${span}${isCollapsed ? `+${descendants}` : ''}`)
    .join(' ');
}

describe('visibleRows', () => {
  it('shows every span while nothing is collapsed', () => {
    expect(rows()).toBe('0 1 2 3 4');
  });

  it('hides all that is below a collapsed span, and nothing else', () => {
    expect(rows(1)).toBe('0 1+1 3 4');
    expect(rows(0)).toBe('0+3 4');
    expect(rows(0, 1)).toBe('0+3 4');
  });
});

describe('timeTicks', () => {
  it('takes round steps from 0 to the end', () => {
    expect(timeTicks(SECOND, 5)).toEqual([0, 250_000, 500_000, 750_000, SECOND]);
    expect(timeTicks(61, 5)).toEqual([0, 20, 40, 60]);
  });

  it('never gives more than asked for', () => {
    for (const extent of [1, 3, 7, 99, 101, 12_345, 987_654_321])
      expect(timeTicks(extent, 5).length).toBeLessThanOrEqual(5);
  });

  it('has only zero for a trace without length', () => {
    expect(timeTicks(0, 5)).toEqual([0]);
  });
});

describe('serviceStyles', () => {
  it('gives each service a colour of its own', () => {
    const colors = [...(serviceStyles(shop) ?? [])].map(([, { color }]) => color);
    expect(new Set(colors).size).toBe(4);
  });

  it('has none where there is one service', () => {
    expect(serviceStyles(traceFromDrawing('demo a |==|'))).toBeUndefined();
  });
});

describe('clipText', () => {
  it('leaves a short text as it is', () => {
    expect(clipText('残念でした', 10, 3)).toBe('残念でした');
  });

  it('clips by characters and by lines', () => {
    expect(clipText('abcdef', 4, 3)).toBe('abcd');
    expect(clipText('a\nb\nc\nd', 99, 2)).toBe('a\nb');
  });

  it('never leaves half a character', () => {
    expect(clipText('ab😀cd', 3, 3)).toBe('ab');
    expect(clipText('ab😀cd', 4, 3)).toBe('ab😀');
  });
});

describe('safeLink', () => {
  it('links whole web addresses', () => {
    expect(safeLink('https://example.org/a?b=c')).toBe('https://example.org/a?b=c');
  });

  it('links nothing else', () => {
    for (const value of [
      'javascript:alert(1)',
      ' https://example.org',
      'see https://example.org',
      'data:text/html,x',
      'https://user:secret@example.org/',
      'https://',
      'https://example.org/ <b>',
      `https://example.org/${'a'.repeat(3000)}`,
    ]) {
      expect(safeLink(value)).toBeUndefined();
    }
  });
});
