import type { Attribute, SpanResource, StoredSpan } from '../../store/stored-span.ts';
import { valueText } from '../../store/value-text.ts';
import { withWarning } from './with-warning.ts';

const LIBRARY_KEYS: ReadonlySet<string> = new Set([
  'telemetry.sdk.language',
  'telemetry.sdk.name',
  'telemetry.sdk.version',
  'telemetry.distro.name',
  'telemetry.distro.version',
]);

/** What tells of the tracing library belongs to the process: it is moved there, unless the process says otherwise already. */
export function moveLibraryAttributes(spans: readonly StoredSpan[]): readonly StoredSpan[] {
  const resources = new Map<SpanResource, SpanResource>();
  const moved = spans.map((span) => {
    let kept = span;
    for (const attribute of span.attributes) {
      if (!LIBRARY_KEYS.has(attribute.key)) continue;
      const resource = resources.get(span.resource) ?? span.resource;
      const known = resource.attributes.find(({ key }) => key === attribute.key);
      if (known !== undefined && !isSame(known, attribute)) {
        kept = withWarning(kept, `conflicting values between Span and Resource for attribute ${attribute.key}`);
        continue;
      }
      if (known === undefined) {
        resources.set(span.resource, { ...resource, attributes: [...resource.attributes, attribute] });
      }
      kept = { ...kept, attributes: kept.attributes.filter((other) => other !== attribute) };
    }
    return kept;
  });
  if (resources.size === 0) return moved;
  return moved.map((span) => ({ ...span, resource: resources.get(span.resource) ?? span.resource }));
}

function isSame(a: Attribute, b: Attribute): boolean {
  return a.value.type === b.value.type && valueText(a.value) === valueText(b.value);
}
