import { formatCount } from '#core/format/format-count.ts';
import type { DistributionGroup } from '../../ui/chart/distribution-group.ts';
import { langOf } from '../../ui/lang-of.ts';
import { Mark } from '../../ui/mark.tsx';
import classes from './time-legend.module.css';

/** Which mark is which value. */
export function TimeLegend({ groups }: { readonly groups: readonly DistributionGroup[] }) {
  return (
    <ul className={classes.legend}>
      {groups.map(({ id, label, style, latencies }) => (
        <li key={id} data-role={style.role}>
          <Mark shape={style.mark} color={style.color} />
          <b lang={langOf(label)}>{label}</b>
          <span>{formatCount(latencies.length)}</span>
        </li>
      ))}
    </ul>
  );
}
