import type { Attribute, StoredSpan } from '../../store/stored-span.ts';
import { once } from './once.ts';

/** All attributes in the order of their keys. Events are not ordered here: the answer has them in the order of time. */
export function sortAttributes(spans: readonly StoredSpan[]): readonly StoredSpan[] {
  const sortedResource = once((resource: StoredSpan['resource']) => withSorted(resource));
  const sortedScope = once((scope: StoredSpan['scope']) => withSorted(scope));
  return spans.map((span) => ({
    ...withSorted(span),
    events: span.events.map(withSorted),
    links: span.links.map(withSorted),
    resource: sortedResource(span.resource),
    scope: sortedScope(span.scope),
  }));
}

function withSorted<T extends { readonly attributes: readonly Attribute[] }>(owner: T): T {
  return { ...owner, attributes: owner.attributes.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)) };
}
