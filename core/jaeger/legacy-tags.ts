import type { Attribute, SpanKind } from '../trace/trace.ts';
import { decodeKeyValue } from './key-values.ts';
import type { LegacyKeyValue } from './legacy-wire.ts';

export interface DecodedTags {
  readonly kind: SpanKind;
  readonly isError: boolean;
  /** The span was written by a v1 collector that puts the parent behind the links. */
  readonly isParentLast: boolean;
  /** All others, in the order of the wire. */
  readonly attributes: readonly Attribute[];
}

const NO_TAGS: DecodedTags = { kind: 'unspecified', isError: false, isParentLast: false, attributes: [] };

/**
 * Takes a span's tags apart. Two kinds of tag are no attributes: `span.kind`, which becomes the kind (the last one if
 * it is there twice; one that names no kind stays an attribute), and what Jaeger notes for itself:
 * `internal.span.format` (up to v1.66), `@jaeger@format`, `@jaeger@warnings`. `error` and `otel.status_code` make it an
 * error and stay.
 */
export function decodeLegacyTags(wire: readonly LegacyKeyValue[] | null | undefined): DecodedTags {
  if (wire == null || wire.length === 0) return NO_TAGS;
  let kind: SpanKind = 'unspecified';
  let isError = false;
  let isParentLast = false;
  const attributes: Attribute[] = [];
  for (const tag of wire) {
    switch (tag.key) {
      case 'span.kind': {
        const named = spanKindOf(tag.value);
        if (named === undefined) attributes.push(decodeKeyValue(tag));
        else kind = named;
        break;
      }
      case 'internal.span.format':
        isParentLast = tag.value === 'proto';
        break;
      case '@jaeger@format':
      case '@jaeger@warnings':
        break;
      case 'error':
        isError ||= tag.value === true || tag.value === 'true';
        attributes.push(decodeKeyValue(tag));
        break;
      case 'otel.status_code':
        isError ||= tag.value === 'ERROR';
        attributes.push(decodeKeyValue(tag));
        break;
      default:
        attributes.push(decodeKeyValue(tag));
    }
  }
  return { kind, isError, isParentLast, attributes };
}

function spanKindOf(value: LegacyKeyValue['value']): SpanKind | undefined {
  switch (value) {
    case 'internal':
    case 'server':
    case 'client':
    case 'producer':
    case 'consumer':
      return value;
    default:
      return undefined;
  }
}
