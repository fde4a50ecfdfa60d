import { useState } from 'react';
import type { ContrastRow } from '#core/analysis/contrast/contrast-row.ts';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import { groupToText } from '#core/analysis/group.ts';
import { FEWEST_TRACES } from '#core/analysis/verdict.ts';
import { formatCount } from '#core/format/format-count.ts';
import { formatP } from '#core/format/format-p.ts';
import { formatShare } from '#core/format/format-share.ts';
import { useDeeper } from '../../data/use-deeper.ts';
import { AnnotationChip } from '../../ui/annotation-chip.tsx';
import { groupName } from '../../ui/group-name.ts';
import { Superscripts } from '../../ui/superscripts.tsx';
import { useLateWords } from '../../ui/words/use-late-words.ts';
import { useWords } from '../../ui/words/use-words.ts';
import classes from './contrast.module.css';
import { shareDifferenceText } from './share-difference-text.ts';

const FIRST_ROWS = 8;
const MOST_ROWS = 200;
const CLEAR_P = 0.05;

interface ContrastTableProps {
  readonly answer: ExploreAnswer;
  readonly ask: () => Promise<readonly ContrastRow[] | undefined>;
  /** Of the first side. */
  readonly name: string;
}

/** The values whose share differs clearly, most first. */
export function ContrastTable({ answer, ask, name }: ContrastTableProps) {
  const words = useWords();
  const { compare } = words;
  const { inContrast } = useLateWords();
  const { value: rows, isStale } = useDeeper(ask, answer, 0);
  const [isWhole, setIsWhole] = useState(false);
  if (rows === undefined) return <p className={classes.empty}>{compare.counting}</p>;
  const clear = rows.filter(({ pAdjusted }) => pAdjusted < CLEAR_P).slice(0, MOST_ROWS);
  const few = sidesOf(rows, name, words.where.rest)
    .filter(({ n }) => n < FEWEST_TRACES)
    .map(({ side, n }) => (
      <p key={side} className={classes.empty}>
        {inContrast.fewTraces(side, formatCount(n))}
      </p>
    ));
  if (clear.length === 0) {
    return (
      <>
        {few}
        <p className={classes.empty}>{compare.none(rows.length)}</p>
      </>
    );
  }
  return (
    <>
      {few}
      <div className={classes.panel} data-stale={isStale || undefined}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{compare.value}</th>
              <th scope="col">{compare.inSide(name)}</th>
              <th scope="col">{compare.inRest}</th>
              <th scope="col">{compare.difference}</th>
              <th scope="col">{compare.p}</th>
            </tr>
          </thead>
          <tbody>
            {(isWhole ? clear : clear.slice(0, FIRST_ROWS)).map((row) => {
              const { value, interval } = shareDifferenceText(row.difference);
              return (
                <tr key={`${row.key.scope} ${row.key.key} ${groupToText(row.group)}`}>
                  <th scope="row">
                    <AnnotationChip annotationKey={row.key} value={groupName(row.group, words)} />
                  </th>
                  <td>
                    <Share count={row.inA} of={row.nA} />
                  </td>
                  <td>
                    <Share count={row.inB} of={row.nB} />
                  </td>
                  <td>
                    <span className={classes.interval}>{interval}</span> {value}
                  </td>
                  <td>
                    <Superscripts text={formatP(row.pAdjusted)} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        {clear.length > FIRST_ROWS && (
          <button type="button" className={classes.toggle} onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? compare.showFewer : compare.showAll(clear.length)}
          </button>
        )}
      </div>
    </>
  );
}

/** The two sides, with their traces, as every row tells them. */
function sidesOf(rows: readonly ContrastRow[], name: string, rest: string) {
  const [row] = rows;
  if (row === undefined) return [];
  return [
    { side: name, n: row.nA },
    { side: rest, n: row.nB },
  ];
}

function Share({ count, of }: { count: number; of: number }) {
  return (
    <>
      <span className={classes.interval}>
        {formatCount(count)}/{formatCount(of)}
      </span>{' '}
      {formatShare(count / of)}
    </>
  );
}
