import { expect, it } from 'vitest';
import { tableOf } from '#core/testing/table-from-drawings.ts';
import { traceFromDrawing } from '#core/testing/trace-from-drawing.ts';
import { missingKey } from './missing-names.ts';
import type { ReportArguments } from './report-arguments.ts';

it('lists a bounded number of keys, those worth grouping by first, and counts the others', () => {
  const tags = Array.from({ length: 30 }, (_, n) => `k${n + 10}=v`).join(', ');
  const table = tableOf([
    traceFromDrawing(`shop pay {${tags}, user=7}   |====|`),
    traceFromDrawing(`shop pay {${tags}, user=8}   |====|`, { traceId: '2'.padStart(32, '0') }),
  ]);
  const text = missingKey(table, { by: 'fortune\u001b[31m' } as ReportArguments);
  expect(text).toMatch(
    /^No trace that was read carries the key "fortune⟨U\+001B⟩\[31m"\. These keys are there: "tag:user", "tag:k10", /,
  );
  expect(text).toContain('"tag:k28" and 11 more.');
});
