/** What a version keeps differently from our embedded Jaeger, which follows 2.20. Whatever else differs is a fault. */
export interface ContractDifference {
  readonly why: string;
  readonly backends: readonly string[];
  readonly there: RegExp;
  /** What the embedded one says instead. */
  readonly embedded: string;
}

const UP_TO_213 = ['1.48', '1.76', '2.13'];

/** Applied to the drawings of traces, in this order. */
export const CONTRACT_DIFFERENCES: readonly ContractDifference[] = [
  {
    why: 'v1.48 has the older names of the scope',
    backends: ['1.48'],
    there: /otel\.library\./g,
    embedded: 'otel.scope.',
  },
  {
    why: 'v1.48 turns bytes into text',
    backends: ['1.48'],
    there: /bytes(\.empty)?=\S*$/gm,
    embedded: '$& (binary)',
  },
  {
    why: 'up to v2.13 the JSON of an array escapes < and >',
    backends: UP_TO_213,
    there: /\\u003c凶\\u003e/g,
    embedded: '<凶>',
  },
  {
    why: 'v1.48 tells that a duration is negative, by a number near 2^64; the others say 0',
    backends: ['1.48'],
    there: / {2}\[negative-duration\]/,
    embedded: '',
  },
  {
    why: 'v1.48 has other words for a service without a name',
    backends: ['1.48'],
    there: /(empty-service-name|OTLPResourceNoServiceName)(?= no |.*host\.name=x)/g,
    embedded: 'missing-service-name',
  },
  {
    why: 'v1.48 has other words for a service name that is a number',
    backends: ['1.48'],
    there: /empty-service-name(?= service\.name is a number)/g,
    embedded: 'service-name-wrong-type',
  },
  {
    why: 'up to v2.13 an empty span name stays empty',
    backends: UP_TO_213,
    there: /^names {2}\(/,
    embedded: 'names empty-span-name (',
  },
];

/** The recorded ones were asked without `raw`: Jaeger drops exact duplicates then, and gives spans that share an id one of their own. */
export const WITHOUT_RAW = / {2}\[(duplicate-span|shared-span-id)\]/g;
