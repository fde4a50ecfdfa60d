import { UnstyledButton } from '@mantine/core';
import { valueGroup } from '#core/analysis/group.ts';
import { isSameKey } from '#core/analysis/group-key.ts';
import { formatCount } from '#core/format/format-count.ts';
import { formatP } from '#core/format/format-p.ts';
import { formatShare } from '#core/format/format-share.ts';
import { groupName } from '../../ui/group-name.ts';
import { keyName } from '../../ui/key-name.ts';
import { useWords } from '../../ui/words/use-words.ts';
import type { Words } from '../../ui/words/words.ts';
import type { RailKey } from './key-groups.ts';
import classes from './key-rail.module.css';

const CLEAR_P = 0.05;

interface KeyOptionProps {
  readonly item: RailKey;
  /** Traces that were ranked. */
  readonly loaded: number;
  readonly isChosen: boolean;
  readonly isTabStop: boolean;
  /** The ranking is on its way: grey in the place of its bar. */
  readonly isRanking: boolean;
  readonly onChoose: () => void;
  readonly onPoint: (isPointedAt: boolean) => void;
}

/** One key: its name, how much of latency goes with it, and what it is. */
export function KeyOption({ item, loaded, isChosen, isTabStop, isRanking, onChoose, onPoint }: KeyOptionProps) {
  const words = useWords();
  const { key, setAside, rank } = item;
  const isRanked = rank !== undefined && setAside === undefined;
  return (
    <UnstyledButton
      role="option"
      aria-selected={isChosen}
      tabIndex={isTabStop ? 0 : -1}
      className={classes.key}
      data-aside={setAside !== undefined || (isRanked && !saysSomething(rank)) || undefined}
      title={isRanked ? helpOf(rank, words) : key.key}
      onClick={onChoose}
      onPointerEnter={() => onPoint(true)}
      onPointerLeave={() => onPoint(false)}
      onFocus={() => onPoint(true)}
      onBlur={() => onPoint(false)}
    >
      <span className={classes.line}>
        <span className={classes.name}>{keyName(key, words)}</span>{' '}
        {isRanked && !rank.isTooFew && <span className={classes.explained}>{rank.explained.toFixed(2)}</span>}
      </span>
      {setAside === undefined && (isRanked || isRanking) && (
        <span className={classes.track} aria-hidden="true">
          {isRanked && !rank.isTooFew && (
            <span className={classes.fill} style={{ width: `${barShare(rank) * 100}%` }} />
          )}
        </span>
      )}
      <span className={classes.detail}>{detailOf(item, loaded, words)}</span>
    </UnstyledButton>
  );
}

function saysSomething({ isTooFew, pAdjusted }: NonNullable<RailKey['rank']>): boolean {
  return !isTooFew && pAdjusted < CLEAR_P;
}

/** Of what groups of these sizes could explain. */
function barShare({ explained, most }: NonNullable<RailKey['rank']>): number {
  return most > 0 ? Math.min(1, Math.max(0, explained / most)) : 0;
}

function helpOf({ explained, most, p, pAdjusted, traces }: NonNullable<RailKey['rank']>, { keys }: Words): string {
  return keys.help(explained.toFixed(3), most.toFixed(3), formatCount(traces), formatP(p), formatP(pAdjusted));
}

function detailOf({ key, values, traces, setAside, rank }: RailKey, loaded: number, words: Words): string {
  const { keys } = words;
  const count =
    setAside === 'one-value'
      ? keys.oneValue
      : setAside === 'unique-values'
        ? keys.uniqueValues(formatCount(values))
        : keys.values(formatCount(values));
  const parts = [keys.scopes[key.scope], count];
  if (traces < loaded) parts.push(keys.onTraces(formatShare(traces / loaded)));
  if (rank === undefined || setAside !== undefined) return parts.join(' · ');
  const { direction, pAdjusted, isTooFew, aliases, sameTraces } = rank;
  if (isTooFew) parts.push(keys.tooFew);
  else if (pAdjusted >= CLEAR_P) parts.push(keys.noDifference);
  else if (direction !== undefined) parts.push(direction.rho > 0 ? keys.slowerWithMore : keys.fasterWithMore);
  const others = [rank.key, ...aliases].filter((other) => !isSameKey(other, key));
  const [first] = others;
  if (first !== undefined) {
    parts.push(keys.sameSplit(keyName(first, words), others.length - 1));
  }
  if (sameTraces !== undefined) {
    const annotation = `${keyName(sameTraces.key, words)}=${groupName(valueGroup(sameTraces.value), words)}`;
    parts.push(keys.sameTraces(formatCount(sameTraces.traces), annotation));
  }
  return parts.join(' · ');
}
