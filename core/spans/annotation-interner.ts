import type { Scope } from '../trace/trace.ts';
import type { AnnotationDictionary, AnnotationKey } from './span-table.ts';

/** Gives each distinct (scope, key, value) a code, and each distinct (scope, key) an index. */
export class AnnotationInterner {
  readonly #keyIndexes: Readonly<Record<Scope, Map<string, number>>> = {
    event: new Map(),
    tag: new Map(),
    resource: new Map(),
  };
  /** Per key index: code by value. */
  readonly #codesByValue: Map<string, number>[] = [];
  readonly #keys: AnnotationKey[] = [];
  readonly #keyOfCode: number[] = [];
  readonly #values: string[] = [];

  /** A live view: it grows as codes are given out. */
  get dictionary(): AnnotationDictionary {
    return { keyOfCode: this.#keyOfCode, values: this.#values, keys: this.#keys };
  }

  codeOf(scope: Scope, key: string, value: string): number {
    const keyIndex = this.#keyIndexOf(scope, key);
    const codes = this.#codesByValue[keyIndex]!;
    const known = codes.get(value);
    if (known !== undefined) return known;
    const code = this.#values.push(value) - 1;
    this.#keyOfCode.push(keyIndex);
    codes.set(value, code);
    return code;
  }

  #keyIndexOf(scope: Scope, key: string): number {
    const indexes = this.#keyIndexes[scope];
    const known = indexes.get(key);
    if (known !== undefined) return known;
    const index = this.#keys.push({ scope, key }) - 1;
    this.#codesByValue.push(new Map());
    indexes.set(key, index);
    return index;
  }
}
