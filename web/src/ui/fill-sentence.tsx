import { Children, type ReactNode } from 'react';

const PLACEHOLDER = /\{(\w+)\}/;

/** A sentence of the catalogue with something drawn at each `{name}`. A name that is not given stays as it is written. */
export function FillSentence({ text, parts }: { text: string; parts: Readonly<Record<string, ReactNode>> }) {
  // Split by a pattern with a group, texts and names alternate.
  const pieces = text.split(PLACEHOLDER).map((piece, i) => (i % 2 === 0 ? piece : (parts[piece] ?? `{${piece}}`)));
  return Children.toArray(pieces);
}
