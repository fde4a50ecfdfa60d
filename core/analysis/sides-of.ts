import type { ExploreAnswer } from './explore-answer.ts';

/** Rows of the span table on the two sides of a comparison. */
export interface ComparedRows {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** The traces that the finding of an answer holds against each other: the highlighted ones, and all others. Either may be none. */
export function sidesOf({ points, groups }: Pick<ExploreAnswer, 'points' | 'groups'>): ComparedRows {
  const isHighlight = (place: number): boolean => groups[points.group[place]!]!.isHighlight;
  return {
    a: points.trace.filter((_, place) => isHighlight(place)),
    b: points.trace.filter((_, place) => !isHighlight(place)),
  };
}
