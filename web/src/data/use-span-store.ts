import { useEffect, useState } from 'react';
import { SpanStore } from './span-store.ts';
import { tellOutdated } from './tell-outdated.ts';

/** The page's span table, in a worker of its own. `undefined` until the first effect has run. Throws where its file does not come. */
export function useSpanStore(): SpanStore | undefined {
  const [store, setStore] = useState<SpanStore>();
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => {
    const worker = new Worker(new URL('./span-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', (event) => {
      // A fault of the program has words; that there is none has not.
      if (event instanceof ErrorEvent) return;
      tellOutdated('part-missing');
      setIsMissing(true);
    });
    const opened = new SpanStore(worker);
    setStore(opened);
    return () => opened.close();
  }, []);
  if (isMissing) throw new Error('the worker of the span table could not be loaded');
  return store;
}
