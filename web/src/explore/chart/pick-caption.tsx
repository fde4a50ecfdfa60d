import { useEffect, useMemo } from 'react';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { Box } from '#core/analysis/explore-question.ts';
import { formatClock } from '#core/format/format-clock.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { MINUTE } from '#core/units.ts';
import { Button } from '../../ui/button.tsx';
import { langOf } from '../../ui/lang-of.ts';
import { useWords } from '../../ui/words/use-words.ts';
import type { ChangeExplore, ExploreState } from '../../url-state.ts';
import classes from './pick-caption.module.css';
import { pickSummary } from './pick-summary.ts';

interface PickCaptionProps {
  readonly answer: ExploreAnswer;
  readonly names: readonly string[];
  readonly pick: Box;
  readonly state: Pick<ExploreState, 'filters'>;
  readonly change: ChangeExplore;
}

/** In place of the chart's caption while a box is picked: what it holds, and what can be done with it. */
export function PickCaption({ answer, names, pick, state, change }: PickCaptionProps) {
  const { chart: words, compare } = useWords();
  const { count, group, ofGroup } = useMemo(() => pickSummary(answer), [answer]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere(event.target)) change({ pick: undefined });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [change]);
  const detail = pick.to - pick.from < 2 * MINUTE ? 'second' : 'minute';
  const name = group === undefined ? undefined : names[group]!;
  return (
    <>
      <span className={classes.text} aria-live="polite">
        <b>{words.picked(count)}</b> ·{' '}
        <span>
          {formatClock(pick.from, { detail })}–{formatClock(pick.to, { detail })}
        </span>{' '}
        ·{' '}
        <span>
          {formatDuration(pick.min)}–{formatDuration(pick.max)}
        </span>
        {name !== undefined && (
          <>
            {' · '}
            <span lang={langOf(name)}>
              {ofGroup === count ? words.allOfThem(name) : words.someOfThem(ofGroup, name)}
            </span>
          </>
        )}
      </span>
      <span className={classes.buttons}>
        <Button
          size="small"
          disabled={count === 0 || count === answer.included}
          onClick={() => change({ split: { kind: 'box', box: pick }, pick: undefined })}
        >
          {compare.withRest}
        </Button>
        <Button
          size="small"
          disabled={count === 0}
          onClick={() => change({ filters: [...state.filters, { kind: 'box', box: pick }], pick: undefined })}
        >
          {words.keepOnly}
        </Button>
        <Button look="quiet" size="small" aria-keyshortcuts="Escape" onClick={() => change({ pick: undefined })}>
          {words.clear} <kbd className={classes.key}>Esc</kbd>
        </Button>
      </span>
    </>
  );
}

/** Escape there means something else. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [role="dialog"], [role="menu"]') !== null;
}
