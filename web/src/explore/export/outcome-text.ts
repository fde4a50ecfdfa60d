import { formatCount } from '#core/format/format-count.ts';
import type { SpansExport } from '../../data/span-worker-protocol.ts';
import type { LateWords, Words } from '../../ui/words/words.ts';

/** What came of the last thing that was taken away, or is coming of it. */
export type Outcome =
  | { readonly status: 'writing'; readonly name: string }
  | { readonly status: 'saved'; readonly name: string }
  | { readonly status: 'copied' }
  | { readonly status: 'not-copied' }
  | Exclude<SpansExport, { readonly status: 'ok' }>
  | { readonly status: 'failed'; readonly reason: string };

const MEBIBYTE = 2 ** 20;

export function outcomeText(outcome: Outcome, words: Pick<Words, 'explore'> & Pick<LateWords, 'exportItems'>): string {
  switch (outcome.status) {
    case 'writing':
      return words.exportItems.writing(outcome.name);
    case 'saved':
      return words.exportItems.saved(outcome.name);
    case 'copied':
      return words.explore.copied;
    case 'not-copied':
      return words.explore.copyFailed;
    case 'too-large':
      return words.exportItems.tooLarge(formatCount(Math.floor(outcome.maxBytes / MEBIBYTE)));
    case 'changed':
      return words.exportItems.changed;
    case 'failed':
      return words.exportItems.failed(outcome.reason);
  }
}
