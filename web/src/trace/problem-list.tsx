import { useId } from 'react';
import type { ProblemKind } from '#core/trace/problem.ts';
import type { Trace } from '#core/trace/trace.ts';
import { useLateWords } from '../ui/words/use-late-words.ts';
import { ShowAll } from './show-all.tsx';
import classes from './trace-view.module.css';

const FIRST_SPANS = 5;

/** What was odd about a trace and how it was repaired, in words, with the spans it was seen on. Nothing where nothing was. */
export function ProblemList({ trace, onSelect }: { trace: Trace; onSelect: (span: number) => void }) {
  const words = useLateWords().trace;
  const headingId = useId();
  if (trace.problems.length === 0) return null;
  const spansOf = new Map<ProblemKind, Set<string>>();
  for (const { kind, spanId } of trace.problems) spansOf.set(kind, (spansOf.get(kind) ?? new Set()).add(spanId));
  return (
    <section aria-labelledby={headingId} className={classes.block}>
      <h2 id={headingId} className={classes.heading}>
        {words.problems} <span className={classes.hint}>{words.problemsHint}</span>
      </h2>
      <ul className={classes.problems}>
        {[...spansOf].map(([kind, ids]) => (
          <li key={kind}>
            <span>{words.problemKinds[kind]}</span>
            <ShowAll items={[...ids]} first={FIRST_SPANS}>
              {(shown) => (
                <div className={classes.problemSpans}>
                  {shown.map((id) => (
                    <ProblemSpan key={id} trace={trace} spanId={id} onSelect={onSelect} />
                  ))}
                </div>
              )}
            </ShowAll>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ProblemSpan({ trace, spanId, onSelect }: { trace: Trace; spanId: string; onSelect: (span: number) => void }) {
  const index = trace.spans.findIndex(({ id }) => id === spanId);
  const span = trace.spans[index];
  if (span === undefined) return <span className={classes.id}>{spanId}</span>;
  return (
    <button type="button" className={classes.link} onClick={() => onSelect(index)}>
      {trace.resources[span.resource]!.service} {span.operation}
    </button>
  );
}
