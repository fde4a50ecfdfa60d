import { describe, expect, it } from 'vitest';
import { MILLISECOND, SECOND } from '../units.ts';
import { demoTraces } from './demo-traces.ts';
import { drawTrace } from './draw-trace.ts';
import { randomTraces } from './random-traces.ts';

describe('randomTraces', () => {
  it('gives the same traces for the same seed, and others for another', () => {
    const options = { seed: 1, traces: 3, spansPerTrace: 5 };
    expect(randomTraces(options)).toEqual(randomTraces(options));
    expect(randomTraces({ ...options, seed: 2 })).not.toEqual(randomTraces(options));
  });

  it('makes as many spans as it is asked for, and nothing to repair', () => {
    for (const { spans, problems } of randomTraces({ seed: 1, traces: 100, spansPerTrace: 20 })) {
      expect(spans.length).toBe(20);
      expect(problems).toEqual([]);
    }
  });
});

describe('demoTraces', () => {
  const draws = demoTraces({ seed: 1, traces: 500 });
  const isKyo = draws.map(({ spans }) => spans[1]!.events[0]!.attributes[0]!.value === '凶');

  it('draws 凶 about once in six, and then takes a second', () => {
    expect(isKyo.filter((kyo) => kyo).length).toBe(87);
    draws.forEach(({ spans }, draw) => {
      const { duration } = spans[0]!;
      if (isKyo[draw]) expect(duration).toBeGreaterThan(SECOND);
      else expect(duration).toBeLessThan(MILLISECOND);
    });
  });

  it('looks like the traces of the app', () => {
    expect(`\n${drawTrace(draws[isKyo.indexOf(true)]!).replaceAll(/ +\|/g, ' |')}`).toBe(`
demo /handler (server) |========================================|
  demo /omikuji (internal) @40 残念でした {omikuji=凶} |========================================|`);
  });
});
