import { Paper, Tabs } from '@mantine/core';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import type { ExploreAnswer } from '#core/analysis/explore-answer.ts';
import type { Call } from '#core/analysis/where/example-trace.ts';
import type { WhereAnswer } from '#core/analysis/where/where-answer.ts';
import { formatCount } from '#core/format/format-count.ts';
import type { UnixMicros } from '#core/units.ts';
import type { Deeper } from '../../data/use-deeper.ts';
import type { RangePick } from '../../ui/chart/distribution-cursor.tsx';
import type { DistributionGroup } from '../../ui/chart/distribution-group.ts';
import { groupName } from '../../ui/group-name.ts';
import { groupStyles } from '../../ui/group-styles.ts';
import { useWords } from '../../ui/words/use-words.ts';
import type { ChangeExplore, Curve, ExploreState, Panels } from '../../url-state.ts';
import type { KeyPreview } from '../keys/use-preview.ts';
import { WhereSkeleton } from '../where/where-skeleton.tsx';
import { answerAxis } from './answer-axis.ts';
import { ChartControls } from './chart-controls.tsx';
import classes from './chart-panel.module.css';
import { distributionGroups } from './distribution-groups.ts';
import { DistributionView } from './distribution-view.tsx';
import { OTHER_ID } from './drawn-groups.ts';
import { PickCaption } from './pick-caption.tsx';
import type { PictureTexts } from './picture/chart-svg.ts';
import { PictureMenu } from './picture/picture-menu.tsx';
import { shownRange } from './shown-range.ts';
import { TimeLegend } from './time-legend.tsx';

// Not needed for the first useful page; the panel keeps its height meanwhile.
const DistributionTable = lazy(() =>
  import('./distribution-table.tsx').then((module) => ({ default: module.DistributionTable })),
);
const PanelsView = lazy(() => import('./panels/panels-view.tsx').then((module) => ({ default: module.PanelsView })));
const TimeTab = lazy(() => import('./time-tab.tsx').then((module) => ({ default: module.TimeTab })));
const TimeCaption = lazy(() => import('./time-caption.tsx').then((module) => ({ default: module.TimeCaption })));
const WherePanel = lazy(() => import('../where/where-panel.tsx').then((module) => ({ default: module.WherePanel })));

export interface ChartPanelProps {
  readonly answer: ExploreAnswer;
  /** A newer question is being answered: what is shown belongs to the one before. */
  readonly isStale: boolean;
  /** The asked range, in instants. */
  readonly range: { readonly from: UnixMicros; readonly to: UnixMicros };
  readonly state: ExploreState;
  readonly change: ChangeExplore;
  readonly where: Deeper<WhereAnswer>;
  readonly onOpenTrace: (row: number) => void;
  readonly onOpenExample: (side: 'a' | 'b', path: readonly Call[]) => void;
  /** What stands around the chart where it is taken away as a picture. */
  readonly picture: Pick<PictureTexts, 'title' | 'note'> & { readonly fileStem: string };
  /** A key that is pointed at in the rail. */
  readonly preview?: KeyPreview | undefined;
  /** Row of the trace that is pointed at elsewhere, as in the list. */
  readonly hoveredTrace?: number | undefined;
}

