/**
 * What was odd about a trace. The builder repairs and reports; it never refuses. `spanId` names the span it was seen on.
 *
 * - `orphan`: the parent it names is not in the trace. Stands at the top level.
 * - `cycle`: it is its own ancestor. The link to its parent is cut where the cycle was entered.
 * - `duplicate-span`: sent twice, the same. One is kept.
 * - `shared-span-id`: another span has the same id (Zipkin's client and server, or a faulty producer). The later one gets an id of its own.
 * - `negative-duration`: ends before it starts. Its duration is set to 0.
 * - `no-start-time`: started in 1970. Set to its parent's start, or the trace's.
 * - `starts-before-parent`: clocks that disagree. Left as it is.
 * - `several-roots`: more than one span without a parent. The earliest is the root.
 * - `no-root`: every span names a parent that is missing. The earliest orphan stands in for the root.
 */
export type ProblemKind =
  | 'orphan'
  | 'cycle'
  | 'duplicate-span'
  | 'shared-span-id'
  | 'negative-duration'
  | 'no-start-time'
  | 'starts-before-parent'
  | 'several-roots'
  | 'no-root';

export interface Problem {
  readonly kind: ProblemKind;
  readonly spanId: string;
}
