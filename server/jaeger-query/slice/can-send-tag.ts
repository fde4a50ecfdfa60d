import type { TagCondition } from '#core/jaeger/tag-conditions.ts';

/**
 * May a condition go to Jaeger? Only where what it answers then holds every trace that we mean (`hasTagConditions`), whatever
 * its version and storage: it is filtered again here, but what was never sent cannot come back.
 *
 *     not sent                                   because
 *     keys error, span.*, scope.*, resource.*,   Jaeger 2.20 on memory looks into the span's own fields instead of its tags, and
 *       otel.*, event.*, link.*                  reads error=false as status OK; 1.76 and 2.13 look into the tags
 *     keys event, message                        memory of 2.x does not search names of events
 *     keys status.*, service.name, w3c.*         made or moved by the translation between Jaeger's and OTLP's model
 *     keys with @, internal.*                    Jaeger's own notes
 *     keys of other characters than letters,     part of a field's name on search servers
 *       digits and _ . : / -
 *     reserved ? + * | { } [ ] ( ) " \ # & < > ~ search servers take the value as an anchored Lucene regexp; `.` and `@` may
 *       and control characters                   stay: the one takes any character, the other any text, so also themselves
 *     256 bytes and more, and nothing            Cassandra leaves it out of its index, search servers above 256 characters
 *     { and [ (reserved anyway)                  Cassandra does not index JSON objects; 1.x and 2.x write lists differently
 *     numbers, but whole ones of 1 to 9 digits   a float is written with 10 digits on Cassandra and search servers, with an
 *       without a leading zero, and but 0        exponent here and there; -0 is `-0` on memory of 2.20 and `0` in answers
 *     halves of a surrogate pair                 no UTF-8
 *
 * Sources, of Jaeger v1.76 and main: `internal/storage/v2/memory/tenant.go` (validSpan), `v1/memory/memory.go` (validSpan),
 * `v1/cassandra/spanstore/writer.go` (shouldIndexTag), `v1/elasticsearch/spanstore/reader.go` (buildTagQuery),
 * `v1/badger/spanstore/reader.go` (serviceQueries), `v2/clickhouse/tracestore/query_builder.go`; jaeger-idl
 * `model/v1/keyvalue.go` (AsString).
 */
export function canSendTag({ key, value }: TagCondition): boolean {
  return (
    PLAIN_KEY.test(key) &&
    !SPECIAL_KEY.test(key) &&
    byteLength(key) < MAX_BYTES &&
    value !== '' &&
    value.isWellFormed() &&
    !RESERVED.test(value) &&
    byteLength(value) < MAX_BYTES &&
    (!isNumberLike(value) || SAME_NUMBER.test(value))
  );
}

const MAX_BYTES = 256;
const PLAIN_KEY = /^[\p{L}\p{N}_.:/-]+$/u;
const SPECIAL_KEY =
  /^(?:error|event|message|service\.name)$|^(?:span|scope|resource|otel|event|link|status|w3c|internal)\./;
const RESERVED = /[?+*|{}[\]()"\\#&<>~\p{Cc}]/u;
const SAME_NUMBER = /^-?[1-9]\d{0,8}$/;

function isNumberLike(value: string): boolean {
  return !Number.isNaN(Number(value)) || /^[+-]?(?:nan|inf|infinity)$/i.test(value);
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
