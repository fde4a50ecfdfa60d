import type { Verdict } from '#core/analysis/verdict.ts';
import { CheckIcon } from '../../ui/icons/check-icon.tsx';
import { useWords } from '../../ui/words/use-words.ts';
import classes from './verdict-label.module.css';

const LOOKS: { readonly [verdict in Verdict]: 'sure' | 'maybe' | 'plain' } = {
  'clearly-slower': 'sure',
  'clearly-faster': 'sure',
  'possibly-slower': 'maybe',
  'possibly-faster': 'maybe',
  'too-few': 'maybe',
  'no-difference': 'plain',
};

/** A verdict in words. Certainty is ink: only what is clear is filled, what is open is dashed, no difference is plain text. */
export function VerdictLabel({ verdict }: { verdict: Verdict }) {
  const words = useWords().values;
  const look = LOOKS[verdict];
  return (
    <span
      className={look === 'plain' ? classes.plain : classes.badge}
      data-look={look}
      title={verdict === 'too-few' ? words.tooFewExplained : undefined}
    >
      {look === 'sure' && <CheckIcon sizePx={13} />}
      {words.verdicts[verdict]}
    </span>
  );
}
