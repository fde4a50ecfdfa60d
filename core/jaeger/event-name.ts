import type { Attribute } from '../trace/trace.ts';

export interface NamedEvent {
  /** Empty where it has none. */
  readonly name: string;
  /** All but the field that gave the name, in their order. */
  readonly attributes: readonly Attribute[];
}

/**
 * Takes an event's name out of its fields: it is the field `event` (OTLP's name, OpenTracing's convention), or else
 * `message` (OpenCensus); the field that gave the name is no attribute then.
 */
export function nameEvent(fields: readonly Attribute[]): NamedEvent {
  const nameField = fields.find(({ key }) => key === 'event') ?? fields.find(({ key }) => key === 'message');
  if (nameField === undefined) return { name: '', attributes: fields };
  return { name: nameField.value, attributes: fields.filter((field) => field !== nameField) };
}
