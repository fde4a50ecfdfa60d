import type { WhereState } from '#core/analysis/where/where-answer.ts';
import { useWords } from '../../ui/words/use-words.ts';
import classes from './where-table.module.css';

/** What is not simply slower or faster. */
export function StateChip({ state, a }: { state: WhereState; a: string }) {
  const { where: words } = useWords();
  switch (state) {
    case 'both':
      return null;
    case 'only-in-a':
      return <span className={classes.chip}>{words.onlyIn(a)}</span>;
    case 'gone':
      return <span className={classes.chip}>{words.gone}</span>;
    case 'no-longer-waited-for':
      return (
        <span className={classes.chip} title={words.noLongerWaitedForExplained}>
          {words.noLongerWaitedFor}
        </span>
      );
  }
}
