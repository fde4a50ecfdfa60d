import type { FuzzTarget } from './fuzz-target.ts';
import { arrow } from './targets/arrow.ts';
import { jaegerQuery } from './targets/jaeger-query.ts';
import { kujiQuery } from './targets/kuji-query.ts';
import { legacyJson } from './targets/legacy-json.ts';
import { otlpJson } from './targets/otlp-json.ts';
import { otlpProtobuf } from './targets/otlp-protobuf.ts';
import { pageQuery } from './targets/page-query.ts';
import { thriftBinary, thriftCompact, thriftHttp } from './targets/thrift.ts';
import { v3Json } from './targets/v3-json.ts';
import { zipkinJson, zipkinProtobuf } from './targets/zipkin.ts';

/** Everything that reads what others have written. */
export const ALL_TARGETS: Readonly<Record<string, () => FuzzTarget | Promise<FuzzTarget>>> = {
  'legacy-json': legacyJson,
  'v3-json': v3Json,
  'otlp-json': otlpJson,
  'otlp-protobuf': otlpProtobuf,
  'thrift-compact': thriftCompact,
  'thrift-binary': thriftBinary,
  'thrift-http': thriftHttp,
  'zipkin-json': zipkinJson,
  'zipkin-protobuf': zipkinProtobuf,
  'kuji-query': kujiQuery,
  'jaeger-query': jaegerQuery,
  'page-query': pageQuery,
  arrow,
};

export const TARGET_NAMES = Object.keys(ALL_TARGETS);

/** @throws RangeError where there is none of this name */
export async function targetNamed(name: string): Promise<FuzzTarget> {
  const make = Object.hasOwn(ALL_TARGETS, name) ? ALL_TARGETS[name] : undefined;
  if (make === undefined) throw new RangeError(`there is no ${name}; there are ${TARGET_NAMES.join(', ')}`);
  return await make();
}
