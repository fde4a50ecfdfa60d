import type { ContractBackend } from './contract-backends.ts';

/** Which Jaegers the contract was held against, and which not. */
export function jaegersNote(backends: readonly ContractBackend[]): string {
  const names = (isHere: boolean): string =>
    backends
      .filter(({ start }) => (start !== undefined) === isHere)
      .map(({ name }) => name)
      .join(', ');
  const missing = names(false);
  return `Jaegers: ${names(true)}${missing === '' ? '' : `; not here: ${missing} (npm run jaegers builds them)`}`;
}
