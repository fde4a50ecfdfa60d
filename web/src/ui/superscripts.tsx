import { Children, type ReactNode } from 'react';

const RAISED = '⁻⁰¹²³⁴⁵⁶⁷⁸⁹';
const PLAIN = '−0123456789';
const RUN = new RegExp(`([${RAISED}]+)`);

/** A text whose superscript digits are raised by layout: the font has only three of them, and others would come from another font. */
export function Superscripts({ text }: { text: string }): ReactNode {
  const pieces = text
    .split(RUN)
    .map((piece, i) =>
      i % 2 === 0 ? (
        piece
      ) : (
        <sup key={piece}>{piece.replace(/./g, (digit) => PLAIN.charAt(RAISED.indexOf(digit)))}</sup>
      ),
    );
  return Children.toArray(pieces);
}
