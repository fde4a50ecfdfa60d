/** A function that computes the same argument (the same object) only once: what many spans share stays shared. */
export function once<T, R>(compute: (value: T) => R): (value: T) => R {
  const known = new Map<T, R>();
  return (value) => {
    const found = known.get(value);
    if (found !== undefined) return found;
    const result = compute(value);
    known.set(value, result);
    return result;
  };
}
