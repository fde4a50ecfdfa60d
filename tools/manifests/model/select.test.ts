import { describe, expect, it } from 'vitest';
import { isEmptySelector, selects } from './select.ts';

const LABELS = { app: 'kuji', tier: 'front' };

function matches(operator: string, key: string, values: string[] = []): boolean {
  return selects({ matchLabels: { app: 'kuji' }, matchExpressions: [{ key, operator, values }] }, LABELS);
}

describe('a selector of labels', () => {
  it('takes what has all of its labels, and everything where it has none', () => {
    expect(selects({ matchLabels: LABELS, matchExpressions: [] }, LABELS)).toBe(true);
    expect(selects({ matchLabels: { app: 'kuji', tier: 'back' }, matchExpressions: [] }, LABELS)).toBe(false);
    expect(selects({ matchLabels: {}, matchExpressions: [] }, {})).toBe(true);
  });

  it('understands expressions as Kubernetes does', () => {
    expect(matches('In', 'tier', ['back', 'front'])).toBe(true);
    expect(matches('In', 'tier', ['back'])).toBe(false);
    expect(matches('In', 'zone', ['a'])).toBe(false);
    expect(matches('NotIn', 'tier', ['back'])).toBe(true);
    expect(matches('NotIn', 'tier', ['front'])).toBe(false);
    expect(matches('NotIn', 'zone', ['a'])).toBe(true);
    expect(matches('Exists', 'tier')).toBe(true);
    expect(matches('Exists', 'zone')).toBe(false);
    expect(matches('DoesNotExist', 'zone')).toBe(true);
    expect(matches('DoesNotExist', 'tier')).toBe(false);
    expect(matches('Like', 'tier', ['front'])).toBe(false);
  });

  it('is empty only without labels and expressions', () => {
    expect(isEmptySelector({ matchLabels: {}, matchExpressions: [] })).toBe(true);
    expect(isEmptySelector({ matchLabels: LABELS, matchExpressions: [] })).toBe(false);
    const exists = { key: 'app', operator: 'Exists', values: [] };
    expect(isEmptySelector({ matchLabels: {}, matchExpressions: [exists] })).toBe(false);
  });
});
