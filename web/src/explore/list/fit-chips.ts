import type { TraceRow } from '#core/analysis/trace-row.ts';
import { EVENT_NAME_KEY } from '#core/spans/span-table.ts';

const MAX_CHIPS = 3;
const GAP_PX = 6;
/** Padding, border and, for the highlight, the mark. */
const FRAME_PX = 16;
const MARK_PX = 14;
const NARROW_PX = 7;
/** Han, kana, Hangul and full-width forms. */
const WIDE_PX = 13;
const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60]/;

type Chip = TraceRow['chips'][number];

/** The first chips that stand side by side within a width, at least one and at most three. Widths are estimated: measuring every row costs more. */
export function fitChips(chips: readonly Chip[], widthPx: number): readonly Chip[] {
  let usedPx = 0;
  let count = 0;
  for (const chip of chips.slice(0, MAX_CHIPS)) {
    usedPx += (count > 0 ? GAP_PX : 0) + chipPx(chip);
    if (count > 0 && usedPx > widthPx) break;
    count += 1;
  }
  return chips.slice(0, count);
}

function chipPx({ key, value, isHighlight }: Chip): number {
  const text = key.scope === 'event' && key.key === EVENT_NAME_KEY ? value : `${key.key}=${value}`;
  // A long value is over any width; its rest need not be counted.
  const textPx = [...text.slice(0, 80)].reduce(
    (sum, character) => sum + (WIDE.test(character) ? WIDE_PX : NARROW_PX),
    0,
  );
  return FRAME_PX + textPx + (isHighlight ? MARK_PX : 0);
}
