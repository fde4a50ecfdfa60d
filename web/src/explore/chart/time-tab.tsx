import type { OverTime } from '../../url-state.ts';
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
      return isTable ? <TimeTable {...props} /> : <TimeView {...props} />;
    case 'quantiles':
      return isTable ? <QuantilesTable {...props} /> : <QuantilesView {...props} />;
  }
}
