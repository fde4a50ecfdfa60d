import { Link } from 'wouter';
import classes from './brand.module.css';
import { useWords } from './words/use-words.ts';

/** Seal and name; leads to the start. */
export function Brand() {
  const { shell } = useWords();
  return (
    <Link href="/" className={classes.brand} aria-label={shell.home}>
      <span className={classes.seal} lang="ja" aria-hidden="true">
        籤
      </span>
      <span>Kuji</span>
    </Link>
  );
}
