import { useMemo } from 'react';
import type { GroupKey } from '#core/analysis/group-key.ts';
import type { WhereAnswer } from '#core/analysis/where/where-answer.ts';
import { whereDoubt } from '#core/analysis/where/where-doubt.ts';
import { whereFinding } from '#core/analysis/where/where-finding.ts';
import { formatEstimatedDifference } from '#core/format/format-estimated-difference.ts';
import { AnnotationChip } from '../../ui/annotation-chip.tsx';
import { FillSentence } from '../../ui/fill-sentence.tsx';
import { langOf } from '../../ui/lang-of.ts';
import { useLateWords } from '../../ui/words/use-late-words.ts';
import { useWords } from '../../ui/words/use-words.ts';
import { Help } from '../help/help.tsx';
import { assertAddsUp } from './assert-adds-up.ts';
import { WhereIcicle } from './where-icicle.tsx';
import type { OpenExample } from './where-row-line.tsx';
import { WhereTable } from './where-table.tsx';
import { type WherePicture, WhereTake } from './where-take.tsx';
import classes from './where-view.module.css';

/** A group as it is read, e.g. 凶 or "the rest". */
export interface WhereGroup {
  readonly name: string;
  readonly traces: number;
}

export interface WhereViewProps {
  readonly where: WhereAnswer;
  /** The answer to an older question. */
  readonly isStale: boolean;
  readonly a: WhereGroup;
  readonly b: WhereGroup;
  /** With it `a.name` is a value of this key, and highlighted. */
  readonly annotationKey: GroupKey | undefined;
  readonly picture: WherePicture;
  /** Opens the trace of a group that is nearest to the median of the row's time. */
  readonly onOpenExample: OpenExample;
}

/** In which span the difference of two groups is: as a table, which adds up, and as an icicle. */
export function WhereView({ where, isStale, a, b, annotationKey, picture, onOpenExample }: WhereViewProps) {
  const words = useWords();
  const { inWhere } = useLateWords();
  const doubt = whereDoubt(where);
  const finding = useMemo(() => {
    assertAddsUp(where);
    return whereFinding(where);
  }, [where]);
  return (
    <div className={classes.view} data-stale={isStale || undefined}>
      <div className={classes.head}>
        <p className={classes.caption}>
          <FillSentence
            text={words.where.caption(a.traces, b.traces)}
            parts={{
              a:
                annotationKey === undefined ? (
                  <GroupName name={a.name} />
                ) : (
                  <AnnotationChip annotationKey={annotationKey} value={a.name} isHighlight />
                ),
              b: <GroupName name={b.name} />,
              total: <b className={classes.total}>{formatEstimatedDifference(where.total)}</b>,
            }}
          />{' '}
          <Help topic="where" about={words.where.table} />
          {doubt !== undefined && (
            <span className={classes.few}> {doubt === 'no-interval' ? inWhere.noInterval : inWhere.fewTraces}</span>
          )}
        </p>
        <WhereTake where={where} most={finding?.index} a={a.name} b={b.name} picture={picture} />
      </div>
      <WhereTable where={where} most={finding?.index} a={a.name} b={b.name} onOpenExample={onOpenExample} />
      <WhereIcicle rows={where.rows} most={finding?.index} group={a.name} onOpenExample={onOpenExample} />
    </div>
  );
}

function GroupName({ name }: { name: string }) {
  return (
    <bdi className={classes.groupName} lang={langOf(name)}>
      {name}
    </bdi>
  );
}
