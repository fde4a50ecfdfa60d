import { Tooltip } from '@mantine/core';
import type { Coverage } from '../../data/coverage.ts';
import { useWords } from '../../ui/words/use-words.ts';
import type { SpanFilter } from './span-filter.ts';
import classes from './span-filter-note.module.css';
import { spanFilterText } from './span-filter-text.ts';

/** Beside what was read: that it was filtered, and where we did so since this Jaeger does not. Nothing without a filter. */
export function SpanFilterNote({ filter, filteredHere }: { filter: SpanFilter } & Pick<Coverage, 'filteredHere'>) {
  const words = useWords();
  const { spanFilter } = words;
  const text = spanFilterText(filter, words);
  if (text === '') return null;
  const { tags, durations } = filteredHere;
  return (
    <>
      {' · '}
      {spanFilter.applied(text)}
      {(tags || durations) && (
        <>
          {spanFilter.joiner}
          <Tooltip
            label={spanFilter.filteredHereHint(tags && durations ? 'both' : tags ? 'tags' : 'durations')}
            multiline
            w={320}
            events={{ hover: true, focus: true, touch: true }}
            transitionProps={{ duration: 0 }}
          >
            <button type="button" className={classes.here}>
              {spanFilter.filteredHere}
            </button>
          </Tooltip>
        </>
      )}
    </>
  );
}