/** The charts, which share one selection and one height. */
export function ChartPanel(props: ChartPanelProps) {
  const { answer, isStale, range, state, change, where, onOpenTrace, onOpenExample, picture, preview, hoveredTrace } =
    props;
  const words = useWords();
  const body = useRef<HTMLDivElement>(null);
  const [isTable, setIsTable] = useState(false);
  const styles = useMemo(() => groupStyles(answer.key, answer.groups), [answer.key, answer.groups]);
  const names = useMemo(
    () =>
      answer.groups.map(({ group }) => (answer.key === undefined ? words.chart.allTraces : groupName(group, words))),
    [answer.key, answer.groups, words],
  );
  const groups = useMemo(
    () => distributionGroups(answer, styles, { names, others: words.chart.others }),
    [answer, styles, names, words],
  );
  const axis = useMemo(() => answerAxis(state.axis, answer), [state.axis, answer]);
  const shown = useMemo(() => shownRange(range, state.filters), [range, state.filters]);
  const isEmpty = answer.included === 0;
  const isWhere = state.tab === 'where';
  const panels = panelsOf(state.panels, groups);
  const pick: RangePick = {
    picked: state.pick,
    onPick: (durations, isFirst) => change({ pick: { ...range, ...durations } }, { replace: !isFirst }),
    onClear: () => change({ pick: undefined }),
  };
  const overTime = { answer, styles, names, range: shown };

  return (
    <Paper withBorder radius={8} className={classes.panel} component="section" aria-label={words.chart.tabs}>
      <Tabs
        value={state.tab}
        onChange={(tab) => change({ tab: tab === 'time' || tab === 'where' ? tab : 'distribution' })}
        classNames={{ tab: classes.tab, list: classes.list, tabLabel: classes.tabLabel }}
        keepMounted={false}
      >
        <div className={classes.bar}>
          <Tabs.List aria-label={words.chart.tabs}>
            <Tabs.Tab value="distribution">{words.chart.distribution}</Tabs.Tab>
            <Tabs.Tab value="time">{words.chart.overTime}</Tabs.Tab>
            <Tabs.Tab value="where">{words.where.tab}</Tabs.Tab>
          </Tabs.List>
          <ChartControls state={state} panels={panels} change={change} />
        </div>
        <div ref={body} className={classes.body} data-stale={isStale || undefined}>
          <div className={classes.caption} hidden={isWhere && state.pick === undefined}>
            {state.pick !== undefined ? (
              <PickCaption answer={answer} names={names} pick={state.pick} state={state} change={change} />
            ) : (
              <span className={classes.captionText}>
                {state.tab === 'time' ? (
                  <Suspense>
                    <TimeCaption {...overTime} over={state.over} isTable={isTable} />
                  </Suspense>
                ) : (
                  captionOf(state.curve, panels, answer, words)
                )}
              </span>
            )}
            {state.tab === 'time' && state.pick === undefined && <TimeLegend groups={groups} />}
            {!isEmpty && !isWhere && !isTable && (
              <PictureMenu
                chart={() => body.current?.querySelector<SVGSVGElement>('[role="img"] svg') ?? undefined}
                texts={{ ...picture, legend: state.tab === 'time' ? legendOf(groups) : [] }}
                fileStem={`${picture.fileStem}-${state.tab}`}
              />
            )}
            {!isEmpty && !isWhere && (
              <button
                type="button"
                className={classes.toggle}
                aria-pressed={isTable}
                onClick={() => setIsTable(!isTable)}
              >
                {isTable ? words.chart.showChart : words.chart.showTable}
              </button>
            )}
          </div>
          <Tabs.Panel value="distribution">
            {isTable && !isEmpty ? (
              <Suspense>
                <DistributionTable {...{ answer, styles, names, axis, panels }} curve={state.curve} />
              </Suspense>
            ) : panels === 'each' ? (
              <Suspense fallback={<div className={classes.room} />}>
                <PanelsView {...{ answer, styles, names, axis, pick }} curve={state.curve} />
              </Suspense>
            ) : (
              <DistributionView {...{ answer, groups, axis, pick, preview }} curve={state.curve} />
            )}
          </Tabs.Panel>
          <Tabs.Panel value="time">
            <Suspense>
              <TimeTab
                {...overTime}
                {...{ axis, change, onOpenTrace, hoveredTrace }}
                pick={state.pick}
                over={state.over}
                isTable={isTable && !isEmpty}
              />
            </Suspense>
          </Tabs.Panel>
          <Tabs.Panel value="where">
            <Suspense fallback={<WhereSkeleton />}>
              <WherePanel {...{ answer, where, picture, onOpenExample }} />
            </Suspense>
          </Tabs.Panel>
          {isEmpty && !isWhere && <p className={classes.nothing}>{words.chart.nothing}</p>}
        </div>
      </Tabs>
    </Paper>
  );
}

function legendOf(groups: readonly DistributionGroup[]): PictureTexts['legend'] {
  return groups.map(({ label, latencies, style }) => ({
    label: `${label} ${formatCount(latencies.length)}`,
    color: style.color,
    mark: style.mark,
  }));
}

/** From so many traces on p95 is drawn. */
const LEAST_FOR_P95 = 36;

/** One picture, unless some of the values would only be *Other* in it. Nothing to choose where there is one value. */
function panelsOf(asked: Panels, groups: readonly DistributionGroup[]): Exclude<Panels, 'auto'> | undefined {
  if (groups.length < 2) return undefined;
  if (asked !== 'auto') return asked;
  return groups.some(({ id }) => id === OTHER_ID) ? 'each' : 'one';
}

function captionOf(
  curve: Curve,
  panels: Exclude<Panels, 'auto'> | undefined,
  answer: ExploreAnswer,
  { chart: words }: ReturnType<typeof useWords>,
): string {
  if (panels !== 'each' && answer.included > 0 && answer.groups.every(({ n }) => n < LEAST_FOR_P95))
    return words.captionTooFew;
  const kind = { ecdf: words.captionEcdf, density: words.captionDensity, histogram: words.captionHistogram }[curve];
  return kind + (panels === 'each' ? words.captionPanels : words.captionLanes);
}
