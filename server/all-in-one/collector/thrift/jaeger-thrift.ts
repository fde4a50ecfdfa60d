import { MAX_ATTRIBUTES, MAX_EVENTS, MAX_LINKS } from '../limits.ts';
import {
  bool,
  bytes,
  double,
  i32,
  i64,
  list,
  optional,
  required,
  string,
  struct,
  type ThriftStruct,
} from './thrift-schema.ts';

/*
 * jaeger.thrift (jaegertracing/jaeger-idl v0.9.0) as data. Times and durations are microseconds, ids are signed. Fields that
 * Jaeger 2.20 does not look at are left out: the flags of a span, the number and the statistics of a batch.
 */

export const TAG_TYPE = { STRING: 0, DOUBLE: 1, BOOL: 2, LONG: 3, BINARY: 4 } as const;
export const REF_TYPE = { CHILD_OF: 0, FOLLOWS_FROM: 1 } as const;

const tagFields = {
  key: required(1, string),
  vType: required(2, i32),
  vStr: optional(3, string),
  vDouble: optional(4, double),
  vBool: optional(5, bool),
  vLong: optional(6, i64),
  vBinary: optional(7, bytes),
};
const tag = struct(tagFields);
const tags = list(tag, MAX_ATTRIBUTES);

const logFields = { timestamp: required(1, i64), fields: required(2, tags) };

const refFields = {
  refType: required(1, i32),
  traceIdLow: required(2, i64),
  traceIdHigh: required(3, i64),
  spanId: required(4, i64),
};

const spanFields = {
  traceIdLow: required(1, i64),
  traceIdHigh: required(2, i64),
  spanId: required(3, i64),
  parentSpanId: required(4, i64),
  operationName: required(5, string),
  references: optional(6, list(struct(refFields), MAX_LINKS)),
  startTime: required(8, i64),
  duration: required(9, i64),
  tags: optional(10, tags),
  logs: optional(11, list(struct(logFields), MAX_EVENTS)),
};

const processFields = { serviceName: required(1, string), tags: optional(2, tags) };

export type ThriftTag = ThriftStruct<typeof tagFields>;
export type ThriftLog = ThriftStruct<typeof logFields>;
export type ThriftRef = ThriftStruct<typeof refFields>;
export type ThriftSpan = ThriftStruct<typeof spanFields>;
export type ThriftProcess = ThriftStruct<typeof processFields>;

export const thriftSpan = struct(spanFields);
export const thriftProcess = struct(processFields);
