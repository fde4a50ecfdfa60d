import type { Sort, SortColumn } from '#core/analysis/explore-question.ts';
import type { DurationAxis } from '../../ui/duration-axis.ts';
import { useWords } from '../../ui/words/use-words.ts';
import { axisLabels } from './axis-labels.ts';
import { nextSort } from './next-sort.ts';
import classes from './trace-list.module.css';

interface ListHeadProps {
  readonly sort: Sort;
  readonly axis: DurationAxis;
  readonly onSort: (sort: Sort) => void;
}

/** The head of the list: each column sorts, and the one of durations carries the scale of the bars below. */
export function ListHead({ sort, axis, onSort }: ListHeadProps) {
  const words = useWords().list;
  const column = (name: SortColumn, label: string) => (
    <SortButton
      label={label}
      direction={sort.column === name ? sort.direction : undefined}
      onSort={() => onSort(nextSort(sort, name))}
    />
  );
  const order = (name: SortColumn) => (sort.column === name ? sort.direction : 'none');
  return (
    <thead className={classes.rowgroup}>
      <tr aria-rowindex={1} className={classes.head}>
        <th scope="col" aria-sort={order('time')}>
          {column('time', words.time)}
        </th>
        <th scope="col" aria-sort={order('root')}>
          {column('root', words.root)}
        </th>
        <th scope="col" aria-sort={order('duration')} className={classes.duration}>
          <span className={classes.latency}>{column('duration', words.duration)}</span>
          <span className={classes.scale} aria-hidden="true">
            {axisLabels(axis).map(({ share, text, anchor }) => (
              <span key={text} className={classes.scaleLabel} data-anchor={anchor} style={{ left: `${share * 100}%` }}>
                {text}
              </span>
            ))}
          </span>
        </th>
        <th scope="col" aria-sort={order('group')}>
          {column('group', words.annotations)}
        </th>
        <th scope="col" aria-sort={order('spans')} className={classes.count}>
          {column('spans', words.spans)}
        </th>
        <th scope="col" aria-sort={order('errors')} className={classes.count}>
          {column('errors', words.errors)}
        </th>
        <th scope="col" className={classes.mini}>
          {words.waterfall}
        </th>
        <td className={classes.go} />
      </tr>
    </thead>
  );
}

function SortButton(props: { label: string; direction: Sort['direction'] | undefined; onSort: () => void }) {
  const { label, direction, onSort } = props;
  return (
    <button type="button" className={classes.sort} data-on={direction !== undefined || undefined} onClick={onSort}>
      {label}
      {direction !== undefined && <span aria-hidden="true">{direction === 'ascending' ? ' ↑' : ' ↓'}</span>}
    </button>
  );
}
