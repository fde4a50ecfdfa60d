/** A key and a value, both as text, that a span must have: on itself, on its events or on its resource. */
export interface TagCondition {
  readonly key: string;
  readonly value: string;
}

/** More than anybody types, and few enough for each span to be held against all of them. */
export const MAX_TAG_CONDITIONS = 20;

export type ParsedTagConditions =
  | { readonly kind: 'conditions'; readonly conditions: readonly TagCondition[] }
  | {
      readonly kind: 'error';
      /** Where in the text, in UTF-16 code units. */
      readonly at: number;
      readonly reason: 'no-key' | 'no-value' | 'open-quote' | 'too-many' | 'repeated-key';
    };

/**
 * Reads what is typed into the tags field of Jaeger's own UI, which is logfmt:
 *
 *     omikuji=凶 error=true http.url="a b" note="she said \"hi\""
 *     key=value  key=value  key="value"    a backslash takes the character after it as it is
 *
 * White space of any kind, also the ideographic space, stands between conditions. Quotes may stand around a key, a value or a
 * part of one; a condition given twice counts once. Every value is text.
 *
 * Where the UI guesses, this refuses: a key alone (`no-value`, the UI looks for `true`; the empty value is `key=""`), a value
 * alone (`no-key`), a quote that does not end (`open-quote`), a key with two values (`repeated-key`: the UI takes the last, and
 * Jaeger's parameter is a JSON object, which cannot hold both). Where the UI changes what was typed, this does not: `007`
 * stays `007`, and an equals sign within a value stays.
 *
 * Source: `convTagsLogfmt` of jaeger-ui with `logfmt/lib/logfmt_parser` 1.2.
 */
export function parseTagConditions(text: string): ParsedTagConditions {
  const values = new Map<string, string>();
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const key = readPart(text, at, '=');
    if (key === 'open-quote') return { kind: 'error', at, reason: 'open-quote' };
    if (key.text === '') return { kind: 'error', at, reason: 'no-key' };
    const valueAt = key.end + 1;
    if (text[key.end] !== '=') return { kind: 'error', at, reason: 'no-value' };
    const value = readPart(text, valueAt, undefined);
    if (value === 'open-quote') return { kind: 'error', at: valueAt, reason: 'open-quote' };
    if (value.end === valueAt) return { kind: 'error', at, reason: 'no-value' };
    const earlier = values.get(key.text);
    if (earlier !== undefined && earlier !== value.text) return { kind: 'error', at, reason: 'repeated-key' };
    if (earlier === undefined && values.size === MAX_TAG_CONDITIONS) return { kind: 'error', at, reason: 'too-many' };
    values.set(key.text, value.text);
    at = skipSpace(text, value.end);
  }
  return { kind: 'conditions', conditions: [...values].map(([key, value]) => ({ key, value })) };
}

/** What `parseTagConditions` reads as `conditions`, provided that it can: at most 20, no empty key, no key with two values. */
export function tagConditionsText(conditions: readonly TagCondition[]): string {
  return conditions.map(({ key, value }) => `${quoted(key)}=${quoted(value)}`).join(' ');
}

function quoted(text: string): string {
  return /^[^\s"\\=]+$/.test(text) ? text : `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

interface Part {
  readonly text: string;
  /** Index after its last character. */
  readonly end: number;
}

/** A key or a value: up to white space or `until`, both of which do not end it within quotes. */
function readPart(text: string, start: number, until: string | undefined): Part | 'open-quote' {
  let read = '';
  let isQuoted = false;
  let at = start;
  for (; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\' && at + 1 < text.length) {
      at++;
      read += text.charAt(at);
    } else if (char === '"') {
      isQuoted = !isQuoted;
    } else if (!isQuoted && (char === until || isSpace(char))) {
      break;
    } else {
      read += char;
    }
  }
  return isQuoted ? 'open-quote' : { text: read, end: at };
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && isSpace(text.charAt(at))) at++;
  return at;
}

function isSpace(char: string): boolean {
  return /\s/.test(char);
}
