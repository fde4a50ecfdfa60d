import type { WhereState } from '#core/analysis/where/where-answer.ts';
import { useWords } from '../../ui/words/use-words.ts';
import { stateText } from './state-text.ts';
import classes from './where-table.module.css';

/** What is not simply slower or faster. */
export function StateChip({ state, a }: { state: WhereState; a: string }) {
  const words = useWords();
  switch (state) {
    case 'both':
      return null;
    case 'only-in-a':
    case 'gone':
      return <span className={classes.chip}>{stateText(state, a, words)}</span>;
    case 'no-longer-waited-for':
      return (
        <span className={classes.chip} title={words.where.noLongerWaitedForExplained}>
          {stateText(state, a, words)}
        </span>
      );
  }
}
