import { useId, useState } from 'react';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { groupToText } from '#core/analysis/group.ts';
import { groupName } from '../../ui/group-name.ts';
import type { GroupStyle } from '../../ui/group-styles.ts';
import { langOf } from '../../ui/lang-of.ts';
import { useWords } from '../../ui/words/use-words.ts';
import type { ChangeExplore, ExploreState } from '../../url-state.ts';
import { CsvButton } from '../export/csv-button.tsx';
import { Help } from '../help/help.tsx';
import type { Sample } from '../sample.ts';
import { SampleNote } from '../sample-note.tsx';
import { captionText } from './caption-text.ts';
import { headingText } from './heading-text.ts';
import { ValueRow } from './value-row.tsx';
import classes from './values-table.module.css';

/** So many rows are read at a glance; the rest on demand. */
const FIRST_ROWS = 12;

interface ValuesTableProps {
  readonly answer: ExploreAnswer;
  readonly state: ExploreState;
  readonly change: ChangeExplore;
  /** Parallel to `answer.groups`. */
  readonly styles: readonly GroupStyle[];
  readonly sample: Sample;
  /** What the names of saved files begin with. */
  readonly fileStem: string;
}

/** The groups of the chart as numbers: the table that every chart needs. Nothing where there is nothing to group by. */
export function ValuesTable({ answer, state, change, styles, sample, fileStem }: ValuesTableProps) {
  const words = useWords();
  const headingId = useId();
  const [isWhole, setIsWhole] = useState(false);
  const { key, split, groups } = answer;
  const heading = headingText(answer, words);
  if (heading === undefined) return null;
  const shown = isWhole ? groups : groups.slice(0, FIRST_ROWS);
  return (
    <section aria-labelledby={headingId} className={classes.section}>
      <div className={classes.head}>
        <h2 id={headingId} className={classes.heading}>
          {heading}
        </h2>
        <Help topic="values" about={heading} />
        <p className={classes.caption}>
          <Caption answer={answer} />
        </p>
        <SampleNote sample={sample} />
        <CsvButton className={classes.save} answer={answer} stem={fileStem} />
      </div>
      <div className={classes.panel}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.first}>
                {words.values.value}
              </th>
              <th scope="col">{words.values.count}</th>
              <th scope="col">{words.values.share}</th>
              <th scope="col">{words.values.p50}</th>
              <th scope="col">{words.values.p95}</th>
              <th scope="col">{words.values.p99}</th>
              <th scope="col">{words.values.shift}</th>
              <th scope="col" className={classes.verdict}>
                {words.values.verdict}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <ValueRow
                key={groupToText(row.group)}
                row={row}
                keyOfRows={split === undefined ? key : undefined}
                highlight={answer.highlight}
                style={styles[index]!}
                state={state}
                change={change}
              />
            ))}
          </tbody>
        </table>
      </div>
      {groups.length > FIRST_ROWS && (
        <button type="button" className={classes.more} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? words.values.showFewer : words.values.showAll(groups.length)}
        </button>
      )}
    </section>
  );
}

/** Which rest is meant: with slow traces in it, every other value would come out faster. */
function Caption({ answer }: { answer: ExploreAnswer }) {
  const words = useWords();
  const [before, after] = captionText(answer, words, '\0').split('\0');
  if (after === undefined || answer.highlight === undefined) return before;
  const name = groupName(answer.highlight, words);
  return (
    <>
      {before}
      <bdi lang={langOf(name)}>{name}</bdi>
      {after}
    </>
  );
}
