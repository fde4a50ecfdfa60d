import { useEffect, useId, useRef } from 'react';
import { type TagCondition, tagConditionsText } from '#core/jaeger/tag-conditions.ts';
import { CloseIcon } from '../../ui/icons/close-icon.tsx';
import { langOf } from '../../ui/lang-of.ts';
import { useWords } from '../../ui/words/use-words.ts';
import classes from './span-filter-form.module.css';

interface TagsFieldProps {
  tags: readonly TagCondition[];
  /** What is not a tag yet. */
  typed: string;
  error: string | undefined;
  onType: (text: string) => void;
  /** Makes tags of what was typed. */
  onAdd: () => void;
  onRemove: (tag: TagCondition) => void;
}

/** Tags as chips, and a field to type more. Unlike Mantine's, its chips are removed by keyboard, and a value may hold blanks. */
export function TagsField({ tags, typed, error, onType, onAdd, onRemove }: TagsFieldProps) {
  const { spanFilter } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const hintId = useId();
  useEffect(() => {
    // Not before the popover has noted where the focus goes back to.
    const timer = setTimeout(() => input.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  const remove = (tag: TagCondition): void => {
    onRemove(tag);
    // The button that had the focus goes.
    input.current?.focus();
  };
  return (
    <div className={classes.label}>
      <label htmlFor={inputId}>{spanFilter.tags}</label>
      {tags.length > 0 && (
        <ul className={classes.chips}>
          {tags.map((tag) => {
            const text = tagConditionsText([tag]);
            return (
              <li key={text} className={classes.chip}>
                <bdi className={classes.chipText} lang={langOf(text)} title={text}>
                  {text}
                </bdi>
                <button
                  type="button"
                  className={classes.remove}
                  aria-label={spanFilter.removeTag(text)}
                  onClick={() => remove(tag)}
                >
                  <CloseIcon sizePx={12} />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <input
        ref={input}
        id={inputId}
        className={classes.input}
        value={typed}
        placeholder={tags.length === 0 ? spanFilter.tagsExample : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-autofocus
        aria-invalid={error !== undefined}
        aria-describedby={hintId}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          // The Enter that ends a conversion to kanji adds nothing.
          if (event.nativeEvent.isComposing) return;
          const last = tags.at(-1);
          if (event.key === 'Enter' && typed.trim() !== '') {
            event.preventDefault();
            onAdd();
          } else if (event.key === 'Backspace' && typed === '' && last !== undefined) {
            remove(last);
          }
        }}
      />
      <p id={hintId} className={error === undefined ? classes.hint : classes.error} role={error && 'alert'}>
        {error ?? spanFilter.tagsHint}
      </p>
    </div>
  );
}
