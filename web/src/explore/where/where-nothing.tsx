import { useWords } from '../../ui/words/use-words.ts';
import classes from './where-skeleton.module.css';

/** Where one of the groups has no traces, as where all have one value. */
export function WhereNothing() {
  const { where: words } = useWords();
  return (
    <div className={classes.skeleton}>
      <p className={classes.nothing}>{words.nothingToCompare}</p>
    </div>
  );
}
