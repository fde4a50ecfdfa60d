import { isIP, SocketAddress } from 'node:net';
import * as z from 'zod';
import { BadZipkin } from './bad-zipkin.ts';
import { parseJson } from './parse-json.ts';
import type { ZipkinEndpoint, ZipkinSpan } from './zipkin-span.ts';

const hexId = (digits: number) => z.string().regex(new RegExp(`^[0-9a-fA-F]{1,${digits}}$`), 'hex digits expected');
const micros = z.int().min(0);
const address = z
  .string()
  .refine((text) => text === '' || (isIP(text) !== 0 && !text.includes('%')), 'an IP address expected');

const endpoint = z.object({
  serviceName: z.string().nullish(),
  ipv4: address.nullish(),
  ipv6: address.nullish(),
  port: z.int().min(0).max(65_535).nullish(),
});

const span = z.object({
  traceId: hexId(32).nullish(),
  id: hexId(16).refine((id) => !/^0*$/.test(id), 'valid span id required'),
  parentId: hexId(16).nullish(),
  name: z.string().nullish(),
  kind: z.string().nullish(),
  timestamp: micros.nullish(),
  duration: micros.nullish(),
  localEndpoint: endpoint.nullish(),
  remoteEndpoint: endpoint.nullish(),
  annotations: z.array(z.object({ timestamp: micros.min(1), value: z.string().nullish() })).nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
});

/** Of tags or annotations: with more, what is wrong with each of them would fill the memory. */
const MAX_PARTS = 100_000;
const MAX_MESSAGE_LENGTH = 200;

/**
 * The spans of a request in JSON, checked one by one as they are asked for.
 *
 * @throws BadZipkin where the text is no list; for a single span only when it is reached
 */
export function spansFromJson(body: string): Iterable<ZipkinSpan> {
  const parsed = parseJson(body);
  if (!parsed.ok) throw new BadZipkin(parsed.message);
  const items = parsed.value ?? [];
  if (!Array.isArray(items)) throw new BadZipkin('a list of spans expected');
  return checked(items);
}

function* checked(items: readonly unknown[]): Generator<ZipkinSpan> {
  for (const item of items) {
    if (item !== null) yield spanOf(item);
  }
}

function spanOf(item: unknown): ZipkinSpan {
  if (parts(item, 'annotations') > MAX_PARTS || parts(item, 'tags') > MAX_PARTS) {
    throw new BadZipkin(`a span with more than ${MAX_PARTS} tags or annotations`);
  }
  const parsed = span.safeParse(item);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new BadZipkin(`${issue?.path.join('.')}: ${issue?.message}`.slice(0, MAX_MESSAGE_LENGTH));
  }
  const { data } = parsed;
  return {
    traceId: (data.traceId ?? '').toLowerCase().padStart(32, '0'),
    id: data.id.toLowerCase().padStart(16, '0'),
    parentId: data.parentId?.toLowerCase().padStart(16, '0'),
    name: data.name ?? '',
    kind: data.kind ?? '',
    timestamp: data.timestamp ? BigInt(data.timestamp) : undefined,
    duration: BigInt(data.duration ?? 0),
    local: endpointOf(data.localEndpoint),
    remote: endpointOf(data.remoteEndpoint),
    annotations: (data.annotations ?? []).map(({ timestamp, value }) => ({
      timestamp: BigInt(timestamp),
      value: value ?? '',
    })),
    tags: Object.entries(data.tags ?? {}),
  };
}

function parts(item: unknown, field: 'annotations' | 'tags'): number {
  if (typeof item !== 'object' || item === null || !Object.hasOwn(item, field)) return 0;
  const value = (item as Readonly<Record<string, unknown>>)[field];
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

function endpointOf(given: z.infer<typeof endpoint> | null | undefined): ZipkinEndpoint | undefined {
  if (!given) return undefined;
  return {
    serviceName: given.serviceName ?? '',
    address: addressText(given.ipv6 || given.ipv4 || ''),
    port: given.port ?? 0,
  };
}

/** In the usual spelling of an address. */
function addressText(text: string): string | undefined {
  if (text === '') return undefined;
  return new SocketAddress({ address: text, family: isIP(text) === 6 ? 'ipv6' : 'ipv4' }).address;
}
