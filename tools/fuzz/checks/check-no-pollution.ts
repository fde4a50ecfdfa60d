import { require } from './require.ts';

const PROTOTYPES: readonly object[] = [
  Object.prototype,
  Array.prototype,
  Function.prototype,
  String.prototype,
  Number.prototype,
  Map.prototype,
];

/** How many names the prototypes have that everything inherits from. */
export function countPrototypeNames(): number {
  return PROTOTYPES.reduce((sum, prototype) => sum + Reflect.ownKeys(prototype).length, 0);
}

/** @param before what they had before anything was read. @throws BrokenRule */
export function checkNoPollution(before: number): void {
  require(countPrototypeNames() === before && !('polluted' in {}), 'nothing is added to a prototype');
}
