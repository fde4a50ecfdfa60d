import { useEffect, useState } from 'react';
import { SpanStore } from './span-store.ts';

/** The page's span table, in a worker of its own. `undefined` until the first effect has run. */
export function useSpanStore(): SpanStore | undefined {
  const [store, setStore] = useState<SpanStore>();
  useEffect(() => {
    const opened = new SpanStore(new Worker(new URL('./span-worker.ts', import.meta.url), { type: 'module' }));
    setStore(opened);
    return () => opened.close();
  }, []);
  return store;
}
