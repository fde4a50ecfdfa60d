import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { CloseIcon } from '../../ui/icons/close-icon.tsx';
import { langOf } from '../../ui/lang-of.ts';
import { useWords } from '../../ui/words/use-words.ts';
import type { ChangeExplore, ExploreState } from '../../url-state.ts';
import classes from './filter-bar.module.css';
import { filterText } from './filter-text.ts';
import { removeFilter } from './remove-filter.ts';

interface FilterBarProps {
  readonly answer: ExploreAnswer;
  readonly state: ExploreState;
  readonly change: ChangeExplore;
}

/** What is filtered, in words, each filter removable, and how many traces are left. Nothing without a filter. */
export function FilterBar({ answer, state, change }: FilterBarProps) {
  const words = useWords();
  const { filters } = state;
  if (filters.length === 0) return null;
  return (
    <section className={classes.bar} aria-label={words.values.filters}>
      <ul className={classes.chips}>
        {filters.map((filter, index) => {
          const text = filterText(filter, words);
          return (
            <li key={`${filter.kind} ${text}`} className={classes.chip}>
              <bdi className={classes.text} lang={langOf(text)} title={text}>
                {text}
              </bdi>
              <button
                type="button"
                className={classes.remove}
                aria-label={words.values.removeFilter(text)}
                onClick={() => change({ filters: removeFilter(filters, index) })}
              >
                <CloseIcon sizePx={12} />
              </button>
            </li>
          );
        })}
      </ul>
      <button type="button" className={classes.clear} onClick={() => change({ filters: [] })}>
        {words.values.clearAll}
      </button>
      <output className={classes.counts}>{words.values.counts(answer.included, answer.loaded)}</output>
    </section>
  );
}
