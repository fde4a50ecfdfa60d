import { decodeSlice } from '#core/spans/decode-slice.ts';
import { encodeSlice } from '#core/spans/encode-slice.ts';
import { SpanTableBuilder } from '#core/spans/span-table-builder.ts';
import { UnreadableSliceError } from '#core/spans/unreadable-slice-error.ts';
import { demoTraces } from '#core/testing/demo-traces.ts';
import { randomTraces } from '#core/testing/random-traces.ts';
import type { Trace } from '#core/trace/trace.ts';
import { checkTable } from '../checks/check-table.ts';
import { only } from '../checks/only.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { anySliceInfo } from '../inputs/any-slice-info.ts';
import { mutateBytes } from '../inputs/mutate-bytes.ts';

/** Slices as the browser opens them. */
export function arrow(): FuzzTarget {
  const slices = [
    sliceOf([]),
    sliceOf(demoTraces({ seed: 1, traces: 3 })),
    sliceOf(randomTraces({ seed: 1, traces: 4, spansPerTrace: 5 })),
  ];
  return {
    name: 'arrow',
    make: (random) => (random.chance(0.05) ? random.pick(slices) : mutateBytes(random.pick(slices), random)),
    read: (input) => {
      // Columns are views into the bytes, which begin where the numbers of eight bytes can.
      const slice = only(UnreadableSliceError, () => decodeSlice(Uint8Array.from(input)));
      if (slice !== undefined) checkTable(slice.table);
    },
  };
}

function sliceOf(traces: readonly Trace[]): Uint8Array {
  const builder = new SpanTableBuilder();
  for (const trace of traces) builder.appendTrace(trace);
  return encodeSlice(builder.table(), anySliceInfo(builder.table()));
}
