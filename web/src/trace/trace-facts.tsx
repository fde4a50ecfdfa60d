import { formatClock } from '#core/format/format-clock.ts';
import { formatDate } from '#core/format/format-date.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import type { Trace } from '#core/trace/trace.ts';
import { AnnotationChip } from '../ui/annotation-chip.tsx';
import { CopyTextButton } from '../ui/copy-text-button.tsx';
import { groupName } from '../ui/group-name.ts';
import { useLateWords } from '../ui/words/use-late-words.ts';
import { useWords } from '../ui/words/use-words.ts';
import { type Highlight, highlightMatches } from './highlight-matches.ts';
import type { TraceRank } from './trace-rank.ts';
import classes from './trace-view.module.css';

interface TraceFactsProps {
  readonly trace: Trace;
  readonly highlight: Highlight | undefined;
  readonly rank: TraceRank | undefined;
}

/** How long, when, how large, which; and whether it has what is highlighted, and how slow it is among the others. */
export function TraceFacts({ trace, highlight, rank }: TraceFactsProps) {
  const words = useWords();
  const late = useLateWords();
  const services = new Set(trace.spans.map(({ resource }) => trace.resources[resource]!.service)).size;
  const isMatch = highlight !== undefined && highlightMatches(trace, highlight).length > 0;
  const name = highlight === undefined ? '' : groupName(highlight.group, words);
  return (
    <>
      <p className={classes.facts}>
        <b>{formatDuration(trace.spans[0]!.duration, { detailed: true })}</b>
        <span>
          {formatDate(trace.start)} {formatClock(trace.start, { detail: 'millis' })}
        </span>
        <span>{late.trace.size(trace.spans.length, services)}</span>
        <span className={classes.id}>
          {trace.id} <CopyTextButton look="quiet" size="small" text={trace.id} label={late.trace.copyId} />
        </span>
      </p>
      {(isMatch || rank !== undefined) && (
        <p className={classes.rank}>
          {isMatch && <AnnotationChip annotationKey={highlight.key} value={name} isHighlight />}
          {rank !== undefined && (
            <span>
              {rank.slowerThanGroup === undefined || rank.groupTotal === undefined
                ? late.trace.slowerThanAll(rank.slowerThanAll, rank.total)
                : late.trace.slowerThanAllAndGroup(
                    rank.slowerThanAll,
                    rank.total,
                    rank.slowerThanGroup,
                    rank.groupTotal,
                    name,
                  )}
            </span>
          )}
        </p>
      )}
    </>
  );
}
