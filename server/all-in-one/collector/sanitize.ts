import { formatGoTime } from '../go-time.ts';
import type { Attribute } from '../store/stored-span.ts';

/*
 * What Jaeger 2.20 repairs on the way into the storage (internal/jptrace/sanitizer). The words are its words.
 */

/** A service name, whatever was sent, and the other attributes. Of several attributes `service.name` the first one counts. */
export function sanitizedResource(sent: readonly Attribute[]): {
  readonly serviceName: string;
  readonly attributes: readonly Attribute[];
} {
  const name = sent.find(({ key }) => key === 'service.name')?.value;
  return { serviceName: serviceName(name), attributes: sent.filter(({ key }) => key !== 'service.name') };
}

function serviceName(name: Attribute['value'] | undefined): string {
  if (name === undefined) return 'missing-service-name';
  if (name.type !== 'string') return 'service-name-wrong-type';
  return name.value === '' ? 'empty-service-name' : name.value;
}

export function sanitizedSpanName(name: string): string {
  return name === '' ? 'empty-span-name' : name;
}

/** A span lasts at least one nanosecond; one that does not is stretched to it and says so in its warnings. */
export function sanitizedEnd(
  startNanos: bigint,
  endNanos: bigint,
): { readonly endNanos: bigint; readonly warnings: readonly string[] } {
  if (endNanos > startNanos) return { endNanos, warnings: [] };
  const adjusted = startNanos + 1n;
  const original = formatGoTime(endNanos);
  const warning = `Negative duration detected, sanitizing end timestamp. Original end timestamp: ${original}, adjusted to: ${formatGoTime(adjusted)}`;
  return { endNanos: adjusted, warnings: [warning] };
}
