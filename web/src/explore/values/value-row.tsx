import type { GroupRow } from '#core/analysis/explore-answer.ts';
import type { Group } from '#core/analysis/group.ts';
import type { GroupKey } from '#core/analysis/group-key.ts';
import { formatCount } from '#core/format/format-count.ts';
import { formatShare } from '#core/format/format-share.ts';
import { groupName } from '../../ui/group-name.ts';
import type { GroupStyle } from '../../ui/group-styles.ts';
import { keyName } from '../../ui/key-name.ts';
import { Mark } from '../../ui/mark.tsx';
import { useWords } from '../../ui/words/use-words.ts';
import type { ChangeExplore, ExploreState } from '../../url-state.ts';
import { EstimateCell } from './estimate-cell.tsx';
import { includeGroup } from './include-group.ts';
import { ValueMenu } from './value-menu.tsx';
import classes from './values-table.module.css';
import { VerdictLabel } from './verdict-label.tsx';

interface ValueRowProps {
  readonly row: GroupRow;
  /** `undefined`: the rows are the sides of a split. */
  readonly keyOfRows: GroupKey | undefined;
  readonly style: GroupStyle;
  /** The value that is highlighted now. */
  readonly highlight: Group | undefined;
  readonly state: ExploreState;
  readonly change: ChangeExplore;
}

/** One value: how often, how slow, how different, and in words. One that is left out keeps its place and its count. */
export function ValueRow({ row, keyOfRows, style, highlight, state, change }: ValueRowProps) {
  const words = useWords();
  const { group, isHighlight, isIncluded } = row;
  const explanation =
    keyOfRows === undefined
      ? undefined
      : group.kind === 'none'
        ? words.values.noneExplained(keyName(keyOfRows, words))
        : group.kind === 'several'
          ? words.values.severalExplained(keyName(keyOfRows, words))
          : undefined;
  return (
    <tr data-highlight={isHighlight || undefined} data-left-out={!isIncluded || undefined}>
      <th scope="row" className={classes.first}>
        {keyOfRows === undefined ? (
          <span className={classes.side}>
            <Mark shape={style.mark} color={style.color} />
            {groupName(group, words)}
          </span>
        ) : (
          <ValueMenu {...{ row, keyOfRows, style, explanation, highlight, state, change }} />
        )}
      </th>
      <td className={classes.number}>{formatCount(row.n)}</td>
      <td className={classes.number}>{formatShare(row.share)}</td>
      {isIncluded && row.n > 0 ? (
        <>
          <EstimateCell estimate={row.p50} />
          <EstimateCell estimate={row.p95} />
          <EstimateCell estimate={row.p99} />
          <EstimateCell estimate={row.shift} isDifference />
        </>
      ) : (
        <td colSpan={4} />
      )}
      <td className={classes.verdict}>
        {!isIncluded && keyOfRows !== undefined ? (
          <button
            type="button"
            className={classes.link}
            onClick={() => change({ filters: includeGroup(state.filters, keyOfRows, group) })}
          >
            <span className={classes.quiet}>{words.values.leftOut} · </span>
            {words.values.putBack}
          </button>
        ) : row.verdict === undefined ? (
          <span className={classes.quiet}>{words.values.noRest}</span>
        ) : (
          <VerdictLabel verdict={row.verdict} />
        )}
      </td>
    </tr>
  );
}
