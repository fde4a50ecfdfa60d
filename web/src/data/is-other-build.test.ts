import { describe, expect, it } from 'vitest';
import { isOtherBuild } from './is-other-build.ts';

describe('an answer', () => {
  it('comes from another build where it names another one than the page has', () => {
    expect(isOtherBuild('aaaa', 'bbbb')).toBe(true);
    expect(isOtherBuild('aaaa', 'aaaa')).toBe(false);
  });

  it('tells nothing where it has no build, nor does it to a page that has none', () => {
    expect(isOtherBuild('aaaa', null)).toBe(false);
    expect(isOtherBuild(undefined, 'bbbb')).toBe(false);
    expect(isOtherBuild('__BUILD__', 'bbbb')).toBe(false);
  });
});
