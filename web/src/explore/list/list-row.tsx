import { memo } from 'react';
import type { TraceRow } from '#core/analysis/trace-row.ts';
import { formatClock } from '#core/format/format-clock.ts';
import { formatCount } from '#core/format/format-count.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { AnnotationChip } from '../../ui/annotation-chip.tsx';
import type { DurationAxis } from '../../ui/duration-axis.ts';
import { ChevronIcon } from '../../ui/icons/chevron-icon.tsx';
import { WarningIcon } from '../../ui/icons/warning-icon.tsx';
import { langOf } from '../../ui/lang-of.ts';
import { MiniBars } from '../../ui/mini-bars.tsx';
import { useWords } from '../../ui/words/use-words.ts';
import { DurationLollipop } from './duration-lollipop.tsx';
import { fitChips } from './fit-chips.ts';
import classes from './trace-list.module.css';

/** What the column of annotations holds beside "+2". */
const CHIPS_PX = 224;

/** What stands in one row of the list, cell by cell. */
export const ListRow = memo(function ListRow(props: {
  row: TraceRow;
  axis: DurationAxis;
  /** Its group is the highlighted one. */
  isHighlight: boolean;
  isArrived: boolean;
  onOpen: (traceId: string) => void;
}) {
  const { row, axis, isHighlight, isArrived, onOpen } = props;
  const words = useWords().list;
  const time = formatClock(row.start, { detail: 'millis' });
  const duration = formatDuration(row.latency);
  const root = `${row.service} ${row.operation}`;
  const chips = fitChips(row.chips, CHIPS_PX);
  const hidden = row.chips.length - chips.length;
  return (
    <>
      <td className={classes.time}>
        {time}
        {isArrived && <span className={classes.arrived}>{words.arrived}</span>}
      </td>
      <td className={classes.root} title={root} lang={langOf(root)}>
        <span className={classes.service}>{row.service}</span>{' '}
        <span className={classes.operation}>{row.operation}</span>
        {isHighlight && <span className={classes.unseen}>{words.highlighted}</span>}
      </td>
      <td className={classes.duration}>
        <span className={classes.latency}>{duration}</span>
        <DurationLollipop axis={axis} latency={row.latency} isHighlight={isHighlight} />
      </td>
      <td className={classes.chips}>
        {chips.map((chip) => (
          <AnnotationChip
            key={`${chip.key.scope} ${chip.key.key} ${chip.value}`}
            annotationKey={chip.key}
            value={chip.value}
            isHighlight={chip.isHighlight}
          />
        ))}
        {hidden > 0 && (
          <span className={classes.moreChips} title={words.more(hidden)}>
            +{hidden}
          </span>
        )}
      </td>
      <td className={classes.count} title={words.spanCount(row.spans)}>
        {formatCount(row.spans)}
      </td>
      <td className={classes.count} data-errors={row.errors > 0 || undefined} title={words.errorCount(row.errors)}>
        {row.errors > 0 && <WarningIcon sizePx={12} />}
        {formatCount(row.errors)}
      </td>
      <td className={classes.mini}>
        <MiniBars row={row} isHighlight={isHighlight} />
      </td>
      <td className={classes.go}>
        <button
          type="button"
          tabIndex={-1}
          className={classes.open}
          aria-label={words.open(root, time, duration)}
          onClick={(event) => {
            event.stopPropagation();
            onOpen(row.id);
          }}
        >
          <ChevronIcon to="right" />
        </button>
      </td>
    </>
  );
});

/** The place of a row that has not come yet: grey bars where its parts will stand. */
export function ListRowPlaceholder() {
  const bar = <span className={classes.placeholder} />;
  return (
    <>
      <td className={classes.time}>{bar}</td>
      <td className={classes.root}>{bar}</td>
      <td className={classes.duration}>{bar}</td>
      <td className={classes.chips}>{bar}</td>
      <td className={classes.count}>{bar}</td>
      <td className={classes.count}>{bar}</td>
      <td className={classes.mini}>{bar}</td>
      <td className={classes.go} />
    </>
  );
}
