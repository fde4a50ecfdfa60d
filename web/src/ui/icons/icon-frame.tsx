import type { ReactNode } from 'react';

/** The frame of a line icon on a 16 px grid; it takes the colour of the text and is silent for screen readers. */
export function IconFrame({
  sizePx = 16,
  strokeWidth = 1.5,
  children,
}: {
  sizePx?: number;
  strokeWidth?: number;
  children: ReactNode;
}) {
  return (
    <svg
      width={sizePx}
      height={sizePx}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={strokeWidth}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}
