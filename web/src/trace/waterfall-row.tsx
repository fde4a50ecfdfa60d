import { VisuallyHidden } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { formatCount } from '#core/format/format-count.ts';
import type { CriticalPathSegment } from '#core/trace/critical-path.ts';
import type { Trace } from '#core/trace/trace.ts';
import type { Micros } from '#core/units.ts';
import { ChevronIcon } from '../ui/icons/chevron-icon.tsx';
import { WarningIcon } from '../ui/icons/warning-icon.tsx';
import { langOf } from '../ui/lang-of.ts';
import { Mark } from '../ui/mark.tsx';
import { useLateWords } from '../ui/words/use-late-words.ts';
import { useWords } from '../ui/words/use-words.ts';
import type { HighlightMatch } from './highlight-matches.ts';
import classes from './waterfall.module.css';
import { WaterfallLane } from './waterfall-lane.tsx';

interface WaterfallRowProps {
  readonly trace: Trace;
  /** Index into `trace.spans`. */
  readonly index: number;
  /** Among the rows shown. */
  readonly position: number;
  readonly topPx: number;
  readonly extent: Micros;
  readonly gridStepShare: number;
  /** Of the service; `undefined` where there is only one. */
  readonly color: string | undefined;
  readonly segments: readonly CriticalPathSegment[];
  readonly match: HighlightMatch | undefined;
  readonly descendants: number;
  readonly isCollapsed: boolean;
  readonly isSelected: boolean;
  /** Whether Tab comes to this row. */
  readonly isTabStop: boolean;
  readonly onSelect: (span: number) => void;
  readonly onFold: (span: number, isFolded: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent, position: number) => void;
}

/** Deeper levels are not indented further: the name must stay readable. */
const MAX_INDENT = 12;

/** A span: its place in the tree and its bar. */
export function WaterfallRow(props: WaterfallRowProps) {
  const { trace, index, position, topPx, extent, color, segments, match, descendants, isCollapsed, onSelect, onFold } =
    props;
  const { trace: words } = useLateWords();
  const { values } = useWords();
  const span = trace.spans[index]!;
  const { service } = trace.resources[span.resource]!;
  const name = `${service} ${span.operation}`;
  return (
    <tr
      aria-rowindex={position + 2}
      aria-level={span.depth + 1}
      aria-expanded={descendants > 0 ? !isCollapsed : undefined}
      aria-selected={props.isSelected}
      tabIndex={props.isTabStop ? 0 : -1}
      data-span={index}
      data-match={match !== undefined || undefined}
      className={classes.row}
      style={{ transform: `translateY(${topPx}px)` }}
      onClick={() => onSelect(index)}
      onKeyDown={(event) => props.onKeyDown(event, position)}
    >
      <td className={classes.name} title={name}>
        <span className={classes.indent} style={{ width: `${Math.min(span.depth, MAX_INDENT) * 12}px` }} />
        {descendants > 0 ? (
          <button
            type="button"
            tabIndex={-1}
            className={classes.fold}
            aria-label={isCollapsed ? words.expand(name) : words.collapse(name)}
            onClick={(event) => {
              event.stopPropagation();
              onFold(index, !isCollapsed);
            }}
          >
            <ChevronIcon to={isCollapsed ? 'right' : 'down'} sizePx={12} />
          </button>
        ) : (
          <span className={classes.fold} />
        )}
        <span className={classes.tick} style={{ background: color }} />
        {match !== undefined && (
          <>
            <Mark shape="diamond" color="var(--k-hi)" sizePx={10} />
            <VisuallyHidden>{values.highlighted} </VisuallyHidden>
          </>
        )}
        {span.isError && (
          <span className={classes.error} role="img" aria-label={words.error}>
            <WarningIcon sizePx={13} />
          </span>
        )}
        <span className={classes.service}>{service}</span>
        <bdi className={classes.operation} lang={langOf(span.operation)}>
          {span.operation}
        </bdi>
        {isCollapsed && (
          <span className={classes.hidden} title={words.hidden(descendants)}>
            +{formatCount(descendants)}
          </span>
        )}
      </td>
      <td className={classes.cell}>
        <WaterfallLane
          span={span}
          extent={extent}
          gridStepShare={props.gridStepShare}
          color={color}
          segments={segments}
          match={match}
        />
      </td>
    </tr>
  );
}
