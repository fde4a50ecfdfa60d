import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeReferences } from './legacy-references.ts';

it('decodes one reference as it decodes it beside one to no span', () => {
  const reference = fc.record({
    refType: fc.constantFrom('CHILD_OF', 'FOLLOWS_FROM', 'odd'),
    traceID: fc.constantFrom('ab', '0AB', 'cd', ''),
    spanID: fc.constantFrom('1', '0', '', 'F', '0'.repeat(16)),
  });
  fc.assert(
    fc.property(reference, fc.boolean(), (only, isParentLast) => {
      const traceId = 'ab'.padStart(32, '0');
      const none = { refType: 'CHILD_OF', traceID: 'ab', spanID: '0' };
      const alone = decodeReferences([only], traceId, isParentLast);
      expect(alone).toEqual(decodeReferences([only, none], traceId, isParentLast));
      expect(alone).toEqual(decodeReferences([none, only], traceId, isParentLast));
    }),
  );
});
