import { BadThrift } from '../../../server/all-in-one/collector/thrift/bad-thrift.ts';
import { readAgentMessage } from '../../../server/all-in-one/collector/thrift/read-agent-message.ts';
import { readBatch, type ThriftBatch } from '../../../server/all-in-one/collector/thrift/read-batch.ts';
import { spansOfBatch } from '../../../server/all-in-one/collector/thrift/spans-of-batch.ts';
import { type ThriftEncoding, ThriftReader } from '../../../server/all-in-one/collector/thrift/thrift-reader.ts';
import { checkStoredSpans } from './check-stored-spans.ts';
import { only } from './only.ts';

/** Takes in a datagram as the agent does. */
export function readDatagram(input: Uint8Array, encoding: ThriftEncoding): void {
  checkBatch(() => {
    const message = readAgentMessage(new ThriftReader(Buffer.from(input), encoding));
    return message.kind === 'batch' ? message.batch : undefined;
  });
}

/** Takes in the body of a request to the collector. */
export function readThriftBody(input: Uint8Array): void {
  checkBatch(() => {
    const steps = readBatch(new ThriftReader(Buffer.from(input), 'binary'));
    let step = steps.next();
    while (!step.done) step = steps.next();
    return step.value;
  });
}

function checkBatch(read: () => ThriftBatch | undefined): void {
  const spans = only(BadThrift, () => {
    const batch = read();
    return batch === undefined ? [] : [...spansOfBatch(batch)];
  });
  checkStoredSpans((spans ?? []).filter((span) => span !== undefined));
}
