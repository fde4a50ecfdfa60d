import { Popover } from '@mantine/core';
import { Link } from 'wouter';
import type { SliceProblem } from '#core/api.ts';
import { formatCount } from '#core/format/format-count.ts';
import { tracePath } from '../routes.ts';
import { Button } from '../ui/button.tsx';
import { WarningIcon } from '../ui/icons/warning-icon.tsx';
import { useWords } from '../ui/words/use-words.ts';
import classes from './unreadable-traces.module.css';

const MOST_SHOWN = 50;

/** How many traces could not be read, and on a click which ones and why. */
export function UnreadableTraces({ problems }: { problems: readonly SliceProblem[] }) {
  const { explore } = useWords();
  const unreadable = distinct(problems);
  return (
    <Popover position="bottom-start" trapFocus returnFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button size="small" className={classes.button}>
          <WarningIcon />
          {explore.problems(formatCount(unreadable.length))}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.list}>
        <ul>
          {unreadable.slice(0, MOST_SHOWN).map(({ traceId, reason }) => (
            <li key={`${traceId} ${reason}`}>
              {traceId === '' ? explore.noId : <Link href={tracePath(traceId, {})}>{traceId}</Link>}
              <div className={classes.reason}>{reason}</div>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Each once: slices overlap, and a trace may be met twice. */
function distinct(problems: readonly SliceProblem[]): readonly SliceProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.traceId} ${problem.reason}`, problem])).values()];
}
