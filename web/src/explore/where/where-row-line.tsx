import type { WhereRow } from '#core/analysis/where/where-answer.ts';
import { formatDifference } from '#core/format/format-difference.ts';
import { formatDuration } from '#core/format/format-duration.ts';
import { formatEstimatedDifference } from '#core/format/format-estimated-difference.ts';
import { formatInterval } from '#core/format/format-interval.ts';
import type { Micros } from '#core/units.ts';
import { langOf } from '../../ui/lang-of.ts';
import { useWords } from '../../ui/words/use-words.ts';
import type { BarScale } from './bar-scale.ts';
import { formatCalls } from './format-calls.ts';
import { pathText } from './path-text.ts';
import { StateChip } from './state-chip.tsx';
import classes from './where-table.module.css';

export type OpenExample = (rowIndex: number, side: 'a' | 'b') => void;

interface WhereRowLineProps {
  readonly rows: readonly WhereRow[];
  readonly index: number;
  readonly isMost: boolean;
  readonly isMuted: boolean;
  readonly scale: BarScale;
  readonly a: string;
  readonly b: string;
  readonly onOpenExample: OpenExample;
}

/** Deeper calls are not indented further; their titles say where they are. */
const MAX_INDENT = 12;
const INDENT_PX = 14;
const NOTHING = '\u2013';

/** One service and operation by its path. */
export function WhereRowLine({ rows, index, isMost, isMuted, scale, a, b, onOpenExample }: WhereRowLineProps) {
  const row = rows[index]!;
  const path = pathText(rows, index);
  return (
    <tr data-most={isMost || undefined} data-muted={isMuted || undefined}>
      <th scope="row" className={classes.first}>
        <span className={classes.call} style={{ paddingLeft: Math.min(row.depth, MAX_INDENT) * INDENT_PX }}>
          {row.depth > 0 && (
            <span className={classes.branch} aria-hidden="true">
              └
            </span>
          )}
          <span className={classes.callName} title={path}>
            <span className={classes.service}>{row.service}</span>{' '}
            <span lang={langOf(row.operation)}>{row.operation}</span>
          </span>
          <StateChip state={row.state} a={a} />
        </span>
      </th>
      <td className={classes.quiet}>{row.meanA > 0 ? formatDuration(row.meanA) : NOTHING}</td>
      <td className={classes.quiet}>{row.meanB > 0 ? formatDuration(row.meanB) : NOTHING}</td>
      <td>
        <span className={classes.interval}>{formatInterval(row.delta)}</span>{' '}
        <span className={classes.delta}>{formatEstimatedDifference(row.delta)}</span>
      </td>
      <td className={classes.barCell}>
        <DifferenceBar delta={row.delta.value} scale={scale} />
      </td>
      <td className={classes.quiet}>{differenceText(row.moreCalls)}</td>
      <td className={classes.quiet}>{differenceText(row.slowerCalls)}</td>
      <td className={classes.calls}>{formatCalls(row.callsA, row.callsB)}</td>
      <td className={classes.example}>
        <Example group={a} path={path} isThere={row.callsA > 0} onOpen={() => onOpenExample(index, 'a')} />
        <Example group={b} path={path} isThere={row.callsB > 0} onOpen={() => onOpenExample(index, 'b')} />
      </td>
    </tr>
  );
}

/** More is filled, less is outlined, from the line that all rows share. */
function DifferenceBar({ delta, scale }: { delta: Micros; scale: BarScale }) {
  const size = Math.abs(delta) * scale.sharePerMicro;
  const start = scale.zeroShare - (delta < 0 ? size : 0);
  return (
    <span className={classes.bars} aria-hidden="true">
      <span className={classes.zero} style={{ left: percent(scale.zeroShare) }} />
      {delta !== 0 && (
        <span
          className={classes.bar}
          data-less={delta < 0 || undefined}
          style={{ left: percent(start), width: percent(size) }}
        />
      )}
    </span>
  );
}

function Example(props: { group: string; path: string; isThere: boolean; onOpen: () => void }) {
  const { group, path, isThere, onOpen } = props;
  const words = useWords();
  if (!isThere) return <span className={classes.noExample}>{NOTHING}</span>;
  return (
    <button
      type="button"
      className={classes.open}
      onClick={onOpen}
      lang={langOf(group)}
      aria-label={words.where.openExample(group, path)}
      title={words.where.openExample(group, path)}
    >
      {group}
    </button>
  );
}

function differenceText(micros: Micros): string {
  const text = formatDifference(micros);
  return text === formatDifference(0) ? NOTHING : text;
}

function percent(share: number): string {
  return `${share * 100}%`;
}
