import { describe, expect, it } from 'vitest';
import { seededRandom } from '../testing/seeded-random.ts';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { compareGroups } from './compare-groups.ts';
import { holm } from './holm.ts';
import { kruskalWallis } from './kruskal-wallis.ts';
import { mannWhitney } from './mann-whitney.ts';
import { midRanks } from './mid-ranks.ts';
import { spearman } from './spearman.ts';

/*
 * What the tests promise where there is nothing to find: at most one false alarm in twenty. Half a percent is for the luck of the
 * draw, two standard errors of it at this many repetitions; the seeds are fixed, so that only a change of code can fail.
 */
const LEVEL = 0.05;
const MOST = 0.055;
const REPETITIONS = 8_000;

type Draw = (random: () => number) => number;

const gauss: Draw = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const logNormal: Draw = (random) => 20_000 * Math.exp(0.6 * gauss(random));
const tied: Draw = (random) => Math.round(3 * Math.exp(0.5 * gauss(random))) * 1000;
const bimodal: Draw = (random) => logNormal(random) + (random() < 1 / 6 ? 1_000_000 : 0);

const SHAPES: readonly (readonly [name: string, draw: Draw])[] = [
  ['log-normal', logNormal],
  ['tied', tied],
  ['bimodal', bimodal],
];

function sample(draw: Draw, n: number, random: () => number): Float64Array {
  return Float64Array.from({ length: n }, () => draw(random));
}

/** Share of repetitions in which `p` is below the level. */
function alarms(seed: number, p: (random: () => number) => number, repetitions = REPETITIONS): number {
  const random = seededRandom(seed);
  let count = 0;
  for (let repetition = 0; repetition < repetitions; repetition++) if (p(random) < LEVEL) count++;
  return count / repetitions;
}

describe.each(SHAPES)('without a difference, on %s latencies', (_, draw) => {
  it.each([
    [6, 6],
    [10, 100],
    [60, 60],
  ])('Mann and Whitney alarm at most one time in twenty, %i against %i', (m, n) => {
    const p = (random: () => number) => mannWhitney(sample(draw, m, random).sort(), sample(draw, n, random).sort())!.p;
    expect(alarms(m + n, p)).toBeLessThanOrEqual(MOST);
  });

  it('Kruskal and Wallis do so for five groups of different sizes', () => {
    const groupOf = Int32Array.from({ length: 150 }, (_, at) => Math.floor(Math.sqrt(at / 6)));
    const p = (random: () => number) => kruskalWallis(midRanks(sample(draw, 150, random)), groupOf, 5)!.p;
    expect(alarms(11, p)).toBeLessThanOrEqual(MOST);
  });

  it('Spearman does so', () => {
    const p = (random: () => number) => spearman(sample(draw, 40, random), sample(logNormal, 40, random))!.p!;
    expect(alarms(12, p)).toBeLessThanOrEqual(MOST);
  });

  it('a group is called clearly slower or faster at most as often', () => {
    const p = (random: () => number) => {
      const { verdict } = compareGroups(sample(draw, 20, random).sort(), sample(draw, 100, random).sort());
      return verdict.startsWith('clearly') ? 0 : 1;
    };
    expect(alarms(13, p, 2_000)).toBeLessThanOrEqual(MOST);
  });
});

describe('over 30 keys of noise', () => {
  const KEYS = 30;
  const TRACES = 200;

  /** p of every key for latencies that none of them has to do with. */
  function noise(random: () => number): readonly number[] {
    const ranks = midRanks(sample(bimodal, TRACES, random));
    return Array.from({ length: KEYS }, (_, key) => {
      const values = 2 + (key % 5);
      const groupOf = Int32Array.from({ length: TRACES }, () => Math.floor(random() * values));
      return kruskalWallis(ranks, groupOf, values)!.p;
    });
  }

  it('one key at least is called in one ranking of twenty at most, by Holm and by Benjamini and Hochberg', () => {
    const repetitions = 2_000;
    expect(alarms(21, (random) => Math.min(...holm(noise(random))), repetitions)).toBeLessThanOrEqual(MOST);
    expect(alarms(21, (random) => Math.min(...benjaminiHochberg(noise(random))), repetitions)).toBeLessThanOrEqual(
      MOST,
    );
  });

  it('without adjusting it would be three in four: the noise can alarm', () => {
    expect(alarms(21, (random) => Math.min(...noise(random)), 300)).toBeGreaterThan(0.6);
  });

  it('of what Benjamini and Hochberg call, at most one in twenty is noise, with true keys among them', () => {
    const random = seededRandom(22);
    let shareOfFalse = 0;
    const repetitions = 1_000;
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const latencies = sample(bimodal, TRACES, random);
      const ranks = midRanks(latencies);
      // The first five go with latency, the others do not.
      const p = Array.from({ length: KEYS }, (_, key) => {
        const isTrue = key < 5;
        const groupOf = Int32Array.from(latencies, (latency) =>
          isTrue && random() < 0.6 ? Number(latency > 20_000) : Math.floor(random() * 2),
        );
        return kruskalWallis(ranks, groupOf, 2)!.p;
      });
      const called = benjaminiHochberg(p).flatMap((adjusted, key) => (adjusted < LEVEL ? [key] : []));
      shareOfFalse += called.filter((key) => key >= 5).length / Math.max(1, called.length);
    }
    expect(shareOfFalse / repetitions).toBeLessThanOrEqual(LEVEL);
  });
});
