/** ln k! for k = 0 … n, added up in order: what many hypergeometric probabilities over the same traces need. */
export function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let k = 2; k <= n; k++) logs[k] = logs[k - 1]! + Math.log(k);
  return logs;
}
