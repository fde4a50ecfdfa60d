import { type ChangeEvent, useEffect, useId, useState } from 'react';
import type { Split } from '#core/analysis/explore-question.ts';
import { formatClock } from '#core/format/format-clock.ts';
import type { UnixMicros } from '#core/units.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/words/use-words.ts';
import type { ChangeExplore, ExploreState } from '../../url-state.ts';
import { fromLocalInput, toLocalInput } from '../local-time-input.ts';
import classes from './compare-bar.module.css';
import { equalWindows } from './equal-windows.ts';
import { splitText } from './split-text.ts';

interface CompareBarProps {
  readonly range: { readonly from: UnixMicros; readonly to: UnixMicros };
  readonly split: Split;
  readonly filters: ExploreState['filters'];
  readonly change: ChangeExplore;
}

/** What the two sides are that are compared. */
export function CompareBar({ range, split, filters, change }: CompareBarProps) {
  const words = useWords();
  return (
    <section className={classes.bar} aria-label={words.compare.label}>
      <b className={classes.sides}>{splitText(split, words)}</b>
      {split.kind === 'instant' ? (
        <>
          <InstantField split={split} range={range} change={change} />
          <Button
            look="quiet"
            size="small"
            title={words.compare.equalWindowsHint}
            disabled={split.at <= range.from || split.at >= range.to}
            onClick={() => change({ filters: [...filters, equalWindows(split.at, range)] })}
          >
            {words.compare.equalWindows}
          </Button>
        </>
      ) : (
        <span className={classes.rest}>{words.compare.restB}</span>
      )}
      <Button look="quiet" size="small" className={classes.stop} onClick={() => change({ split: undefined })}>
        {words.compare.stop}
      </Button>
    </section>
  );
}

interface InstantFieldProps extends Pick<CompareBarProps, 'range' | 'change'> {
  readonly split: Extract<Split, { kind: 'instant' }>;
}

function InstantField({ split, range, change }: InstantFieldProps) {
  const { compare } = useWords();
  const errorId = useId();
  const [text, setText] = useState(toLocalInput(split.at));
  useEffect(() => setText(toLocalInput(split.at)), [split.at]);
  const typed = fromLocalInput(text);
  const isOutside = typed === undefined || typed < range.from - 1e6 || typed > range.to;
  const say = (instant: UnixMicros): string => formatClock(instant);
  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    setText(currentTarget.value);
    const at = fromLocalInput(currentTarget.value);
    if (at !== undefined && at > range.from && at <= range.to)
      change({ split: { kind: 'instant', at } }, { replace: true });
  };
  return (
    <span className={classes.instant}>
      <input
        type="datetime-local"
        step="1"
        className={classes.input}
        value={text}
        aria-label={compare.atLabel}
        aria-invalid={isOutside || undefined}
        aria-describedby={isOutside ? errorId : undefined}
        onChange={onChange}
      />
      {isOutside && (
        <span id={errorId} className={classes.error}>
          {compare.outside(say(range.from), say(range.to))}
        </span>
      )}
    </span>
  );
}
