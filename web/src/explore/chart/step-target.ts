/** Which of `n` points a key goes to from point `at`, in the order of time; `undefined` for other keys. The first key enters. */
export function stepTarget(key: string, at: number | undefined, n: number): number | undefined {
  const stride = Math.max(1, Math.round(n / 20));
  const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -stride, PageUp: stride }[key];
  if (key === 'Home') return 0;
  if (key === 'End') return n - 1;
  if (by === undefined) return undefined;
  if (at === undefined) return by > 0 ? 0 : n - 1;
  return Math.max(0, Math.min(n - 1, at + by));
}
