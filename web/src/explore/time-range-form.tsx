import { type FormEvent, useId, useState } from 'react';
import { MAX_TRACES_PER_SLICE } from '#core/api.ts';
import { formatCount } from '#core/format/format-count.ts';
import { DAY, HOUR, MINUTE, type Micros, type UnixMicros } from '#core/units.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/words/use-words.ts';
import type { ExploreState, TimeRange } from '../url-state.ts';
import { fromLocalInput, toLocalInput } from './local-time-input.ts';
import { lengthText } from './range-text.ts';
import classes from './time-range-picker.module.css';

const PRESETS: readonly Micros[] = [
  5 * MINUTE,
  15 * MINUTE,
  50 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
];

export interface TimeRangePickerProps {
  range: TimeRange;
  limit: number;
  /** The range as instants, to begin from when exact times are wanted. */
  resolved: { readonly from: UnixMicros; readonly to: UnixMicros } | undefined;
  onChange: (patch: Partial<Pick<ExploreState, 'range' | 'limit' | 'isLive'>>) => void;
}

/** Presets first, then exact times, and how many traces a request asks for. */
export function TimeRangeForm(props: TimeRangePickerProps & { onClose: () => void }) {
  const { range, limit, resolved, onChange, onClose } = props;
  const words = useWords();
  return (
    <div className={classes.form}>
      <div className={classes.presets}>
        {PRESETS.map((length) => {
          const isChosen = range.kind === 'last' && range.length === length;
          return (
            <Button
              key={length}
              size="small"
              className={isChosen ? classes.chosen : undefined}
              aria-pressed={isChosen}
              onClick={() => {
                onChange({ range: { kind: 'last', length } });
                onClose();
              }}
            >
              {lengthText(length, words)}
            </Button>
          );
        })}
      </div>
      <ExactTimes
        resolved={resolved}
        onApply={(from, to) => {
          onChange({ range: { kind: 'absolute', from, to }, isLive: false });
          onClose();
        }}
      />
      <LimitField limit={limit} onChange={(next) => onChange({ limit: next })} />
    </div>
  );
}

function ExactTimes({
  resolved,
  onApply,
}: {
  resolved: TimeRangePickerProps['resolved'];
  onApply: (from: UnixMicros, to: UnixMicros) => void;
}) {
  const { shell } = useWords();
  const [from, setFrom] = useState(() => (resolved === undefined ? '' : toLocalInput(resolved.from)));
  const [to, setTo] = useState(() => (resolved === undefined ? '' : toLocalInput(resolved.to)));
  const [error, setError] = useState<{ readonly field: 'from' | 'to'; readonly text: string }>();
  const errorId = useId();

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const start = fromLocalInput(from);
    const end = fromLocalInput(to);
    if (start === undefined) setError({ field: 'from', text: shell.notATime });
    else if (end === undefined) setError({ field: 'to', text: shell.notATime });
    else if (start >= end) setError({ field: 'to', text: shell.startAfterEnd });
    else {
      setError(undefined);
      onApply(start, end);
    }
  };
  const input = (field: 'from' | 'to', value: string, set: (text: string) => void) => (
    <label className={classes.label}>
      {shell[field]}
      <input
        className={classes.input}
        type="datetime-local"
        step="1"
        value={value}
        aria-invalid={error?.field === field}
        aria-describedby={error?.field === field ? errorId : undefined}
        onChange={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <form onSubmit={submit} noValidate>
      <fieldset className={classes.fields}>
        <legend className={classes.legend}>{shell.absolute}</legend>
        {input('from', from, setFrom)}
        {input('to', to, setTo)}
        {error !== undefined && (
          <p className={classes.error} id={errorId} role="alert">
            {error.text}
          </p>
        )}
        <div className={classes.end}>
          <Button type="submit" look="primary" size="small">
            {shell.apply}
          </Button>
        </div>
      </fieldset>
    </form>
  );
}

function LimitField({ limit, onChange }: { limit: number; onChange: (limit: number) => void }) {
  const { shell } = useWords();
  const [text, setText] = useState(String(limit));
  const hintId = useId();
  const value = Number(text);
  const isValid = /^\d+$/.test(text.trim()) && value >= 1 && value <= MAX_TRACES_PER_SLICE;
  return (
    <form
      className={classes.fields}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isValid && value !== limit) onChange(value);
      }}
    >
      <label className={classes.label}>
        {shell.limit}
        <input
          className={classes.input}
          inputMode="numeric"
          value={text}
          aria-invalid={!isValid}
          aria-describedby={hintId}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={() => {
            if (isValid && value !== limit) onChange(value);
          }}
        />
      </label>
      <p id={hintId} className={isValid ? classes.hint : classes.error} role={isValid ? undefined : 'alert'}>
        {isValid ? shell.limitHint : shell.notALimit(formatCount(MAX_TRACES_PER_SLICE))}
      </p>
    </form>
  );
}
