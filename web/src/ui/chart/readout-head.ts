import { formatDuration } from '#core/format/format-duration.ts';
import type { Words } from '../words/words.ts';
import type { Readout } from './readout.ts';

/** What the cursor stands at: all up to a duration, or a bin. */
export function readoutHead({ from, micros }: Readout, { chart }: Pick<Words, 'chart'>): string {
  return from === undefined
    ? chart.atOrBelow(formatDuration(micros))
    : chart.fromTo(formatDuration(from), formatDuration(micros));
}
