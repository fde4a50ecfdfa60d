/** `ja` for a text with kana or Han characters, so that an English page draws them with Japanese glyphs; for the `lang` attribute. */
export function langOf(text: string): 'ja' | undefined {
  return /[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d]/.test(text)
    ? 'ja'
    : undefined;
}
