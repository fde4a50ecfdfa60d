import { describe, expect, it } from 'vitest';
import { TARGET_NAMES, targetNamed } from './all-targets.ts';
import { findingText } from './finding-text.ts';
import { randomOf } from './inputs/random.ts';
import { runTarget } from './run-target.ts';

const SEED = 20_261_123;
const INPUTS = 400;
/** A second on a machine that has time; an input that hangs is told before. */
const TIMEOUT_MILLIS = 60_000;

describe('whatever others have written', () => {
  it.each(TARGET_NAMES)(
    'is read or refused as documented: %s',
    async (target) => {
      const { inputs, findings } = await runTarget({ target, seed: SEED, inputs: INPUTS });
      expect(findings.map((finding) => findingText(finding, '(none)')).join('\n')).toBe('');
      expect(inputs).toBe(INPUTS);
    },
    TIMEOUT_MILLIS,
  );

  it('is the same again for the same seed, and differs for each input', async () => {
    const target = await targetNamed('otlp-json');
    const inputs = [0, 1, 2, 3].map((index) => target.make(randomOf(SEED, index)));
    expect([0, 1, 2, 3].map((index) => target.make(randomOf(SEED, index)))).toEqual(inputs);
    expect(new Set(inputs.map((input) => Buffer.from(input).toString('base64'))).size).toBe(4);
  });
});
