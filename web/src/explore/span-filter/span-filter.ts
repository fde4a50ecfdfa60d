import type { ExploreState } from '../../url-state.ts';

/** What one span of a trace must have and how long it must last, for the trace to be read. */
export type SpanFilter = Pick<ExploreState, 'tags' | 'minDuration' | 'maxDuration'>;

/** Reads everything. */
export const NO_SPAN_FILTER: SpanFilter = { tags: [], minDuration: undefined, maxDuration: undefined };
