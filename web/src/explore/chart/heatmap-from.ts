/** From so many traces on dots hide one another: counts say more. */
export const HEATMAP_FROM = 2_000;
