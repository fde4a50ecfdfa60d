import type { Log } from '#core/log.ts';
import type { ReceiverMeter } from '../collector/receiver-meter.ts';
import type { SpanSink } from '../collector/span-sink.ts';
import { BadThrift } from '../collector/thrift/bad-thrift.ts';
import { readAgentMessage } from '../collector/thrift/read-agent-message.ts';
import { spansOfBatch } from '../collector/thrift/spans-of-batch.ts';
import { type ThriftEncoding, ThriftReader } from '../collector/thrift/thrift-reader.ts';
import type { Listening } from '../listen.ts';
import { DatagramQueue } from './datagram-queue.ts';
import { listenUdp } from './listen-udp.ts';

export interface AgentOptions {
  readonly encoding: ThriftEncoding;
  readonly sink: SpanSink;
  readonly meter: ReceiverMeter;
  readonly log: Log;
  readonly host: string;
  readonly port: number;
}

/** As jaeger-agent has it: no client sends more in one datagram. */
const MAX_DATAGRAM_BYTES = 65_000;
const QUEUE_LIMITS = { maxDatagrams: 1_000, maxBytes: 16 * 1024 * 1024 };

/**
 * What jaeger-agent did, and Jaeger 2.20 does itself: spans in Thrift over UDP. Nobody is answered; whatever cannot be taken
 * is counted.
 *
 * @throws the error of Node, `code` `EADDRINUSE` and `port` where the port is taken
 */
export function listenAgent({ encoding, sink, meter, log, host, port }: AgentOptions): Promise<Listening> {
  function take(bytes: Buffer): void {
    try {
      const message = readAgentMessage(new ThriftReader(bytes, encoding));
      if (message.kind === 'unsupported') {
        meter.rejected('unsupported', `the method ${message.method}`);
        return;
      }
      const all = [...spansOfBatch(message.batch)];
      const spans = all.filter((span) => span !== undefined);
      sink.add(spans);
      sink.refuse(all.length - spans.length);
      meter.took(spans.length);
    } catch (error) {
      if (error instanceof BadThrift) {
        meter.rejected('unreadable', error.message);
        return;
      }
      log('error', 'a datagram could not be taken', { error });
      meter.rejected('failed', 'internal error');
    }
  }

  const queue = new DatagramQueue(take, QUEUE_LIMITS);
  const onDatagram = (bytes: Buffer): void => {
    if (bytes.length > MAX_DATAGRAM_BYTES) meter.rejected('too-large', `${bytes.length} bytes`);
    else if (!queue.push(bytes)) meter.rejected('overload', 'more datagrams than can be read');
  };
  const onError = (error: Error): void => log('error', 'a UDP socket failed', { error });
  return listenUdp({ onDatagram, onError }, host, port);
}
