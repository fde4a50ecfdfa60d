import { describe, expect, it } from 'vitest';
import { CONFIG_VARIABLES } from './config-variables.ts';
import { helpText } from './help-text.ts';

describe('helpText', () => {
  it('names every variable with its default and what is allowed, on lines that fit', () => {
    const text = helpText();
    for (const name of Object.keys(CONFIG_VARIABLES)) expect(text).toMatch(new RegExp(`^ {2}${name}$`, 'm'));
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('reads so', () => {
    expect(helpText()).toContain(`  KUJI_UPSTREAM_REQUESTS
      How many questions Jaeger is asked at the same time; further ones wait.
      Default: 4. Allowed: a whole number from 1 to 64.
`);
  });
});
