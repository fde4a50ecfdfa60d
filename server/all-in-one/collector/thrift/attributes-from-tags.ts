import type { AttributeValue } from '../../store/stored-span.ts';
import { TAG_TYPE, type ThriftTag } from './jaeger-thrift.ts';

/** The attributes that tags stand for. Of several with one key the last counts, in the place of the first. */
export function attributesFromTags(tags: readonly ThriftTag[]): Map<string, AttributeValue> {
  return new Map(tags.map((tag) => [tag.key, attributeValue(tag)]));
}

/** A value that is not there is the zero of its type, as in Go. */
function attributeValue(tag: ThriftTag): AttributeValue {
  switch (tag.vType) {
    case TAG_TYPE.STRING:
      return { type: 'string', value: tag.vStr ?? '' };
    case TAG_TYPE.DOUBLE:
      return { type: 'double', value: tag.vDouble ?? 0 };
    case TAG_TYPE.BOOL:
      return { type: 'bool', value: tag.vBool ?? false };
    case TAG_TYPE.LONG:
      return { type: 'int', value: tag.vLong ?? 0n };
    case TAG_TYPE.BINARY:
      return { type: 'bytes', value: tag.vBinary ?? new Uint8Array() };
    default:
      return { type: 'string', value: '<Unknown Jaeger TagType "<UNSET>">' };
  }
}
