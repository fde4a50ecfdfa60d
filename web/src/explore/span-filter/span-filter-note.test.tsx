import { MantineProvider } from '@mantine/core';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../data/coverage.ts';
import { en } from '../../ui/words/en.ts';
import { WordsContext } from '../../ui/words/use-words.ts';
import { NO_SPAN_FILTER, type SpanFilter } from './span-filter.ts';
import { SpanFilterNote } from './span-filter-note.tsx';

function textOf(filter: Partial<SpanFilter>, filteredHere: Coverage['filteredHere']): string {
  const markup = renderToStaticMarkup(
    <MantineProvider>
      <WordsContext value={{ locale: 'en', words: en, setLocale: () => undefined }}>
        <main>
          <SpanFilterNote filter={{ ...NO_SPAN_FILTER, ...filter }} filteredHere={filteredHere} />
        </main>
      </WordsContext>
    </MantineProvider>,
  );
  return (/<main>(.*)<\/main>/.exec(markup)?.[1] ?? '').replace(/<[^>]*>/g, '');
}

const tags = [{ key: 'omikuji', value: '凶' }];

describe('what stands beside the coverage', () => {
  it('is nothing where nothing is filtered', () => {
    expect(textOf({}, { tags: false, durations: false })).toBe('');
  });

  it('is the filter', () => {
    expect(textOf({ tags }, { tags: false, durations: false })).toBe(' · span filter omikuji=凶');
  });

  it.each([
    { tags: true, durations: false },
    { tags: false, durations: true },
  ])('says that it was applied here where Jaeger did not: %j', (here) => {
    expect(textOf({ tags }, here)).toBe(' · span filter omikuji=凶, applied here');
  });
});
