/** Gives each distinct text a code: 0, 1, 2 … in the order of their first coming. */
export class TextInterner {
  readonly #codes = new Map<string, number>();
  readonly #texts: string[] = [];

  /** Per code. Grows; never changes otherwise. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  codeOf(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.#texts.push(text) - 1;
    this.#codes.set(text, code);
    return code;
  }
}
