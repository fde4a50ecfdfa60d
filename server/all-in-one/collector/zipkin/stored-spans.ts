import type { SpanResource, SpanScope, StoredSpan } from '../../store/stored-span.ts';
import { yielder } from '../../yield-to-others.ts';
import { MAX_SPANS } from '../limits.ts';
import { BadZipkin } from './bad-zipkin.ts';
import { resourceFromZipkin, scopeFromZipkin, spanFromZipkin } from './span-from-zipkin.ts';
import type { ZipkinSpan } from './zipkin-span.ts';

/**
 * The spans to store, and how many were refused for an all-zero id. Other work of the process gets its turn in between.
 *
 * What the tags of a span say of its process counts for all spans of its service in the request, as in Jaeger 2.20: the first
 * of them speaks, those without a library before the others.
 *
 * @throws BadZipkin at the first span that cannot be read, or where there are too many
 */
export async function storedSpans(
  sent: Iterable<ZipkinSpan>,
): Promise<{ readonly spans: readonly StoredSpan[]; readonly refused: number }> {
  const giveWay = yielder();
  const all: ZipkinSpan[] = [];
  for (const span of sent) {
    if (all.length >= MAX_SPANS) throw new BadZipkin(`more than ${MAX_SPANS} spans`);
    all.push(span);
    await giveWay();
  }
  const resources = resourcesByService(all);
  const scopes = new Map<string, SpanScope>();
  const spans: StoredSpan[] = [];
  for (const span of all) {
    const resource = resources.get(serviceOf(span)) ?? resourceFromZipkin(span);
    const stored = spanFromZipkin(span, resource, shared(scopes, scopeFromZipkin(span)));
    if (stored !== undefined) spans.push(stored);
    await giveWay();
  }
  return { spans, refused: all.length - spans.length };
}

function resourcesByService(spans: readonly ZipkinSpan[]): ReadonlyMap<string, SpanResource> {
  const speakers = new Map<string, { readonly span: ZipkinSpan; readonly library: string }>();
  for (const span of spans) {
    const { name: library } = scopeFromZipkin(span);
    const speaker = speakers.get(serviceOf(span));
    if (speaker === undefined || library < speaker.library) speakers.set(serviceOf(span), { span, library });
  }
  return new Map(Array.from(speakers, ([service, { span }]) => [service, resourceFromZipkin(span)]));
}

/** Spans of one library share one scope. */
function shared(scopes: Map<string, SpanScope>, scope: SpanScope): SpanScope {
  const key = JSON.stringify([scope.name, scope.version]);
  const known = scopes.get(key) ?? scope;
  scopes.set(key, known);
  return known;
}

function serviceOf({ local }: ZipkinSpan): string {
  return local?.serviceName ?? '';
}
