import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JaegerFault } from '../jaeger-fault.ts';
import { withoutSecrets } from './without-secrets.ts';

function detailOf(detail: string, ...secrets: string[]): string {
  const error = withoutSecrets(new JaegerFault('jaeger-failed', detail), secrets);
  return error instanceof JaegerFault ? error.detail : '';
}

describe('withoutSecrets', () => {
  it('hides what a server repeats, wherever and however often', () => {
    expect(detailOf('no hunter2, no, hunter2hunter2!', 'hunter2')).toBe('no …, no, ……!');
    expect(detailOf('Bearer abc.def is bad', 'abc.def', 'other')).toBe('Bearer … is bad');
  });

  it('hides a secret that was cut', () => {
    expect(detailOf('bad token: 0123456789abc', '0123456789abcdef')).toBe('bad token: …');
    expect(detailOf('…6789abcdef is bad', '0123456789abcdef')).toBe('…… is bad');
  });

  it('leaves everything else as it is', () => {
    const fault = new JaegerFault('jaeger-failed', 'the way is long', { advice: 'walk', isUnserialisable: true });
    expect(withoutSecrets(fault, ['hunter2', 'the'])).toBe(fault);
    const other = new Error('hunter2');
    expect(withoutSecrets(other, ['hunter2'])).toBe(other);
    const hidden = withoutSecrets(fault, ['long']);
    expect(hidden).toMatchObject({ code: 'jaeger-failed', detail: 'the way is …', advice: 'walk' });
    expect(hidden).toMatchObject({ isUnserialisable: true });
  });

  it('leaves no part of a secret that tells it, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ minLength: 8, maxLength: 40 }),
        fc.string(),
        fc.nat(),
        (before, secret, after, end) => {
          fc.pre(!secret.includes('…'));
          const part = secret.slice(0, 8 + (end % secret.length));
          expect(detailOf(`${before}${part}${after}`, secret)).not.toContain(part.slice(0, 8));
        },
      ),
    );
  });
});
