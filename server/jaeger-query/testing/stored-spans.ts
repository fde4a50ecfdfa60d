import * as z from 'zod';

const keyValues = z.array(z.object({ key: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) }));
const answer = z.object({
  data: z.array(
    z.object({
      spans: z.array(
        z.object({
          traceID: z.string(),
          spanID: z.string(),
          operationName: z.string(),
          references: z.array(z.object({ spanID: z.string() })),
          startTime: z.number(),
          duration: z.number(),
          tags: keyValues,
          processID: z.string(),
        }),
      ),
      processes: z.record(z.string(), z.object({ serviceName: z.string(), tags: keyValues })),
    }),
  ),
});

/** A span as a Jaeger tells of it. */
export interface StoredSpan {
  readonly traceId: string;
  readonly id: string;
  readonly parentId: string | undefined;
  readonly name: string;
  /** Microseconds since 1970. */
  readonly start: number;
  readonly end: number;
  readonly tags: Readonly<Record<string, string | number | boolean>>;
  readonly resource: Readonly<Record<string, string | number | boolean>>;
}

/** All spans of a service that the Jaeger at `queryUrl` holds, in the order of their starts. Asked without any of our own clients. */
export async function storedSpans(queryUrl: string, service: string): Promise<readonly StoredSpan[]> {
  const query = new URLSearchParams({ service, limit: '1000', raw: 'true' });
  const { data } = answer.parse(await (await fetch(`${queryUrl}/api/traces?${query}`)).json());
  return data
    .flatMap(({ spans, processes }) =>
      spans.map((span) => ({
        traceId: span.traceID,
        id: span.spanID,
        parentId: span.references[0]?.spanID,
        name: span.operationName,
        start: span.startTime,
        end: span.startTime + span.duration,
        tags: record(span.tags),
        resource: {
          'service.name': processes[span.processID]?.serviceName ?? '',
          ...record(processes[span.processID]?.tags ?? []),
        },
      })),
    )
    .sort((a, b) => a.start - b.start);
}

function record(tags: z.infer<typeof keyValues>): Readonly<Record<string, string | number | boolean>> {
  return Object.fromEntries(tags.map(({ key, value }) => [key, value]));
}
