import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { binomialCdf } from './distributions/binomial-cdf.ts';
import { chiSquareSf } from './distributions/chi-square-sf.ts';
import { normalCdf } from './distributions/normal-cdf.ts';
import { normalQuantile } from './distributions/normal-quantile.ts';
import { normalSf } from './distributions/normal-sf.ts';
import { studentTQuantile } from './distributions/student-t-quantile.ts';
import { studentTSf } from './distributions/student-t-sf.ts';
import { wilcoxonCdf } from './distributions/wilcoxon-cdf.ts';
import { ecdf } from './ecdf.ts';
import { hodgesLehmann } from './hodges-lehmann.ts';
import { holm } from './holm.ts';
import { kruskalWallis } from './kruskal-wallis.ts';
import { mannWhitney } from './mann-whitney.ts';
import { midRanks } from './mid-ranks.ts';
import { probabilitySlower } from './probability-slower.ts';
import { quantile } from './quantile.ts';
import { quantileInterval } from './quantile-interval.ts';
import { spearman } from './spearman.ts';

/** The folder of reference cases, described in its README.md; another of the same form can be named. */
const FOLDER = process.env.KUJI_STATISTICS_FIXTURES ?? join(import.meta.dirname, 'fixtures');

type Value = number | string | null | undefined;
type Fields = Readonly<Record<string, Value>>;

interface Case {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: Fields | readonly Value[];
  readonly tolerance: number;
  readonly relativeTolerance?: Readonly<Record<string, number>>;
}

const numbers = (value: unknown) => value as readonly number[];
const number = (value: unknown) => value as number;
const sorted = (value: unknown) => Float64Array.from(numbers(value)).sort();

const distributions: Readonly<Record<string, (input: Case['input']) => number>> = {
  normalCdf: ({ x }) => normalCdf(number(x)),
  normalSf: ({ x }) => normalSf(number(x)),
  normalQuantile: ({ p }) => normalQuantile(number(p)),
  chiSquareSf: ({ x, df }) => chiSquareSf(number(x), number(df)),
  studentTSf: ({ t, df }) => studentTSf(number(t), number(df)),
  studentTQuantile: ({ p, df }) => studentTQuantile(number(p), number(df)),
  binomialCdf: ({ k, n, p }) => binomialCdf(number(k), number(n), number(p)),
  wilcoxonCdf: ({ w, m, n }) => wilcoxonCdf(number(w), number(m), number(n)),
};

/** Each file of cases, and how its input is answered in the names of its `expected`. */
const answers: Readonly<Record<string, (input: Case['input']) => Fields | readonly Value[]>> = {
  quantile: ({ x, p }) => numbers(p).map((share) => quantile(sorted(x), share)),
  'quantile-interval': ({ x, p }) => {
    const { lowerRank, upperRank, low, high } = quantileInterval(sorted(x), number(p));
    return { lowerRank, upperRank, lower: low, upper: high };
  },
  ecdf: ({ x, t }) => numbers(t).map((at) => ecdf(sorted(x), at)),
  'hodges-lehmann': ({ a, b }) => {
    const { estimate, k, low, high, classicalK, classicalLow, classicalHigh } = hodgesLehmann(sorted(a), sorted(b));
    return {
      estimate,
      k,
      lower: low,
      upper: high,
      classicalK,
      classicalLower: classicalLow,
      classicalUpper: classicalHigh,
    };
  },
  'probability-slower': ({ a, b }) => {
    const estimate = probabilitySlower(sorted(a), sorted(b));
    return { estimate: estimate?.value, lower: estimate?.low, upper: estimate?.high };
  },
  'mann-whitney': ({ a, b }) => {
    const test = mannWhitney(sorted(a), sorted(b));
    return { u: test?.u, p: test?.p, method: test?.method };
  },
  'kruskal-wallis': ({ groups }) => {
    const samples = groups as readonly (readonly number[])[];
    const groupOf = Int32Array.from(samples.flatMap((sample, index) => sample.map(() => index)));
    const test = kruskalWallis(midRanks(Float64Array.from(samples.flat())), groupOf, samples.length);
    return { h: test?.h, df: test?.df, p: test?.p, epsilonSquared: test?.epsilonSquared };
  },
  spearman: ({ x, y }) => {
    const test = spearman(Float64Array.from(numbers(x)), Float64Array.from(numbers(y)));
    return { rho: test?.rho, p: test?.p };
  },
  'benjamini-hochberg': ({ p }) => benjaminiHochberg(numbers(p)),
  holm: ({ p }) => holm(numbers(p)),
  distributions: (input) => ({ value: distributions[String(input.function)]?.(input) }),
};

/** Counts and words, which have to be equal. */
const EXACT_FIELDS = ['lowerRank', 'upperRank', 'k', 'classicalK', 'df', 'method'];
const BOTH_ZERO_BELOW = 1e-290;

function passes(field: string, got: Value, expected: Value, { tolerance, relativeTolerance }: Case): boolean {
  if (typeof expected !== 'number' || EXACT_FIELDS.includes(field)) return (got ?? null) === expected;
  if (typeof got !== 'number') return false;
  const distance = Math.abs(got - expected);
  const relative = relativeTolerance?.[field];
  if (relative === undefined) return distance <= tolerance * Math.max(1, Math.abs(expected));
  return distance <= relative * Math.abs(expected) || Math.max(Math.abs(got), Math.abs(expected)) < BOTH_ZERO_BELOW;
}

describe.each(Object.entries(answers))('the reference cases of %s', (file, answer) => {
  const { cases } = JSON.parse(readFileSync(join(FOLDER, `${file}.json`), 'utf8')) as { cases: readonly Case[] };

  it.each(cases)('$name', (reference) => {
    const got = new Map<string, Value>(Object.entries(answer(reference.input)));
    const differing = Object.entries(reference.expected)
      .filter(([field, expected]) => !passes(field, got.get(field), expected, reference))
      .map(([field, expected]) => ({ field, got: got.get(field), expected }));
    expect(differing).toEqual([]);
    expect(got.size).toBe(Object.keys(reference.expected).length);
  });
});
