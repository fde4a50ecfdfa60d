import { useCallback, useEffect, useRef, useState } from 'react';
import { type GroupKey, isSameKey } from '#core/analysis/group-key.ts';
import type { KeyCurve } from '#core/analysis/key-curves.ts';

/** The curves of a key that is only looked at. */
export interface KeyPreview {
  readonly key: GroupKey;
  readonly curves: readonly KeyCurve[];
}

/** Who passes over the keys on the way to something else wants none of them. */
const PAUSE_MS = 120;

/**
 * The curves of the key that is pointed at, a moment after that.
 *
 * @param chosen the key that is drawn anyway
 */
export function usePreview(
  ask: (key: GroupKey) => Promise<readonly KeyCurve[] | undefined>,
  chosen: GroupKey | undefined,
): { readonly preview: KeyPreview | undefined; readonly onPreview: (key: GroupKey | undefined) => void } {
  const [preview, setPreview] = useState<KeyPreview>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wanted = useRef<GroupKey>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onPreview = useCallback(
    (key: GroupKey | undefined) => {
      clearTimeout(timer.current);
      wanted.current = isSameKey(key, chosen) ? undefined : key;
      if (wanted.current === undefined) {
        setPreview(undefined);
        return;
      }
      const looked = wanted.current;
      timer.current = setTimeout(() => {
        void ask(looked).then((curves) => {
          if (curves !== undefined && isSameKey(wanted.current, looked)) setPreview({ key: looked, curves });
        });
      }, PAUSE_MS);
    },
    [ask, chosen],
  );
  return { preview: isSameKey(preview?.key, chosen) ? undefined : preview, onPreview };
}
