import { useWords } from '../ui/words/use-words.ts';
import classes from './trace-view.module.css';

/** Grey bars where the spans will stand. */
export function TraceSkeleton() {
  const words = useWords().trace;
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
