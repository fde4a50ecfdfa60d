import { useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useLayoutEffect, useMemo, useState } from 'react';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { RowSource } from '../../data/use-row-source.ts';
import type { DurationAxis } from '../../ui/duration-axis.ts';
import { groupName } from '../../ui/group-name.ts';
import { KbdHint } from '../../ui/kbd-hint.tsx';
import { langOf } from '../../ui/lang-of.ts';
import { useWords } from '../../ui/words/use-words.ts';
import type { ChangeExplore, ExploreState } from '../../url-state.ts';
import type { Sample } from '../sample.ts';
import { SampleNote } from '../sample-note.tsx';
import { ListHead } from './list-head.tsx';
import { ListRow, ListRowPlaceholder } from './list-row.tsx';
import { highlightedRows, nextHighlighted } from './next-highlighted.ts';
import classes from './trace-list.module.css';
import { useCurrentRow } from './use-current-row.ts';
import { useKeepPlace } from './use-keep-place.ts';
import { useListKeys } from './use-list-keys.ts';

const ROW_PX = 40;
/** Below 720 px a row has two lines. */
const TWO_LINE_ROW_PX = 66;
const NARROW = '(max-width: 720px)';
const OVERSCAN_ROWS = 8;

interface TraceListProps {
  readonly answer: ExploreAnswer;
  readonly rows: RowSource;
  readonly state: ExploreState;
  readonly change: ChangeExplore;
  /** The chart's. */
  readonly axis: DurationAxis;
  readonly sample: Sample;
  readonly onOpen: (traceId: string) => void;
  /** The trace in the drawer: its row is the current one. */
  readonly currentId?: string | undefined;
  /** A trace that has just been made by the reader. */
  readonly arrivedId?: string | undefined;
}

/** The traces that are picked, or else all, one row each, in the order asked for. Only rows in view exist. */
export function TraceList(props: TraceListProps) {
  const { answer, rows, state, change, axis, sample, onOpen, currentId, arrivedId } = props;
  const { order } = answer;
  const words = useWords();
  const headingId = useId();
  const [container, setContainer] = useState<HTMLTableSectionElement | null>(null);
  const rowPx = useMediaQuery(NARROW, false, { getInitialValueInEffect: false }) === true ? TWO_LINE_ROW_PX : ROW_PX;
  const scrollMargin = useOffsetTop(container);
  const virtualizer = useWindowVirtualizer({
    // Else every step of a scroll is drawn within its handler.
    useFlushSync: false,
    count: order.length,
    estimateSize: () => rowPx,
    overscan: OVERSCAN_ROWS,
    scrollMargin,
    // A row that is moved to must not hide below the edge of the window.
    scrollPaddingStart: ROW_PX,
    scrollPaddingEnd: ROW_PX,
  });
  useLayoutEffect(() => {
    if (rowPx > 0) virtualizer.measure();
  }, [rowPx, virtualizer]);

  useKeepPlace({ order, firstRow: rows.firstRow, question: state, rowPx, topPx: scrollMargin });
  const current = useCurrentRow({ order, rows, shownId: currentId, container, virtualizer });
  const highlighted = useMemo(() => highlightedRows(answer), [answer]);
  const open = (position: number) => {
    const id = order[position] === undefined ? undefined : rows.row(order[position])?.id;
    if (id !== undefined) onOpen(id);
  };
  useListKeys({
    container,
    onMove: (by) => current.moveTo(Math.max(0, Math.min(order.length - 1, current.at + by))),
    onOpen: () => open(current.at),
    isTakingFocus: current.isTakingFocus,
    onNextHighlighted: () => current.moveTo(nextHighlighted(order, highlighted, current.at)),
  });

  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  // One row is reached by Tab: the current one, or while that is out of view the first that exists.
  const tabAt = current.at >= first && current.at <= last ? current.at : first;
  useEffect(() => {
    rows.request([...order.subarray(first, last + 1)]);
  }, [rows, order, first, last]);

  const highlightName = answer.highlight === undefined ? undefined : groupName(answer.highlight, words);
  return (
    <section aria-labelledby={headingId} className={classes.section}>
      <div className={classes.top}>
        <h2 id={headingId} className={classes.heading}>
          {words.list.heading}
        </h2>
        <p className={classes.caption}>
          {answer.picked < answer.included
            ? words.list.captionPicked(order.length, answer.included, state.sort)
            : words.list.caption(order.length, state.sort)}
        </p>
        <SampleNote sample={sample} />
        <div className={classes.keys}>
          <KbdHint keys={['j', 'k']}>{words.list.keysMove}</KbdHint>
          <KbdHint keys={['Enter']}>{words.list.keysOpen}</KbdHint>
          {highlightName !== undefined && (
            <KbdHint keys={['n']}>
              <bdi lang={langOf(highlightName)}>{words.list.keysNext(highlightName)}</bdi>
            </KbdHint>
          )}
        </div>
      </div>
      <div className={classes.panel}>
        <table aria-labelledby={headingId} aria-rowcount={order.length + 1} className={classes.table}>
          <ListHead sort={state.sort} axis={axis} onSort={(sort) => change({ sort })} />
          <tbody ref={setContainer} className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
            {items.map(({ index, start }) => {
              const tableRow = order[index]!;
              const row = rows.row(tableRow);
              const firstRow = rows.firstRow(tableRow);
              const isCurrent = index === current.at;
              const isHighlight = highlighted.has(tableRow);
              return (
                <tr
                  key={firstRow}
                  aria-rowindex={index + 2}
                  aria-current={isCurrent || undefined}
                  tabIndex={index === tabAt ? 0 : -1}
                  data-row={firstRow}
                  data-highlight={isHighlight || undefined}
                  data-arrived={(arrivedId !== undefined && row?.id === arrivedId) || undefined}
                  className={classes.row}
                  style={{ transform: `translateY(${start - scrollMargin}px)` }}
                  onClick={() => {
                    current.set(firstRow);
                    open(index);
                  }}
                  onFocus={(event) => {
                    if (event.target === event.currentTarget) current.set(firstRow);
                  }}
                >
                  {row === undefined ? (
                    <ListRowPlaceholder />
                  ) : (
                    <ListRow
                      row={row}
                      axis={axis}
                      isHighlight={isHighlight}
                      isArrived={row.id === arrivedId}
                      onOpen={onOpen}
                    />
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
        {order.length === 0 && <p className={classes.nothing}>{words.list.nothing}</p>}
      </div>
    </section>
  );
}

/** Distance of an element from the top of the document, kept right while what stands above it grows or shrinks. */
function useOffsetTop(element: HTMLElement | null): number {
  const [offsetPx, setOffsetPx] = useState(0);
  useLayoutEffect(() => {
    if (element === null) return;
    const measure = () => setOffsetPx(Math.round(element.getBoundingClientRect().top + window.scrollY));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return offsetPx;
}
