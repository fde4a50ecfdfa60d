/** Where the elements of a body stand in its JSON, and where it tells of a failure. */
export interface BodyFormat {
  /** The keys that lead from the outermost object to the array of elements. At least one. */
  readonly path: readonly string[];
  /** Key of the outermost object. */
  readonly failureKey: string;
  /** `{}` is an answer without elements, not something else than an answer. */
  readonly canBeEmpty: boolean;
}
