import { lazy, Suspense, useId, useState } from 'react';
import type { ContrastRow } from '#core/analysis/contrast/contrast-row.ts';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { groupName } from '../../ui/group-name.ts';
import { langOf } from '../../ui/lang-of.ts';
import { useWords } from '../../ui/words/use-words.ts';
import { Help } from '../help/help.tsx';
import classes from './contrast.module.css';

const ContrastTable = lazy(() => import('./contrast-table.tsx').then((module) => ({ default: module.ContrastTable })));

interface ContrastSectionProps {
  readonly answer: ExploreAnswer;
  readonly ask: () => Promise<readonly ContrastRow[] | undefined>;
}

/** Which values the compared traces have more often than the others: open for drawn sides, on demand for a value. */
export function ContrastSection({ answer, ask }: ContrastSectionProps) {
  const words = useWords();
  const headingId = useId();
  const isDrawn = answer.split !== undefined;
  const [choice, setChoice] = useState<{ readonly isDrawn: boolean; readonly isOpen: boolean }>();
  const { highlight, finding } = answer;
  if (highlight === undefined || (finding.kind !== 'compared' && finding.kind !== 'too-few')) return null;
  const isOpen = choice?.isDrawn === isDrawn ? choice.isOpen : isDrawn;
  const name = groupName(highlight, words);
  return (
    <section className={classes.section} aria-labelledby={headingId}>
      <div className={classes.head}>
        <h2 id={headingId} className={classes.heading} lang={langOf(name)}>
          {words.compare.contrastTitle(name)}
        </h2>
        <Help topic="contrast" about={words.compare.contrastTitle(name)} />
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={isOpen}
          onClick={() => setChoice({ isDrawn, isOpen: !isOpen })}
        >
          {isOpen ? words.compare.hide : words.compare.show}
        </button>
      </div>
      {isOpen && (
        <>
          <p className={classes.help}>{words.compare.contrastHelp}</p>
          <Suspense fallback={<p className={classes.empty}>{words.compare.counting}</p>}>
            <ContrastTable answer={answer} ask={ask} name={name} />
          </Suspense>
        </>
      )}
    </section>
  );
}
