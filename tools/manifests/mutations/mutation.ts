import type { Variant } from '../render/variants.ts';
import type { Change } from './change.ts';

/** A mistake that is planted into a real overlay, and what must be said about it. */
export interface Mutation {
  readonly mistake: string;
  readonly variant: Variant;
  readonly change: Change;
  /** The name of the rule that must find it. Others may find it too. */
  readonly rule: string;
  /** Words of its finding. */
  readonly says: string;
}
