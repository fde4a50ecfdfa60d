import { Box } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { WhereAnswer } from '#core/analysis/where/where-answer.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { langOf } from '../../ui/lang-of.ts';
import { useWords } from '../../ui/words/use-words.ts';
import { type BarScale, barScale } from './bar-scale.ts';
import { foldRows } from './fold-rows.ts';
import { type OpenExample, WhereRowLine } from './where-row-line.tsx';
import classes from './where-table.module.css';

interface WhereTableProps {
  readonly where: WhereAnswer;
  /** Index of the row that holds most of the extra time. */
  readonly most: number | undefined;
  readonly a: string;
  readonly b: string;
  readonly onOpenExample: OpenExample;
}

/** More are drawn on demand, so that a thousand paths do not hold up the page. */
const STEP_ROWS = 300;
/** Of the largest difference: what is below it is muted. */
const MUTED_PART = 0.015;

/** The calls as a tree, each with its part of the difference. */
export function WhereTable({ where: { rows }, most, a, b, onOpenExample }: WhereTableProps) {
  const { where: words } = useWords();
  /** How many rows are shown, small ones too; `undefined` while those are folded. */
  const [limit, setLimit] = useState<number>();
  const folded = useMemo(() => foldRows(rows), [rows]);
  const scale: BarScale = useMemo(() => barScale(rows), [rows]);
  const shown = limit === undefined ? folded.shown : Array.from(rows.keys()).slice(0, limit);
  const left = rows.length - shown.length;
  return (
    <>
      {/* What scrolls must be reachable by keyboard. */}
      <Box component="section" className={classes.scroll} aria-label={words.table} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.first}>
                {words.operation}
              </th>
              <th scope="col">
                <Name name={a} />
              </th>
              <th scope="col">
                <Name name={b} />
              </th>
              <th scope="col">{words.difference}</th>
              <th scope="col" className={classes.barHead} aria-label={words.bar} />
              <th scope="col">{words.moreCalls}</th>
              <th scope="col">{words.slowerCalls}</th>
              <th scope="col">{words.calls}</th>
              <th scope="col" className={classes.example}>
                {words.example}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((index) => (
              <WhereRowLine
                key={index}
                rows={rows}
                index={index}
                isMost={index === most}
                isMuted={Math.abs(rows[index]!.delta.value) < MUTED_PART * scale.largest}
                scale={scale}
                a={a}
                b={b}
                onOpenExample={onOpenExample}
              />
            ))}
          </tbody>
        </table>
      </Box>
      {folded.folded > 0 && (
        <p className={classes.folded}>
          {limit === undefined ? (
            <>
              {words.folded(left, formatDuration(folded.threshold))}{' '}
              <button type="button" className={classes.more} onClick={() => setLimit(STEP_ROWS)}>
                {words.showAll}
              </button>
            </>
          ) : (
            <>
              {left > 0 && (
                <>
                  {words.beyond(left)}{' '}
                  <button type="button" className={classes.more} onClick={() => setLimit(limit + STEP_ROWS)}>
                    {words.showMore(Math.min(left, STEP_ROWS))}
                  </button>{' '}
                </>
              )}
              <button type="button" className={classes.more} onClick={() => setLimit(undefined)}>
                {words.fold}
              </button>
            </>
          )}
        </p>
      )}
    </>
  );
}

function Name({ name }: { name: string }) {
  return (
    <bdi className={classes.name} lang={langOf(name)} title={name}>
      {name}
    </bdi>
  );
}
