import fc from 'fast-check';

type Step = number | string;

/** The way to every value within `json`, that of the whole first. */
export function placesOf(json: unknown, here: readonly Step[] = []): readonly (readonly Step[])[] {
  if (typeof json !== 'object' || json === null) return [here];
  const steps: readonly Step[] = Array.isArray(json) ? [...json.keys()] : Object.keys(json);
  return [here, ...steps.flatMap((step) => placesOf(Reflect.get(json, step), [...here, step]))];
}

/** The value with another in the place, or without anything there: a list has a hole then. */
export function changedAt(json: unknown, place: readonly Step[], replacement: unknown): unknown {
  const [step, ...rest] = place;
  if (step === undefined) return replacement;
  if (typeof json !== 'object' || json === null) return json;
  const copy: object = Array.isArray(json) ? [...json] : { ...json };
  if (rest.length === 0 && replacement === undefined) Reflect.deleteProperty(copy, step);
  else Reflect.set(copy, step, changedAt(Reflect.get(json, step), rest, replacement));
  return copy;
}

/**
 * Values of JSON out of `texts`, with up to three places taken away or replaced by one of `replacements`, which are JSON
 * too: nearly right, and damaged anywhere.
 */
export function mutatedJson(texts: fc.Arbitrary<string>, replacements: readonly string[]): fc.Arbitrary<unknown> {
  const change = fc.record({ at: fc.nat(), to: fc.option(fc.constantFrom(...replacements)) });
  return fc.record({ json: texts, changes: fc.array(change, { maxLength: 3 }) }).map(({ json, changes }) => {
    let wire: unknown = JSON.parse(json);
    for (const { at, to } of changes) {
      const places = placesOf(wire);
      wire = changedAt(wire, places[at % places.length]!, to === null ? undefined : JSON.parse(to));
    }
    return wire;
  });
}
