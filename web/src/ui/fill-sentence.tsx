import { Fragment, type ReactNode } from 'react';

const PLACEHOLDER = /\{(\w+)\}/;

/** A sentence of the catalogue with something drawn at each `{name}`. A name that is not given stays as it is written. */
export function FillSentence({ text, parts }: { text: string; parts: Readonly<Record<string, ReactNode>> }): ReactNode {
  // Split by a pattern with a group, texts and names alternate; a sentence has each name once.
  return text
    .split(PLACEHOLDER)
    .map((piece, i) => (i % 2 === 0 ? piece : <Fragment key={piece}>{parts[piece] ?? `{${piece}}`}</Fragment>));
}
