import type { OverTime } from '../../url-state.ts';
import { HEATMAP_FROM } from './heatmap-from.ts';
import { HeatmapTable } from './heatmap-table.tsx';
import { QuantilesTable } from './quantiles/quantiles-table.tsx';
import { QuantilesView } from './quantiles/quantiles-view.tsx';
import { TimeTable } from './time-table.tsx';
import { TimeView } from './time-view.tsx';
import type { TimeViewProps } from './time-view-props.ts';

interface TimeTabProps extends TimeViewProps {
  readonly over: OverTime;
  readonly isTable: boolean;
}

/** The tab *Over time*, below its caption: traces or quantiles, as a picture or in numbers. */
export function TimeTab({ over, isTable, ...props }: TimeTabProps) {
  switch (over) {
    case 'traces':
      if (!isTable) return <TimeView {...props} />;
      return props.answer.included > HEATMAP_FROM ? <HeatmapTable {...props} /> : <TimeTable {...props} />;
    case 'quantiles':
      return isTable ? <QuantilesTable {...props} /> : <QuantilesView {...props} />;
  }
}
