import { useWords } from '../../ui/words/use-words.ts';
import classes from './where-skeleton.module.css';

const LINES = ['a', 'b', 'c', 'd', 'e'];

/** The view before there is an answer, as high as the other tabs. */
export function WhereSkeleton() {
  const { where: words } = useWords();
  return (
    <div className={classes.skeleton} role="status" aria-label={words.loading}>
      <span className={classes.caption} />
      {LINES.map((line) => (
        <span key={line} className={classes.line} />
      ))}
      <span className={classes.icicle} />
    </div>
  );
}
