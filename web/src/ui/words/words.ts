import type { en } from './en.ts';
import type { lateEn } from './late-en.ts';

export type Locale = 'en' | 'ja';

/** Literal texts become `string`, functions keep their arguments: what a translation must provide. */
type Catalogue<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => infer R
      ? (...args: A) => R
      : Catalogue<T[K]>;
};

/** Every word of the first page and of what is loaded with it, by area. */
export type Words = Catalogue<typeof en>;

/** Every other word, by area. */
export type LateWords = Catalogue<typeof lateEn>;
