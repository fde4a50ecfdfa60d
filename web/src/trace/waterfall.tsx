import { VisuallyHidden } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { formatDuration } from '#core/format/format-duration.ts';
import { type CriticalPathSegment, criticalPathSegments } from '#core/trace/critical-path.ts';
import { NO_PARENT, type Trace } from '#core/trace/trace.ts';
import { KbdHint } from '../ui/kbd-hint.tsx';
import { useLateWords } from '../ui/words/use-late-words.ts';
import type { HighlightMatch } from './highlight-matches.ts';
import { serviceStyles } from './service-styles.ts';
import { timeTicks } from './time-ticks.ts';
import { traceExtent } from './trace-extent.ts';
import { visibleRows } from './visible-rows.ts';
import classes from './waterfall.module.css';
import { WaterfallRow } from './waterfall-row.tsx';

const ROW_PX = 26;
/** Beyond so many rows only those in view exist, and they scroll within the waterfall. */
const MAX_PLAIN_ROWS = 200;
const OVERSCAN_ROWS = 12;
const MOST_TICKS = 6;

interface WaterfallProps {
  readonly trace: Trace;
  readonly matches: readonly HighlightMatch[];
  /** The span whose details are shown. */
  readonly selected: number;
  readonly onSelect: (span: number) => void;
}

/** The spans of a trace as a tree beside their bars on the trace's own scale. The arrows move and fold, `Enter` selects. */
export function Waterfall({ trace, matches, selected, onSelect }: WaterfallProps) {
  const words = useLateWords().trace;
  const [collapsed, setCollapsed] = useState<ReadonlySet<number>>(new Set());
  const [current, setCurrent] = useState(selected);
  const mustFocus = useRef(false);
  const scroller = useRef<HTMLDivElement>(null);

  const extent = traceExtent(trace);
  const ticks = useMemo(() => timeTicks(extent, MOST_TICKS), [extent]);
  const styles = useMemo(() => serviceStyles(trace), [trace]);
  const segments = useMemo(() => bySpan(criticalPathSegments(trace)), [trace]);
  const matchOf = useMemo(() => new Map(matches.map((match) => [match.span, match])), [matches]);
  const rows = useMemo(() => visibleRows(trace, collapsed), [trace, collapsed]);
  const isVirtual = rows.length > MAX_PLAIN_ROWS;
  const virtualizer = useVirtualizer({
    count: rows.length,
    enabled: isVirtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN_ROWS,
    scrollPaddingStart: ROW_PX,
  });
  const positions = isVirtual ? virtualizer.getVirtualItems().map(({ index }) => index) : [...rows.keys()];
  const found = rows.findIndex(({ span }) => span === current);
  const currentAt = Math.max(0, found);
  // One row is reached by Tab: the current one, or while that is out of view the first that exists.
  const tabAt = positions.includes(currentAt) ? currentAt : (positions[0] ?? 0);

  useEffect(() => {
    if (!mustFocus.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-span="${rows[currentAt]?.span}"]`);
    if (row == null) return;
    mustFocus.current = false;
    row.focus({ preventScroll: isVirtual });
  });

  const moveTo = (position: number) => {
    const at = Math.max(0, Math.min(rows.length - 1, position));
    mustFocus.current = true;
    setCurrent(rows[at]!.span);
    if (isVirtual) virtualizer.scrollToIndex(at, { align: 'auto' });
  };
  const fold = (span: number, isFolded: boolean) => {
    const next = new Set(collapsed);
    if (isFolded) next.add(span);
    else next.delete(span);
    setCollapsed(next);
  };
  const onKeyDown = (event: KeyboardEvent, position: number) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target !== event.currentTarget) return;
    const { span, descendants, isCollapsed } = rows[position]!;
    const { parent } = trace.spans[span]!;
    switch (event.key) {
      case 'ArrowDown':
        moveTo(position + 1);
        break;
      case 'ArrowUp':
        moveTo(position - 1);
        break;
      case 'Home':
        moveTo(0);
        break;
      case 'End':
        moveTo(rows.length - 1);
        break;
      case 'ArrowRight':
        if (isCollapsed) fold(span, false);
        else if (descendants > 0) moveTo(position + 1);
        break;
      case 'ArrowLeft':
        if (descendants > 0 && !isCollapsed) fold(span, true);
        else if (parent !== NO_PARENT) moveTo(rows.findIndex((row) => row.span === parent));
        break;
      case 'Enter':
      case ' ':
        onSelect(span);
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div ref={scroller} className={classes.scroller} data-virtual={isVirtual || undefined}>
        <table {...TREE_GRID} aria-label={words.spans} aria-rowcount={rows.length + 1} className={classes.waterfall}>
          <thead className={classes.top}>
            <tr aria-rowindex={1} className={classes.head}>
              <th scope="col">{words.serviceAndOperation}</th>
              <th scope="col">
                <VisuallyHidden>{words.time}</VisuallyHidden>
                <div className={classes.scale} aria-hidden="true">
                  {ticks.map((micros) => (
                    <span key={micros} style={{ left: `${(micros / extent) * 100}%` }}>
                      {micros === 0 ? '0' : formatDuration(micros)}
                    </span>
                  ))}
                </div>
              </th>
            </tr>
          </thead>
          <tbody className={classes.body} style={{ height: rows.length * ROW_PX }}>
            {positions.map((position) => {
              const { span, descendants, isCollapsed } = rows[position]!;
              const service = trace.resources[trace.spans[span]!.resource]!.service;
              return (
                <WaterfallRow
                  key={span}
                  trace={trace}
                  index={span}
                  position={position}
                  topPx={position * ROW_PX}
                  extent={extent}
                  gridStepShare={ticks.length > 1 ? ticks[1]! / extent : 1}
                  color={styles?.get(service)?.color}
                  segments={segments.get(span) ?? NO_SEGMENTS}
                  match={matchOf.get(span)}
                  descendants={descendants}
                  isCollapsed={isCollapsed}
                  isSelected={span === selected}
                  isTabStop={position === tabAt}
                  onSelect={(chosen) => {
                    setCurrent(chosen);
                    onSelect(chosen);
                  }}
                  onFold={fold}
                  onKeyDown={onKeyDown}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      <p className={classes.keys}>
        <KbdHint keys={['↑', '↓']}>{words.keysMove}</KbdHint>
        <KbdHint keys={['←', '→']}>{words.keysFold}</KbdHint>
        <KbdHint keys={['Enter']}>{words.keysSelect}</KbdHint>
      </p>
    </>
  );
}

/** HTML lets a table take any role; the lint rule knows only those of its own. A tree's rows have levels, which a plain table may not. */
const TREE_GRID = { role: 'treegrid' } as const;

const NO_SEGMENTS: readonly CriticalPathSegment[] = [];

function bySpan(segments: readonly CriticalPathSegment[]): ReadonlyMap<number, readonly CriticalPathSegment[]> {
  return Map.groupBy(segments, ({ span }) => span);
}
