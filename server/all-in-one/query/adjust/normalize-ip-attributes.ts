import type { Attribute, StoredSpan } from '../../store/stored-span.ts';
import { once } from './once.ts';

const IP_KEYS: ReadonlySet<string> = new Set(['ip', 'peer.ipv4']);

/** Old clients send IPv4 addresses as numbers; they become `a.b.c.d`. */
export function normalizeIpAttributes(spans: readonly StoredSpan[]): readonly StoredSpan[] {
  const normalizedResource = once((resource: StoredSpan['resource']) => normalized(resource));
  return spans.map((span) => ({ ...normalized(span), resource: normalizedResource(span.resource) }));
}

function normalized<T extends { readonly attributes: readonly Attribute[] }>(owner: T): T {
  if (!owner.attributes.some(({ key }) => IP_KEYS.has(key))) return owner;
  return { ...owner, attributes: owner.attributes.map(normalizedAttribute) };
}

function normalizedAttribute(attribute: Attribute): Attribute {
  const { key, value } = attribute;
  if (!IP_KEYS.has(key) || (value.type !== 'int' && value.type !== 'double')) return attribute;
  const address = Number(BigInt.asUintN(32, BigInt(Math.trunc(Number(value.value)) || 0)));
  const text = [24, 16, 8, 0].map((shift) => (address >>> shift) & 0xff).join('.');
  return { key, value: { type: 'string', value: text } };
}
