import * as z from 'zod';

/** A number with its 95 % interval; `null`: this end is open. */
const estimate = z.object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() });

const range = z.object({ start: z.number(), end: z.number() });

const verdict = z.enum([
  'too-few',
  'clearly-slower',
  'clearly-faster',
  'possibly-slower',
  'possibly-faster',
  'no-difference',
]);

/** What `npm run report -- --format json` prints. Durations are µs, instants µs since 1970, shares 0…1. */
export const reportSchema = z.object({
  version: z.literal(1),
  /** What was asked, with the defaults that were taken. */
  query: z.object({
    service: z.string(),
    operation: z.string().nullable(),
    start: z.number(),
    end: z.number(),
    /** `event:omikuji`; null where the traces carry nothing. */
    by: z.string().nullable(),
    highlight: z.string().nullable(),
    before: z.number().nullable(),
    after: z.number().nullable(),
  }),
  coverage: z.object({
    /** All of the range was read, and nothing was cut off. Else the traces are a part, and which one depends on the storage. */
    complete: z.boolean(),
    traces: z.number(),
    spans: z.number(),
    /** Traces that could not be read. */
    unreadable: z.number(),
    /** Windows that hold more traces than Jaeger gives. */
    cut: z.array(range),
    /** The older part of the range that was not read, as Jaeger failed there or there was too much; null: none. */
    unread: range.nullable(),
  }),
  /** Every value; the highlight first, then the slowest median first. */
  groups: z.array(
    z.object({
      value: z.string(),
      n: z.number(),
      share: z.number(),
      quantiles: z.object({ p50: estimate, p90: estimate, p95: estimate, p99: estimate }),
    }),
  ),
  /** Null where one side has no traces. With fewer than 6 on a side the verdict is `too-few`, and the numbers mean little. */
  comparison: z
    .object({
      a: z.object({ name: z.string(), n: z.number(), median: z.number() }),
      b: z.object({ name: z.string(), n: z.number(), median: z.number() }),
      /** By how much a is slower. */
      shift: estimate,
      probabilitySlower: estimate,
      p: z.number(),
      pAdjusted: z.number(),
      verdict,
    })
    .nullable(),
  /** Only with `--where`, and where there are traces on both sides. The rows' `delta` add up to `total`. */
  where: z
    .object({
      total: estimate,
      rows: z.array(
        z.object({
          /** From the root to this call: `service operation` each. */
          path: z.array(z.string()),
          service: z.string(),
          operation: z.string(),
          /** Mean critical path time per trace in a, minus that in b, µs; `low` and `high` are its interval. */
          delta: z.number(),
          low: z.number().nullable(),
          high: z.number().nullable(),
          moreCalls: z.number(),
          slowerCalls: z.number(),
          state: z.enum(['both', 'only-in-a', 'gone', 'no-longer-waited-for']),
        }),
      ),
    })
    .nullable(),
});
export type Report = z.infer<typeof reportSchema>;
