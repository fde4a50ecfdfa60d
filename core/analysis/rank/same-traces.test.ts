import { describe, expect, it } from 'vitest';
import { NONE, valueGroup } from '../group.ts';
import { partitionOf } from './partition.ts';
import { type LabelledSplit, sameTraces } from './same-traces.ts';

/** A letter a trace: traces of the same letter are a group of that value, `-` has none. */
function split(key: string, letters: string): LabelledSplit {
  const distinct = [...new Set(letters)];
  const labels = Int32Array.from([...letters], (letter) => distinct.indexOf(letter));
  const rows = Int32Array.from(labels.keys());
  return {
    key: { scope: 'tag', key },
    partition: partitionOf(rows, labels, distinct.length),
    labels: distinct.map((letter) => (letter === '-' ? NONE : valueGroup(letter))),
  };
}

function told(...splits: readonly LabelledSplit[]): readonly string[] {
  return sameTraces(splits).map((same) => (same ? `${same.traces} ${same.key.key}=${same.value}` : ''));
}

describe('sameTraces', () => {
  it('finds the value whose traces a key is written on', () => {
    expect(told(split('lot', 'aabbcca'), split('fine', 'xx----x'), split('other', 'x-----x'))).toEqual([
      '',
      '3 lot=a',
      '',
    ]);
  });

  it('takes the smaller of two groups, whichever comes first', () => {
    expect(told(split('lot', 'abbbbca'), split('late', 'ynnnnny'))).toEqual(['', '2 lot=a']);
  });

  it('says nothing of traces that have no value, nor of another split in two', () => {
    expect(told(split('lot', '--bbbcc'), split('fine', 'xxyyyyy'))).toEqual(['', '']);
    expect(told(split('a', 'xx-----'), split('b', 'yy-----'))).toEqual(['', '']);
  });
});
