import { Thrift } from 'thrift';
import { BadThrift } from './bad-thrift.ts';
import { readBatch, type ThriftBatch } from './read-batch.ts';
import type { ThriftReader } from './thrift-reader.ts';

const BATCH = 1;

export type AgentMessage =
  | { readonly kind: 'batch'; readonly batch: ThriftBatch }
  | { readonly kind: 'unsupported'; readonly method: string };

/**
 * A message to jaeger-agent (agent.thrift): `emitBatch(1: Batch)`. Whether it is a call or oneway does not matter: clients
 * send both. `emitZipkinBatch`, which Jaeger 2.20 does not take either, is unsupported.
 *
 *     header of the message | args { 1: Batch } |
 *
 * @throws BadThrift
 */
export function readAgentMessage(reader: ThriftReader): AgentMessage {
  const method = reader.messageName();
  if (method !== 'emitBatch') return { kind: 'unsupported', method };
  let batch: ThriftBatch | undefined;
  for (const { id, type } of reader.fields()) {
    if (id === BATCH && type === Thrift.Type.STRUCT) batch = finish(readBatch(reader));
    else reader.skip(type);
  }
  if (batch === undefined) throw new BadThrift('emitBatch without a batch');
  return { kind: 'batch', batch };
}

/** A datagram is small enough to be read without a pause. */
function finish<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
