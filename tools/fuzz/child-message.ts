/** What `fuzz-child.ts` tells. */
export type ChildMessage =
  | { readonly kind: 'finding'; readonly index: number; readonly problem: string }
  | { readonly kind: 'end'; readonly inputs: number; readonly slowestMillis: number };
