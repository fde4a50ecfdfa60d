import * as z from 'zod';

/**
 * A trace id as the wire has it: up to 32 hex digits. Leading zeros may be missing (v1.12 to v1.15), and 64-bit ids
 * have 16.
 */
export const WIRE_TRACE_ID = /^[0-9a-fA-F]{1,32}$/;
export const wireTraceId = z.string().regex(WIRE_TRACE_ID);

/** A span id as the wire has it: up to 16 hex digits. */
export const WIRE_SPAN_ID = /^[0-9a-fA-F]{1,16}$/;
export const wireSpanId = z.string().regex(WIRE_SPAN_ID);

/** 32 lower-case hex digits. */
export function traceIdOf(wire: string): string {
  return wire.toLowerCase().padStart(32, '0');
}

/** 16 lower-case hex digits. */
export function spanIdOf(wire: string): string {
  return wire.toLowerCase().padStart(16, '0');
}
