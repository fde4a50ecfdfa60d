/** Orders versions of numbers, `2.9` before `2.13` before `2.13.1`: negative where `a` is the older one. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const at = left!.findIndex((part, place) => part !== right![place]);
  return at < 0 ? left!.length - right!.length : left![at]! - (right![at] ?? -1);
}
