import { expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { embeddedRows } from './embedded-rows.ts';
import { urlTable } from './url-table.ts';

const usual = {
  queryPort: 16686,
  otlpHttpPort: 4318,
  otlpGrpcPort: 4317,
  thriftHttpPort: 14268,
  thriftCompactPort: 6831,
  thriftBinaryPort: 6832,
  zipkinPort: 9411,
  samplingPort: 5778,
};

function table(jaegerPorts: typeof usual): readonly string[] {
  const read = readConfig({});
  if (read.kind === 'errors') throw new Error('the configuration of the test is wrong');
  const system = { omikujiPort: 8080, jaegerPorts, firstDraws: Promise.resolve(0), counts: never, close: never };
  return urlTable(embeddedRows(read.config, system)).split('\n');
}

function never(): never {
  throw new Error('not to be called');
}

it('shows the inputs that few need in one row', () => {
  expect(table(usual)).toEqual([
    '  Omikuji app       http://127.0.0.1:8080',
    '  Jaeger query API  http://127.0.0.1:16686',
    '  Jaeger OTLP/HTTP  http://127.0.0.1:4318',
    '  Jaeger OTLP/gRPC  http://127.0.0.1:4317    also Thrift 14268, UDP 6831 and 6832, Zipkin 9411, sampling 5778',
  ]);
});

it('tells which of them are not where they usually are', () => {
  expect(table({ ...usual, otlpGrpcPort: 4319, thriftCompactPort: 6833, samplingPort: 5779 })[3]).toBe(
    '  Jaeger OTLP/gRPC  http://127.0.0.1:4319    4317 was taken; also Thrift 14268, UDP 6833 (6831 was taken) and 6832, Zipkin 9411, sampling 5779 (5778 was taken)',
  );
});
