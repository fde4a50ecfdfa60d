import { expect, it, onTestFinished } from 'vitest';
import { require } from './checks/require.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { readInput } from './read-input.ts';

const problemOf = async (read: FuzzTarget['read']) =>
  (await readInput({ name: 'planted', make: () => new Uint8Array(), read }, new Uint8Array())).problem;

it('finds nothing wrong with what is read', async () => {
  expect(await problemOf(() => undefined)).toBeUndefined();
});

it.each<[string, FuzzTarget['read'], RegExp]>([
  ['an error that is not documented', () => JSON.parse('{'), /^SyntaxError/],
  ['an error that is awaited', async () => Promise.reject(new TypeError('no')), /^TypeError: no/],
  ['what is no error', () => Promise.reject('a text'), /^a text$/],
  ['a broken rule', () => require(false, 'it is so'), /^BrokenRule: it is so/],
  ['too deep a call', () => deeper(0), /^RangeError: Maximum call stack/],
])('finds %s', async (_name, read, text) => {
  expect(await problemOf(read)).toMatch(text);
});

it('finds what is added to a prototype', async () => {
  onTestFinished(() => void Reflect.deleteProperty(Object.prototype, 'polluted'));
  // As by a merge that follows the keys of what was sent.
  const [first, second] = ['__proto__', 'polluted'];
  const careless = () => void Reflect.set(Reflect.get({}, first), second, true);
  expect(await problemOf(careless)).toMatch(/nothing is added to a prototype/);
});

function deeper(depth: number): number {
  return deeper(depth + 1) + 1;
}
