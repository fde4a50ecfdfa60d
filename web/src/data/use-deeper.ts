import { useEffect, useMemo, useRef, useState } from 'react';

/** What goes deeper into an answer, and so comes after it. */
export interface Deeper<T> {
  /** The newest there is; it stays while a newer one is computed. `undefined`: not yet, or nothing to say. */
  readonly value: T | undefined;
  /** It is about an older answer. */
  readonly isStale: boolean;
  /** Of a sample of the traces: the whole is being computed. */
  readonly isSample: boolean;
}

/** Up to so many traces are looked at whole at once. */
export const SAMPLE_TRACES = 4000;
/** The whole is asked for when the answer has stayed the same for so long: who drags gets samples. */
const QUIET_MS = 150;

/**
 * Asks more about an answer: first of a sample, then of all its traces. Failures are bugs and are thrown into the nearest error boundary.
 *
 * @param ask `undefined`: not wanted
 * @param scope what the answer depends on: asked anew only when it changes. `undefined`: there is nothing yet
 * @param traces how many there are
 * @param first what the answer brought along: of a sample, or whole where the traces are few. It is not asked for then
 */
export function useDeeper<T>(
  ask: ((mostTraces?: number) => Promise<T | undefined>) | undefined,
  scope: unknown,
  traces: number,
  first?: { readonly value: T | undefined },
): Deeper<T> {
  const [known, setKnown] = useState<{
    readonly scope: unknown;
    readonly value: T | undefined;
    readonly isSample: boolean;
  }>();
  const [failure, setFailure] = useState<unknown>();
  const newest = useRef({ ask, traces, first });
  newest.current = { ask, traces, first };
  const isWanted = ask !== undefined && scope !== undefined;

  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    const tell = async (mostTraces?: number): Promise<void> => {
      try {
        const value = await newest.current.ask?.(mostTraces);
        if (isCurrent) setKnown({ scope, value, isSample: mostTraces !== undefined });
      } catch (error) {
        setFailure(error);
      }
    };
    const isLarge = newest.current.traces > SAMPLE_TRACES;
    if (newest.current.first === undefined) void tell(isLarge ? SAMPLE_TRACES : undefined);
    const timer = isLarge ? setTimeout(() => void tell(), QUIET_MS) : undefined;
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [isWanted, scope]);

  if (failure !== undefined) throw failure;
  const isStale = known?.scope !== scope;
  const isLarge = traces > SAMPLE_TRACES;
  return useMemo(() => {
    if (isStale && first !== undefined) return { value: first.value, isStale: false, isSample: isLarge };
    return { value: known?.value, isStale, isSample: known?.isSample ?? false };
  }, [known, isStale, first, isLarge]);
}
