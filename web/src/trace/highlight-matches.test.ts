import { describe, expect, it } from 'vitest';
import { type Group, NONE, SEVERAL, valueGroup } from '#core/analysis/group.ts';
import type { AnnotationKey } from '#core/spans/span-table.ts';
import { traceFromDrawing } from '#core/testing/trace-from-drawing.ts';
import type { Trace } from '#core/trace/trace.ts';
import { highlightMatches, isHighlighted } from './highlight-matches.ts';

const omikuji: AnnotationKey = { scope: 'event', key: 'omikuji' };
const bad = valueGroup('凶');

function print(trace: Trace, key: AnnotationKey, group: Group): string {
  return highlightMatches(trace, { key, group })
    .map(({ span, events }) => [trace.spans[span]!.operation, ...events].join(' '))
    .join(', ');
}

const draw = traceFromDrawing(`
  demo /handler {user=7}                     |==========|
    demo /omikuji @9 残念でした {omikuji=凶} | ======== |
`);

const twoDraws = traceFromDrawing(`
  demo /handler                                                          |==========|
    demo first @2 残念でした {omikuji=凶}                                | ===      |
    demo second {omikuji=凶} @5 そこそこでした {omikuji=吉} @6 retry {n=1} |     ===  |
`);

describe('highlightMatches', () => {
  it('finds the span and the event that carry the value', () => {
    expect(print(draw, omikuji, bad)).toBe('/omikuji 0');
  });

  it('finds nothing for another value, key or scope', () => {
    expect(print(draw, omikuji, valueGroup('吉'))).toBe('');
    expect(print(draw, { scope: 'event', key: 'user' }, valueGroup('7'))).toBe('');
    expect(print(draw, { scope: 'tag', key: 'omikuji' }, bad)).toBe('');
  });

  it('finds the text of an event', () => {
    expect(print(draw, { scope: 'event', key: 'event' }, valueGroup('残念でした'))).toBe('/omikuji 0');
  });

  it('finds a tag, which has no event', () => {
    expect(print(draw, { scope: 'tag', key: 'user' }, valueGroup('7'))).toBe('/handler');
    expect(print(twoDraws, { scope: 'tag', key: 'omikuji' }, bad)).toBe('second');
  });

  it('finds every span of a process', () => {
    const resources = [{ service: 'demo', attributes: [{ key: 'host', type: 'string', value: 'a' } as const] }];
    expect(print({ ...draw, resources }, { scope: 'resource', key: 'host' }, valueGroup('a'))).toBe(
      '/handler, /omikuji',
    );
  });

  it('matches a value where it stands, though the trace has others', () => {
    expect(print(twoDraws, omikuji, bad)).toBe('first 0');
  });

  it('matches every carrier of the key where several values are highlighted', () => {
    expect(print(twoDraws, omikuji, SEVERAL)).toBe('first 0, second 0');
    expect(print(draw, omikuji, SEVERAL)).toBe('');
  });

  it('matches nothing where the absence of the key is highlighted', () => {
    expect(print(draw, omikuji, NONE)).toBe('');
  });
});

describe('isHighlighted', () => {
  it('is so for the value of the key in its scope', () => {
    const highlight = { key: omikuji, group: bad };
    expect(isHighlighted(highlight, 'event', 'omikuji', '凶')).toBe(true);
    expect(isHighlighted(highlight, 'tag', 'omikuji', '凶')).toBe(false);
    expect(isHighlighted(highlight, 'event', 'omikuji', '吉')).toBe(false);
    expect(isHighlighted(undefined, 'event', 'omikuji', '凶')).toBe(false);
  });
});
