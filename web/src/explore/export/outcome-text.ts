import { formatCount } from '#core/format/format-count.ts';
import type { SpansExport } from '../../data/span-worker-protocol.ts';
import type { Words } from '../../ui/words/words.ts';

/** What came of the last thing that was taken away, or is coming of it. */
export type Outcome =
  | { readonly status: 'writing'; readonly name: string }
  | { readonly status: 'saved'; readonly name: string }
  | { readonly status: 'copied' }
  | { readonly status: 'not-copied' }
  | Exclude<SpansExport, { readonly status: 'ok' }>
  | { readonly status: 'failed'; readonly reason: string };

const MEBIBYTE = 2 ** 20;

export function outcomeText(outcome: Outcome, words: Pick<Words, 'explore' | 'exports'>): string {
  switch (outcome.status) {
    case 'writing':
      return words.exports.writing(outcome.name);
    case 'saved':
      return words.exports.saved(outcome.name);
    case 'copied':
      return words.explore.copied;
    case 'not-copied':
      return words.explore.copyFailed;
    case 'too-large':
      return words.exports.tooLarge(formatCount(Math.floor(outcome.maxBytes / MEBIBYTE)));
    case 'changed':
      return words.exports.changed;
    case 'failed':
      return words.exports.failed(outcome.reason);
  }
}
