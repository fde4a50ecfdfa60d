import { describe, expect, it } from 'vitest';
import { ALL_RULES } from '../all-rules.ts';
import { manifestCheck, SCHEMA_RULE } from '../check-manifests.ts';
import { findingText } from '../finding.ts';
import { findKustomize } from '../render/kustomize-program.ts';
import { renderOnce } from '../testing/render-once.ts';
import { ALL_MUTATIONS } from './all-mutations.ts';
import { RIGHT_CHANGES } from './right-changes.ts';
import * as variants from './variants.ts';

const [program] = await findKustomize();
const check = manifestCheck();
const why = program === undefined ? ' (skipped: neither kustomize nor kubectl is there)' : '';

const LONG = 120_000;

describe.skipIf(program === undefined)(`planted mistakes${why}`, () => {
  const render = renderOnce(program!);

  it.each(Object.values(variants))(
    'are looked for where there are none else: $name',
    { timeout: LONG },
    async (variant) => {
      expect(check(variant.overlay, await render(variant)).map(findingText)).toEqual([]);
    },
  );

  it.each(ALL_MUTATIONS)('are found: $mistake', { timeout: LONG }, async ({ variant, change, rule, says }) => {
    const right = await render(variant);
    const wrong = change(right);
    expect(wrong).not.toEqual(right);
    const found = check(variant.overlay, wrong).filter((one) => one.rule === rule);
    expect(found.map(findingText).join('\n')).toContain(says);
  });
});

describe.skipIf(program === undefined)(`what others may change${why}`, () => {
  const render = renderOnce(program!);

  it.each(RIGHT_CHANGES)('is no mistake: $what', { timeout: LONG }, async ({ variant, change }) => {
    const before = await render(variant);
    const after = change(before);
    expect(after).not.toEqual(before);
    expect(check(variant.overlay, after).map(findingText)).toEqual([]);
  });
});

describe('the list of planted mistakes', () => {
  it('has one for every rule at least, and none for a rule that there is not', () => {
    const rules = [SCHEMA_RULE, ...ALL_RULES.map(({ name }) => name)];
    const planted = new Set(ALL_MUTATIONS.map(({ rule }) => rule));
    expect([...planted].sort()).toEqual([...rules].sort());
  });

  it('has each mistake once', () => {
    const names = ALL_MUTATIONS.map(({ mistake }) => mistake);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(100);
  });
});
