export type Fortune = '凶' | '吉' | '中吉' | '大吉';

export interface Draw {
  readonly fortune: Fortune;
  /** What the event of the span is called. */
  readonly message: string;
  /** How long it takes to get over it. */
  readonly sleepMillis: number;
}

const NEW_YEAR: Draw = { fortune: '大吉', message: 'お正月は大吉', sleepMillis: 0 };
const MISFORTUNE: Draw = { fortune: '凶', message: '残念でした', sleepMillis: 1000 };
const FAIR: Draw = { fortune: '吉', message: 'そこそこでした', sleepMillis: 0 };
const GOOD: Draw = { fortune: '中吉', message: 'まあまあでした', sleepMillis: 0 };
const BEST: Draw = { fortune: '大吉', message: 'いいですね', sleepMillis: 0 };

/** The six lots in the box. */
const LOTS: readonly [Draw, ...Draw[]] = [MISFORTUNE, FAIR, FAIR, GOOD, GOOD, BEST];

/**
 * Draws one lot of six; on 1–3 January, by local time, it is always 大吉.
 *
 * @param random uniform in [0, 1)
 */
export function drawFortune(random: () => number, now: Date): Draw {
  if (now.getMonth() === 0 && now.getDate() <= 3) return NEW_YEAR;
  return LOTS[Math.floor(random() * LOTS.length)] ?? LOTS[0];
}
