import type { Attribute, SpanKind } from '../trace/trace.ts';

/**
 * Sorts the tags of one span, in the order of the legacy dialect. Two kinds of tag are no attributes: `span.kind`, which
 * becomes the kind (the last one if it is there twice; one that names no kind stays an attribute), and what Jaeger notes
 * for itself: `internal.span.format` (up to v1.66), `@jaeger@format`, `@jaeger@warnings`. `error` and
 * `otel.status_code` make it an error and stay.
 */
export class SpanTags {
  kind: SpanKind = 'unspecified';
  isError = false;
  /** The span was written by a v1 collector that puts the parent behind the links. */
  isParentLast = false;
  /** All others, in the order they were added. */
  readonly attributes: Attribute[];

  /** `first`: attributes that are taken as they are. */
  constructor(first: readonly Attribute[] = []) {
    this.attributes = first.slice();
  }

  add(tag: Attribute): void {
    switch (tag.key) {
      case 'span.kind': {
        const named = spanKindOf(tag.value);
        if (named === undefined) this.attributes.push(tag);
        else this.kind = named;
        return;
      }
      case 'internal.span.format':
        this.isParentLast = tag.value === 'proto';
        return;
      case '@jaeger@format':
      case '@jaeger@warnings':
        return;
      case 'error':
        this.isError ||= tag.value === 'true';
        break;
      case 'otel.status_code':
        this.isError ||= tag.value === 'ERROR';
        break;
    }
    this.attributes.push(tag);
  }
}

function spanKindOf(value: string): SpanKind | undefined {
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
