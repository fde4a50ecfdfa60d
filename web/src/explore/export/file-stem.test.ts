import { describe, expect, it } from 'vitest';
import { addMicros, MINUTE, unixMicros } from '#core/units.ts';
import { fileStem } from './file-stem.ts';

const from = unixMicros(1_795_424_400_123_456);
const range = { from, to: addMicros(from, 50 * MINUTE) };
const TIMES = '20261123T090000Z-20261123T095000Z';

describe('fileStem', () => {
  it('names the service and the times in UTC', () => {
    expect(fileStem('demo', range)).toBe(`kuji-demo-${TIMES}`);
    expect(fileStem('くじ.v2', range)).toBe(`kuji-くじ.v2-${TIMES}`);
    expect(fileStem(undefined, range)).toBe(`kuji-${TIMES}`);
  });

  it('leaves nothing that a file system would take for something else', () => {
    expect(fileStem('../../etc/passwd', range)).toBe(`kuji-etc-passwd-${TIMES}`);
    expect(fileStem('a\\b:c*d?"e<f>|g\0h\ni', range)).toBe(`kuji-a-b-c-d-e-f-g-h-i-${TIMES}`);
    expect(fileStem('...', range)).toBe(`kuji-${TIMES}`);
    expect(fileStem('\u{20BB7}'.repeat(100), range)).toBe(`kuji-${'\u{20BB7}'.repeat(60)}-${TIMES}`);
  });
});
