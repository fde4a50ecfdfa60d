import type { SpanStore } from '../store/span-store.ts';
import { QueryError } from './query-error.ts';

/** @throws QueryError (500, as the memory storage of 2.20 has it) where the limit is not one of 1 to the most traces kept */
export function checkedLimit(store: SpanStore, limit: bigint): number {
  if (limit > 0n && limit <= BigInt(store.maxTraces)) return Number(limit);
  throw new QueryError(500, 'search depth must be greater than 0 and less than max traces');
}
