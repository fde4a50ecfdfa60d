/** Values with a panel of their own: as many as one looks through; the rest are *Other*. */
export const MOST_PANELS = 24;
