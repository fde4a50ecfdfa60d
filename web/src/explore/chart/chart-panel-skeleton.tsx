import { Paper } from '@mantine/core';
import { SECOND } from '#core/units.ts';
import { DistributionChart } from '../../ui/chart/distribution-chart.tsx';
import { type AxisKind, durationAxis } from '../../ui/duration-axis.ts';
import { useWords } from '../../ui/words/use-words.ts';
import { CHART_HEIGHT_PX } from './chart-height.ts';
import classes from './chart-panel.module.css';
import skeleton from './chart-panel-skeleton.module.css';

const LANES = ['a', 'b', 'c', 'd'];

/** The panel before the first trace: everything has its place, and the axes are drawn. */
export function ChartPanelSkeleton({ axis }: { readonly axis: AxisKind }) {
  const { chart: words } = useWords();
  return (
    <Paper withBorder radius={8} className={classes.panel} aria-hidden="true">
      <div className={classes.bar}>
        <span className={skeleton.tab} data-active="">
          {words.distribution}
        </span>
        <span className={skeleton.tab}>{words.overTime}</span>
        <span className={skeleton.controls} />
      </div>
      <div className={classes.body}>
        <div className={classes.caption}>
          <span className={skeleton.captionBar} />
        </div>
        <DistributionChart
          groups={[]}
          axis={durationAxis(axis, 10, SECOND)}
          curve="ecdf"
          heightPx={CHART_HEIGHT_PX}
          emptyLanes={LANES.length}
          name={words.loading}
        />
        <div className={skeleton.lanes}>
          {LANES.map((lane) => (
            <span key={lane} className={skeleton.lane} />
          ))}
        </div>
      </div>
    </Paper>
  );
}
