import { describe, expect, it } from 'vitest';
import type { SpanTable } from '../spans/span-table.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { drawnStart, tableOf } from '../testing/table-from-drawings.ts';
import { tableOfDurations } from '../testing/table-of-durations.ts';
import { buildTrace } from '../trace/build-trace.ts';
import type { Attribute } from '../trace/trace.ts';
import { addMicros, unixMicros } from '../units.ts';
import { explore } from './explore.ts';
import type { ExploreQuestion } from './explore-question.ts';
import { rankKeys } from './rank/rank-keys.ts';

/*
 * What the page promises of a whole answer, where nothing goes with latency: a key is called, or a value is said to be clearly slower
 * or faster, in one answer of twenty at most, through everything that is between the traces and the answer: choosing the
 * highlight by the data, leaving it out of the rest, folding keys, leaving out those with too few traces. Half a percent is for the
 * luck of the draw.
 */
const LEVEL = 0.05;
const MOST = 0.055;
const SECOND_IN_SIX = 1_000_000;

type Random = () => number;

const gauss = (random: Random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const bimodal = (random: Random) =>
  Math.round(20_000 * Math.exp(0.6 * gauss(random)) + (random() < 1 / 6 ? SECOND_IN_SIX : 0));
const upTo = (n: number) => Array.from({ length: n }, (_, index) => index);

describe('over 30 keys of noise', () => {
  const KEYS = 30;
  const TRACES = 200;
  const TABLES = 20;
  const RANKINGS_OF_EACH = 100;

  /** Values at random: of two to six kinds, and every sixth key a number of forty. */
  function noiseTag(key: number, random: Random): Attribute {
    const isNumber = key % 6 === 5;
    const value = Math.floor(random() * (isNumber ? 40 : 2 + (key % 5)));
    return { key: `k${key}`, type: 'string', value: isNumber ? String(value) : `v${value}` };
  }

  function noiseTable(random: Random): SpanTable {
    return tableOf(
      upTo(TRACES).map((row) => {
        const start = drawnStart(row);
        const span = {
          id: '1'.padStart(16, '0'),
          parentId: '',
          resource: { service: 'demo', attributes: [] },
          operation: '/handler',
          kind: 'server',
          start,
          end: addMicros(start, 1),
          isError: false,
          attributes: upTo(KEYS).map((key) => noiseTag(key, random)),
          events: [],
          links: [],
          warnings: [],
        } as const;
        return buildTrace(String(row + 1).padStart(32, '0'), [span]);
      }),
    );
  }

  it('a ranking calls one at least in one of twenty at most, and without adjusting would in three of four', () => {
    const random = seededRandom(31);
    const rows = Int32Array.from(upTo(TRACES));
    const context = { from: drawnStart(0), to: drawnStart(TRACES), minutesEastOfUtc: 0 };
    let alarms = 0;
    let unadjusted = 0;
    for (let table = 0; table < TABLES; table++) {
      const noise = noiseTable(random);
      for (let ranking = 0; ranking < RANKINGS_OF_EACH; ranking++) {
        // Latencies of no key's making, drawn anew for the same traces.
        const latencies = Float64Array.from(rows, () => bimodal(random));
        const ranked = rankKeys(noise, rows, latencies, context).filter(({ setAside }) => setAside === undefined);
        expect(ranked.length).toBeGreaterThanOrEqual(KEYS);
        if (ranked.some(({ pAdjusted }) => pAdjusted < LEVEL)) alarms++;
        if (ranked.some(({ p }) => p < LEVEL)) unadjusted++;
      }
    }
    const rankings = TABLES * RANKINGS_OF_EACH;
    expect(alarms / rankings).toBeLessThanOrEqual(MOST);
    expect(unadjusted / rankings).toBeGreaterThan(0.7);
  }, 60_000);
});

describe('over the values of one key', () => {
  const QUESTION: ExploreQuestion = {
    measure: 'root',
    key: undefined,
    highlight: undefined,
    split: undefined,
    filters: [],
    pick: undefined,
    from: unixMicros(0),
    to: unixMicros(Number.MAX_SAFE_INTEGER),
    minutesEastOfUtc: 0,
    sort: { column: 'time', direction: 'ascending' },
  };
  const ANSWERS = 1000;

  it.each([
    [2, 30],
    [3, 20],
    [10, 12],
  ])(
    '%i values of %i traces each: one at least is clearly slower or faster in one answer of twenty at most',
    (values, traces) => {
      const random = seededRandom(values);
      let alarms = 0;
      for (let answer = 0; answer < ANSWERS; answer++) {
        const noise = upTo(values).map((value) => [`v${value}`, upTo(traces).map(() => bimodal(random))] as const);
        const { groups } = explore(tableOfDurations(Object.fromEntries(noise), 'seat'), QUESTION);
        if (groups.some(({ verdict }) => verdict?.startsWith('clearly'))) alarms++;
      }
      expect(alarms / ANSWERS).toBeLessThanOrEqual(MOST);
    },
    60_000,
  );
});
