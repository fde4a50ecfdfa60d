import { formatClock } from '#core/format/format-clock.ts';
import { formatCount } from '#core/format/format-count.ts';
import { unixMicrosFromMillis } from '#core/units.ts';
import { ApiError } from '../data/api-error.ts';
import { Button } from '../ui/button.tsx';
import { WarningIcon } from '../ui/icons/warning-icon.tsx';
import { useWords } from '../ui/words/use-words.ts';
import classes from './problem-banner.module.css';
import { useProblem } from './use-problem.ts';

interface ProblemBannerProps {
  error: Error;
  /** When Jaeger last answered, ms since 1970; 0 where it never did. */
  answeredAt: number;
  /** Traces that are still on the screen. */
  loaded: number;
  onTryNow: () => void;
}

/** What happened, where, and what to do; what was read before stays below it. */
export function ProblemBanner({ error, answeredAt, loaded, onTryNow }: ProblemBannerProps) {
  const { problem, explore } = useWords();
  const { title, advice, detail } = useProblem(error);
  // It says nothing of Jaeger where it is Kuji that does not answer, or with what cannot be read.
  const isOfJaeger = error instanceof ApiError && error.code.startsWith('jaeger-');
  return (
    <div className={classes.banner} role="alert">
      <span className={classes.icon}>
        <WarningIcon />
      </span>
      <div className={classes.words}>
        <b>{title}</b> {isOfJaeger && loaded > 0 && answeredAt > 0 && `${problem.since(clockOf(answeredAt))} `}
        {loaded > 0 ? problem.stillHere(formatCount(loaded)) : advice} {problem.triesAgain}
        {detail !== '' && (
          <span className={classes.detail} lang="en">
            {detail}
          </span>
        )}
        {loaded > 0 && <span className={classes.detail}>{advice}</span>}
      </div>
      <Button size="small" onClick={onTryNow}>
        {explore.tryNow}
      </Button>
    </div>
  );
}

function clockOf(millis: number): string {
  return formatClock(unixMicrosFromMillis(millis), { detail: 'second' });
}
