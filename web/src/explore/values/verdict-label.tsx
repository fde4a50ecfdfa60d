import type { Verdict } from '#core/analysis/verdict.ts';
import { Badge } from '../../ui/badge.tsx';
import { useWords } from '../../ui/words/use-words.ts';
import classes from './values-table.module.css';

/** A verdict in words: a badge where something was found or cannot be, plain text where there is no difference. */
export function VerdictLabel({ verdict }: { verdict: Verdict }) {
  const words = useWords().values;
  const text = words.verdicts[verdict];
  switch (verdict) {
    case 'clearly-slower':
    case 'clearly-faster':
      return <Badge look="sure" text={text} />;
    case 'possibly-slower':
    case 'possibly-faster':
      return <Badge look="maybe" text={text} />;
    case 'too-few':
      return <Badge look="maybe" text={text} title={words.tooFewExplained} />;
    case 'no-difference':
      return <span className={classes.plain}>{text}</span>;
  }
}
