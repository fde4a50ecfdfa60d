/** From so many traces on a quantile is drawn; below them each trace can be seen by itself. */
export const LEAST_TRACES = { p50: 6, p95: 36, p99: 100 } as const;
