import { useLateWords } from '../ui/words/use-late-words.ts';
import classes from './trace-view.module.css';

/** The facts of a trace that is on its way: what is known already, and a grey bar where its rank will stand. */
export function FactsSkeleton({ traceId, hasRank }: { traceId: string; hasRank: boolean }) {
  return (
    <>
      <p className={classes.facts}>
        <span className={classes.id}>{traceId}</span>
      </p>
      {hasRank && (
        <p className={classes.rank}>
          <span className={classes.rankPlaceholder} />
        </p>
      )}
    </>
  );
}

/** Grey bars where the spans will stand. */
export function TraceSkeleton() {
  const words = useLateWords().trace;
  return (
    <div className={classes.block} role="status" aria-label={words.loading}>
      {['root', 'first', 'second', 'third'].map((part) => (
        <div key={part} className={classes.skeletonRow} data-part={part}>
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
