import type { WhereState } from '#core/analysis/where/where-answer.ts';
import type { Words } from '../../ui/words/words.ts';

/** What is not simply slower or faster, in words; `undefined` for what is. */
export function stateText(state: WhereState, a: string, { where: words }: Pick<Words, 'where'>): string | undefined {
  switch (state) {
    case 'both':
      return undefined;
    case 'only-in-a':
      return words.onlyIn(a);
    case 'gone':
      return words.gone;
    case 'no-longer-waited-for':
      return words.noLongerWaitedFor;
  }
}
