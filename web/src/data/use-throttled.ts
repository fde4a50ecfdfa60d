import { useEffect, useRef, useState } from 'react';

/** The value, passed on at most once in `intervalMs`: at once after a pause, else when the interval is over. */
export function useThrottled<T>(value: T, intervalMs: number): T {
  const [passed, setPassed] = useState(value);
  const passedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const pass = (): void => {
      passedAt.current = performance.now();
      setPassed(value);
    };
    const wait = passedAt.current + intervalMs - performance.now();
    if (wait <= 0) {
      pass();
      return;
    }
    const timer = setTimeout(pass, wait);
    return () => clearTimeout(timer);
  }, [value, intervalMs]);
  return passed;
}
