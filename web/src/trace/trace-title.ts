import type { Trace } from '#core/trace/trace.ts';

/** What a trace is called: service and operation of its root. */
export function traceTitle({ spans, resources }: Trace): string {
  const root = spans[0]!;
  return `${resources[root.resource]!.service} ${root.operation}`;
}
