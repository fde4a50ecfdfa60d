import { describe, expect, it } from 'vitest';
import { en } from '../../ui/words/en.ts';
import { ja, lateJa } from '../../ui/words/ja.ts';
import { lateEn } from '../../ui/words/late-en.ts';
import { type Outcome, outcomeText } from './outcome-text.ts';

const OUTCOMES: readonly Outcome[] = [
  { status: 'writing', name: 'a.arrow' },
  { status: 'saved', name: 'a.arrow' },
  { status: 'copied' },
  { status: 'not-copied' },
  { status: 'too-large', maxBytes: 256 * 2 ** 20 },
  { status: 'changed' },
  { status: 'failed', reason: 'out of memory' },
];

describe('outcomeText', () => {
  it('says what came of it, and what to do where nothing did', () => {
    expect(OUTCOMES.map((outcome) => outcomeText(outcome, { ...en, ...lateEn }))).toEqual([
      'Writing a.arrow…',
      'Saved as a.arrow',
      'Copied',
      'The browser did not allow copying',
      'Not saved: it would be more than 256 MiB. Filter, or pick fewer traces.',
      'Not saved: other traces are being read. Try again when they are there.',
      'Not saved: out of memory',
    ]);
  });

  it('says it in Japanese', () => {
    for (const outcome of OUTCOMES) expect(outcomeText(outcome, { ...ja, ...lateJa })).toMatch(/[\u3040-\u30ff]/);
  });
});
