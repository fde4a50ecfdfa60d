/** The place of a trace among those that are loaded. Shares are 0…1. */
export interface TraceRank {
  /** Share of all traces that this one is slower than. */
  readonly slowerThanAll: number;
  readonly total: number;
  /** The same within the highlighted group, where the trace belongs to it. */
  readonly slowerThanGroup?: number | undefined;
  readonly groupTotal?: number | undefined;
}
