/** A key and a value, both as text, that a span must have: on itself, on its events or on its resource. */
export interface TagCondition {
  readonly key: string;
  readonly value: string;
}
