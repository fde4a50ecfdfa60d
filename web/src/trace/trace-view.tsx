import { useId, useMemo, useState } from 'react';
import { criticalPathTimes } from '#core/trace/critical-path.ts';
import { selfTimes } from '#core/trace/self-times.ts';
import type { Trace } from '#core/trace/trace.ts';
import { useLateWords } from '../ui/words/use-late-words.ts';
import { type Highlight, highlightMatches } from './highlight-matches.ts';
import { ProblemList } from './problem-list.tsx';
import { SpanDetails } from './span-details.tsx';
import classes from './trace-view.module.css';
import { Waterfall } from './waterfall.tsx';

interface TraceViewProps {
  readonly trace: Trace;
  readonly highlight: Highlight | undefined;
}

/**
 * The spans of a trace and the details of one of them: at first of the one that carries the highlight, else of the root. To be given the
 * trace's id as its key, so that every trace begins anew.
 */
export function TraceView({ trace, highlight }: TraceViewProps) {
  const words = useLateWords().trace;
  const headingId = useId();
  const matches = useMemo(
    () => (highlight === undefined ? [] : highlightMatches(trace, highlight)),
    [trace, highlight],
  );
  const self = useMemo(() => selfTimes(trace), [trace]);
  const critical = useMemo(() => criticalPathTimes(trace), [trace]);
  const [chosen, setChosen] = useState<number | undefined>(undefined);
  const selected = chosen ?? matches[0]?.span ?? 0;
  return (
    <div className={classes.view}>
      <section aria-labelledby={headingId} className={classes.block}>
        <h2 id={headingId} className={classes.heading}>
          {words.spans} <span className={classes.hint}>{words.spansHint}</span>
        </h2>
        <Waterfall trace={trace} matches={matches} selected={selected} onSelect={setChosen} />
      </section>
      <div className={classes.side}>
        <SpanDetails
          trace={trace}
          span={selected}
          highlight={highlight}
          selfTime={self[selected]!}
          criticalTime={critical[selected]!}
        />
        <ProblemList trace={trace} onSelect={setChosen} />
      </div>
    </div>
  );
}
