import { UnstyledButton } from '@mantine/core';
import { type Ref, useEffect, useId, useRef, useState } from 'react';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { formatCount } from '#core/format/format-count.ts';
import type { ExploreData } from '../../data/use-explore-data.ts';
import { useLateWords } from '../../ui/words/use-late-words.ts';
import { useWords } from '../../ui/words/use-words.ts';
import { findingMarkdown, type MarkdownContext } from '../finding-markdown.ts';
import { type Sample, sampleCaveat } from '../sample.ts';
import classes from './export-menu.module.css';
import { type Outcome, outcomeText } from './outcome-text.ts';
import { saveCsv } from './save-csv.ts';
import { saveFile } from './save-file.ts';
import { valuesMarkdown } from './values-markdown.ts';

export interface ExportItemsProps {
  readonly answer: ExploreAnswer;
  /** Only the picked traces are written. */
  readonly hasPick: boolean;
  readonly sample: Sample;
  readonly markdown: Omit<MarkdownContext, 'caveat'>;
  /** What the names of files begin with. */
  readonly stem: string;
  readonly exportSpans: ExploreData['exportSpans'];
}

/** What can be taken away, what each holds, and under them what came of the last one. */
export function ExportItems({ answer, hasPick, sample, markdown, stem, exportSpans }: ExportItemsProps) {
  const words = useWords();
  const late = useLateWords();
  const [outcome, setOutcome] = useState<Outcome>();
  const first = useRef<HTMLButtonElement>(null);
  // The pop-up took the focus when it opened, which may have been before this was loaded.
  useEffect(() => first.current?.focus(), []);
  const isBusy = outcome?.status === 'writing';
  const values = formatCount(answer.groups.length);
  const traces = formatCount(answer.order.length);
  const scope = hasPick
    ? late.exportItems.picked(traces, formatCount(answer.included))
    : late.exportItems.included(traces);

  const copyMarkdown = async (): Promise<void> => {
    const finding = findingMarkdown(answer, { ...markdown, caveat: sampleCaveat(sample, words) }, words);
    try {
      await navigator.clipboard.writeText([finding, valuesMarkdown(answer, words)].filter(Boolean).join('\n\n'));
      setOutcome({ status: 'copied' });
    } catch {
      // Forbidden, or a page without TLS, which has no clipboard.
      setOutcome({ status: 'not-copied' });
    }
  };
  const saveSpans = async (format: 'arrow' | 'jaeger-json', name: string): Promise<void> => {
    setOutcome({ status: 'writing', name });
    try {
      const written = await exportSpans(format, answer.order);
      if (written.status === 'ok') saveFile(written.file, name);
      setOutcome(written.status === 'ok' ? { status: 'saved', name } : written);
    } catch (error) {
      // A fault of the worker, such as no memory left: the page goes on.
      setOutcome({ status: 'failed', reason: error instanceof Error ? error.message : String(error) });
    }
  };

  return (
    <div className={classes.items}>
      <Item
        ref={first}
        label={late.exportItems.markdown}
        holds={late.exportItems.markdownHolds(values)}
        onClick={() => void copyMarkdown()}
      />
      <Item
        label={late.exportItems.csv}
        holds={late.exportItems.csvHolds(values)}
        isDisabled={answer.groups.length === 0}
        onClick={() => setOutcome({ status: 'saved', name: saveCsv(answer, stem) })}
      />
      <Item
        label={late.exportItems.arrow}
        holds={late.exportItems.arrowHolds(scope)}
        isDisabled={isBusy || answer.order.length === 0}
        onClick={() => void saveSpans('arrow', `${stem}-spans.arrow`)}
      />
      <Item
        label={late.exportItems.jaegerJson}
        holds={late.exportItems.jaegerJsonHolds(scope)}
        isDisabled={isBusy || answer.order.length === 0}
        onClick={() => void saveSpans('jaeger-json', `${stem}-traces.json`)}
      />
      <p className={classes.status} role="status">
        {outcome && outcomeText(outcome, { ...words, ...late })}
      </p>
    </div>
  );
}

interface ItemProps {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly label: string;
  readonly holds: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

/** Stays where it is and keeps the focus while it cannot be used. */
function Item({ ref, label, holds, isDisabled = false, onClick }: ItemProps) {
  const holdsId = useId();
  return (
    <UnstyledButton
      ref={ref}
      className={classes.item}
      aria-label={label}
      aria-describedby={holdsId}
      aria-disabled={isDisabled || undefined}
      onClick={isDisabled ? undefined : onClick}
    >
      <span className={classes.label}>{label}</span>
      <span id={holdsId} className={classes.holds}>
        {holds}
      </span>
    </UnstyledButton>
  );
}
