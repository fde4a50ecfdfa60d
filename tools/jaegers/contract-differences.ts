import { compareVersions } from './compare-versions.ts';

/** What a version keeps differently from our embedded Jaeger, which follows 2.20. Whatever else differs is a fault. */
export interface ContractDifference {
  readonly why: string;
  /** Versions that are known to have it: where it is gone from one, it is to be gone from here. */
  readonly seenIn: readonly string[];
  /** The oldest that is known not to have it; those between may have it. */
  readonly goneIn: string;
  readonly there: RegExp;
  /** What the embedded one says instead. */
  readonly embedded: string;
}

const ONLY_148 = { seenIn: ['1.48'], goneIn: '1.76' };
const UP_TO_213 = { seenIn: ['1.48', '1.76', '2.13'], goneIn: '2.20' };

/** Applied to the drawings of traces, in this order. */
const CONTRACT_DIFFERENCES: readonly ContractDifference[] = [
  {
    why: 'v1.48 has the older names of the scope',
    ...ONLY_148,
    there: /otel\.library\./g,
    embedded: 'otel.scope.',
  },
  {
    why: 'v1.48 turns bytes into text',
    ...ONLY_148,
    there: /bytes(\.empty)?=\S*$/gm,
    embedded: '$& (binary)',
  },
  {
    why: 'up to v2.13 the JSON of an array escapes < and >',
    ...UP_TO_213,
    there: /\\u003c凶\\u003e/g,
    embedded: '<凶>',
  },
  {
    why: 'v1.48 tells that a duration is negative, by a number near 2^64; the others say 0',
    ...ONLY_148,
    there: / {2}\[negative-duration\]/,
    embedded: '',
  },
  {
    why: 'v1.48 has other words for a service without a name',
    ...ONLY_148,
    there: /(empty-service-name|OTLPResourceNoServiceName)(?= no |.*host\.name=x)/g,
    embedded: 'missing-service-name',
  },
  {
    why: 'v1.48 has other words for a service name that is a number',
    ...ONLY_148,
    there: /empty-service-name(?= service\.name is a number)/g,
    embedded: 'service-name-wrong-type',
  },
  {
    why: 'up to v2.13 an empty span name stays empty',
    ...UP_TO_213,
    there: /^names {2}\(/,
    embedded: 'names empty-span-name (',
  },
];

/** What a version of a real Jaeger may tell in its own way. */
export function differencesOf(version: string): readonly ContractDifference[] {
  return CONTRACT_DIFFERENCES.filter(({ goneIn }) => compareVersions(version, goneIn) < 0);
}

/** Jaeger 1 reads its tags back into OTLP for v3: one that is called like a field of it becomes the field, or is lost. */
export const LOST_OVER_V3 = /\n *tag (error|otel\.status_code|span\.kind)=.*/g;

/** The recorded ones were asked without `raw`: Jaeger drops exact duplicates then, and gives spans that share an id one of their own. */
export const WITHOUT_RAW = / {2}\[(duplicate-span|shared-span-id)\]/g;
