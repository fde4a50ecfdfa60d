import { expect, it } from 'vitest';
import { BadThrift } from './bad-thrift.ts';
import { readBatch } from './read-batch.ts';
import { testingBatch, testingThriftSpan } from './testing/testing-batch.ts';
import { batchBody } from './testing/write-batch.ts';
import { ThriftReader } from './thrift-reader.ts';

it('pauses after each span', () => {
  const body = batchBody(testingBatch(testingThriftSpan(), testingThriftSpan(), testingThriftSpan()));
  const steps = readBatch(new ThriftReader(body, 'binary'));
  let pauses = 0;
  for (let step = steps.next(); !step.done; step = steps.next()) pauses++;
  expect(pauses).toBe(3);
});

it('refuses more spans than one message may have, before it reads any', () => {
  // Field 2, a list of 100 001 structs, and enough bytes to hold them.
  const header = Buffer.from('0f00020c000186a1', 'hex');
  const steps = readBatch(new ThriftReader(Buffer.concat([header, Buffer.alloc(100_001)]), 'binary'));
  expect(() => steps.next()).toThrow(new BadThrift('more than 100000 spans'));
});
