import { type FormEvent, useId, useState } from 'react';
import { parseTypedDuration, typedDuration } from '#core/format/typed-duration.ts';
import type { Micros } from '#core/units.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/words/use-words.ts';
import { addTags } from './add-tags.ts';
import { NO_SPAN_FILTER, type SpanFilter } from './span-filter.ts';
import classes from './span-filter-form.module.css';
import { spanFilterConditions } from './span-filter-text.ts';
import { TagsField } from './tags-field.tsx';

interface SpanFilterFormProps {
  filter: SpanFilter;
  onApply: (filter: SpanFilter) => void;
}

type Field = 'tags' | 'shortest' | 'longest';

interface FieldError {
  readonly field: Field;
  readonly text: string;
}

/** Tags and durations that one span must have. Nothing is asked of Jaeger until they are applied. */
export function SpanFilterForm({ filter, onApply }: SpanFilterFormProps) {
  const words = useWords();
  const { spanFilter } = words;
  const [tags, setTags] = useState(filter.tags);
  const [typed, setTyped] = useState('');
  const [shortest, setShortest] = useState(() => textOf(filter.minDuration));
  const [longest, setLongest] = useState(() => textOf(filter.maxDuration));
  const [error, setError] = useState<FieldError>();
  const hintId = useId();
  const errorId = useId();

  /** All tags, those that are still being typed too; `undefined` where these are wrong. */
  const takeTyped = (): SpanFilter['tags'] | undefined => {
    const added = addTags(tags, typed, words);
    if (added.kind === 'error') {
      setError({ field: 'tags', text: added.message });
      return undefined;
    }
    setTags(added.tags);
    setTyped('');
    return added.tags;
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const allTags = takeTyped();
    if (allTags === undefined) return;
    const minDuration = parseTypedDuration(shortest);
    const maxDuration = parseTypedDuration(longest);
    if (minDuration === undefined && shortest.trim() !== '') {
      setError({ field: 'shortest', text: spanFilter.notADuration });
    } else if (maxDuration === undefined && longest.trim() !== '') {
      setError({ field: 'longest', text: spanFilter.notADuration });
    } else if (minDuration !== undefined && maxDuration !== undefined && minDuration > maxDuration) {
      setError({ field: 'longest', text: spanFilter.lessThanShortest });
    } else {
      onApply({ tags: allTags, minDuration, maxDuration });
    }
  };
  const errorOf = (field: Field): string | undefined => (error?.field === field ? error.text : undefined);
  const forget = (field: Field): void => setError((before) => (before?.field === field ? undefined : before));
  const duration = (field: 'shortest' | 'longest', value: string, set: (text: string) => void) => (
    <label className={classes.label}>
      {spanFilter[field]}
      <input
        className={classes.input}
        value={value}
        placeholder={spanFilter.durationExample}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={errorOf(field) !== undefined}
        aria-describedby={errorOf(field) === undefined ? hintId : errorId}
        onChange={(event) => {
          set(event.currentTarget.value);
          forget(field);
        }}
      />
    </label>
  );
  const durationError = errorOf('shortest') ?? errorOf('longest');
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <div>
        <h2 className={classes.title}>{spanFilter.title}</h2>
        <p className={classes.help}>{spanFilter.help}</p>
      </div>
      <TagsField
        tags={tags}
        typed={typed}
        error={errorOf('tags')}
        onType={(text) => {
          setTyped(text);
          forget('tags');
        }}
        onAdd={takeTyped}
        onRemove={(removed) => setTags(tags.filter((tag) => tag !== removed))}
      />
      <div className={classes.durations}>
        {duration('shortest', shortest, setShortest)}
        {duration('longest', longest, setLongest)}
        {durationError === undefined ? (
          <p className={classes.hint} id={hintId}>
            {spanFilter.durationHint}
          </p>
        ) : (
          <p className={classes.error} id={errorId} role="alert">
            {durationError}
          </p>
        )}
      </div>
      <div className={classes.end}>
        {spanFilterConditions(filter).length > 0 && (
          <Button size="small" onClick={() => onApply(NO_SPAN_FILTER)} type="button">
            {spanFilter.clear}
          </Button>
        )}
        <Button type="submit" look="primary" size="small">
          {spanFilter.apply}
        </Button>
      </div>
    </form>
  );
}

function textOf(duration: Micros | undefined): string {
  return duration === undefined ? '' : typedDuration(duration);
}
