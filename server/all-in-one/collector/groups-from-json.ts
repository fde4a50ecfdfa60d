import { type DescMessage, fromJson, type JsonObject, type JsonValue, type MessageShape } from '@bufbuild/protobuf';
import { BadOtlp } from './bad-otlp.ts';
import { InstrumentationScopeSchema, ResourceSchema, type Span, SpanSchema } from './otlp_pb.ts';
import type { SpanGroup } from './span-group.ts';

/*
 * OTLP/JSON is protobuf's JSON but for one thing: trace ids and span ids are hex and not base64. So they are rewritten and
 * protobuf's own reader does the rest: 64-bit numbers as number or text, enums as number or name, camelCase or snake_case,
 * unknown fields passed over.
 */

/**
 * The groups of an OTLP request in JSON.
 *
 * @throws BadOtlp where the text is no such message; for a single span only when it is reached
 */
export function groupsFromJson(body: string): readonly SpanGroup[] {
  return list(parseObject(body), 'resourceSpans', 'resource_spans').flatMap((resourceSpans) => {
    const resource = decode(ResourceSchema, field(resourceSpans, 'resource') ?? {});
    const resourceSchemaUrl = text(resourceSpans, 'schemaUrl', 'schema_url');
    return list(resourceSpans, 'scopeSpans', 'scope_spans').map((scopeSpans) => {
      const scope = field(scopeSpans, 'scope');
      return {
        resource,
        resourceSchemaUrl,
        scope: scope === undefined ? undefined : decode(InstrumentationScopeSchema, scope),
        scopeSchemaUrl: text(scopeSpans, 'schemaUrl', 'schema_url'),
        spans: decodeSpans(list(scopeSpans, 'spans')),
      };
    });
  });
}

function parseObject(body: string): JsonObject {
  let value: JsonValue;
  try {
    value = JSON.parse(body);
  } catch (cause) {
    throw new BadOtlp(`cannot read JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  return object(value, 'the request');
}

function* decodeSpans(spans: readonly JsonObject[]): Generator<Span> {
  for (const span of spans) {
    const links = list(span, 'links').map(withBase64Ids);
    yield decode(SpanSchema, { ...withBase64Ids(span), links });
  }
}

const ID_FIELDS = ['traceId', 'trace_id', 'spanId', 'span_id', 'parentSpanId', 'parent_span_id'] as const;

function withBase64Ids(message: JsonObject): JsonObject {
  const ids: JsonObject = {};
  for (const name of ID_FIELDS) {
    const id = message[name];
    if (id === undefined || id === null) continue;
    if (typeof id !== 'string' || id.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(id)) {
      throw new BadOtlp(`invalid ${name}: hex digits expected`);
    }
    ids[name] = Buffer.from(id, 'hex').toString('base64');
  }
  return { ...message, ...ids };
}

function decode<Schema extends DescMessage>(schema: Schema, json: JsonValue): MessageShape<Schema> {
  try {
    return fromJson(schema, json, { ignoreUnknownFields: true });
  } catch (cause) {
    throw new BadOtlp(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function field(message: JsonObject, ...names: readonly string[]): JsonValue | undefined {
  for (const name of names) {
    const value = message[name];
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

function text(message: JsonObject, ...names: readonly string[]): string {
  const value = field(message, ...names) ?? '';
  if (typeof value !== 'string') throw new BadOtlp(`${names[0]} is not a text`);
  return value;
}

function list(message: JsonObject, ...names: readonly string[]): readonly JsonObject[] {
  const value = field(message, ...names);
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new BadOtlp(`${names[0]} is not a list`);
  return value.map((item) => object(item, `an item of ${names[0]}`));
}

function object(value: JsonValue, what: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadOtlp(`${what} is not an object`);
  return value;
}
