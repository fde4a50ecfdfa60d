import type { Coverage } from '../data/coverage.ts';
import type { Words } from '../ui/words/words.ts';

/** In which ways what is shown rests on some of the asked traces only. */
export interface Sample {
  /** Of some moments Jaeger gave a choice of its own. */
  readonly isCut: boolean;
  /** Some of the range is not read, and is not being read either. */
  readonly isPart: boolean;
}

export function sampleOf({ segments }: Coverage): Sample {
  return {
    isCut: segments.some(({ state }) => state === 'cut'),
    isPart: segments.some(({ state }) => state === 'unread' || state === 'failed'),
  };
}

/** What to say of it beside a result; `undefined` where everything was read. */
export function sampleCaveat({ isCut, isPart }: Sample, { explore }: Pick<Words, 'explore'>): string | undefined {
  const texts = [...(isCut ? [explore.cutCaveat] : []), ...(isPart ? [explore.partCaveat] : [])];
  return texts.length === 0 ? undefined : texts.join(' ');
}
