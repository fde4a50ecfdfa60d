/** A trace id as Jaeger writes it: 16 digits where the upper 64 bits are zero, else 32. */
export function traceIdText(traceId: string): string {
  return traceId.startsWith('0000000000000000') ? traceId.slice(16) : traceId;
}
