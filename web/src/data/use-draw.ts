import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { drawAnswer } from '#core/api.ts';
import { postForJson } from './api-client.ts';
import type { SpanStore } from './span-store.ts';

/** A draw: asked for, made and on its way to Jaeger, arrived in the table, or failed. */
export type Draw =
  | { readonly status: 'none' }
  | { readonly status: 'drawing' }
  | { readonly status: 'expected'; readonly traceId: string; readonly text: string }
  | { readonly status: 'arrived'; readonly traceId: string; readonly text: string }
  | { readonly status: 'late'; readonly traceId: string; readonly text: string }
  | { readonly status: 'failed'; readonly error: Error };

const PATIENCE_MS = 20_000;
/** Longer than 凶 sleeps. */
const DRAW_TIMEOUT_MS = 15_000;

/** Draws a fortune and watches for its trace. `revision` names the state of the table, which is looked through at each change. */
export function useDraw(
  store: SpanStore | undefined,
  revision: number,
): { readonly draw: Draw; readonly drawOne: () => void; readonly forget: () => void } {
  const [arrivedId, setArrivedId] = useState<string>();
  const [lateId, setLateId] = useState<string>();
  const mutation = useMutation({
    mutationFn: () => postForJson('draws', drawAnswer, AbortSignal.timeout(DRAW_TIMEOUT_MS)),
    retry: false,
  });
  const drawn = mutation.data;
  const traceId = drawn?.traceId;

  useEffect(() => {
    if (store === undefined || traceId === undefined || revision < 0) return;
    let isCurrent = true;
    void store.rowOfTrace(traceId).then((row) => {
      if (isCurrent && row >= 0) setArrivedId(traceId);
    });
    return () => {
      isCurrent = false;
    };
  }, [store, traceId, revision]);

  useEffect(() => {
    if (traceId === undefined) return;
    const timer = setTimeout(() => setLateId(traceId), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [traceId]);

  return { draw: drawOf(), drawOne: () => mutation.mutate(), forget: () => mutation.reset() };

  function drawOf(): Draw {
    if (mutation.status === 'pending') return { status: 'drawing' };
    if (mutation.status === 'error') return { status: 'failed', error: mutation.error };
    if (drawn === undefined) return { status: 'none' };
    if (arrivedId === drawn.traceId) return { status: 'arrived', ...drawn };
    if (lateId === drawn.traceId) return { status: 'late', ...drawn };
    return { status: 'expected', ...drawn };
  }
}
