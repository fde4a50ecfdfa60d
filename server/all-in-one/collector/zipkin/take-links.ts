import type { SpanLink } from '../../store/stored-span.ts';
import { attributesFromJson } from './annotation-parts.ts';

const MAX_LINKS = 128;
const LINK = /^"?([0-9a-f]{32})"?\|"?([0-9a-f]{16})"?\|([^|]*)\|(.*)\|(\d{1,9})$/is;

/**
 * The links of a span, taken out of its tags: OpenTelemetry's exporters for Zipkin write them as `otlp.link.0`, `otlp.link.1`, …
 * with `traceId|spanId|traceState|{attributes}|dropped`. A tag of that name with another text stays a tag. The tags are the
 * caller's own.
 */
export function takeLinks(tags: Map<string, string>): readonly SpanLink[] {
  const links: SpanLink[] = [];
  for (let index = 0; index < MAX_LINKS; index++) {
    const key = `otlp.link.${index}`;
    const text = tags.get(key);
    if (text === undefined) break;
    const link = linkOf(text);
    if (link === undefined) continue;
    links.push(link);
    tags.delete(key);
  }
  return links;
}

function linkOf(text: string): SpanLink | undefined {
  const [, traceId = '', spanId = '', traceState = '', json = '', dropped = ''] = LINK.exec(text) ?? [];
  const attributes = attributesFromJson(json);
  if (attributes === undefined) return undefined;
  return {
    traceId: traceId.toLowerCase(),
    spanId: spanId.toLowerCase(),
    traceState,
    flags: 0,
    attributes,
    droppedAttributes: Number(dropped),
  };
}
