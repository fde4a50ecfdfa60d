import { describe, expect, it } from 'vitest';
import type { Attribute } from '../../store/stored-span.ts';
import { testingResource, testingSpan } from '../../testing/testing-span.ts';
import { adjustTrace } from './adjust-trace.ts';

const text = (key: string, value: string): Attribute => ({ key, value: { type: 'string', value } });
const ID = '0000000000000009';

/* What the recordings of the contract do not hold. */
describe('adjustTrace', () => {
  it('writes addresses that are numbers as a.b.c.d', () => {
    const attributes: readonly Attribute[] = [{ key: 'peer.ipv4', value: { type: 'int', value: 0x7f000001n } }];
    const negative: readonly Attribute[] = [{ key: 'ip', value: { type: 'int', value: -1n } }];
    const [span] = adjustTrace([testingSpan(1, 1, 's', { attributes, resource: testingResource('s', negative) })]);
    expect(span?.attributes).toEqual([text('peer.ipv4', '127.0.0.1')]);
    expect(span?.resource.attributes).toEqual([text('ip', '255.255.255.255')]);
  });

  it('moves what tells of the tracing library to the process, for all spans of that process', () => {
    const resource = testingResource('s', [text('telemetry.sdk.name', 'known')]);
    const attributes = [
      text('telemetry.sdk.language', 'nodejs'),
      text('telemetry.sdk.name', 'other'),
      text('z', 'stays'),
    ];
    const [first, second] = adjustTrace([
      testingSpan(1, 1, 's', { resource }),
      testingSpan(1, 2, 's', { resource, attributes }),
    ]);
    expect(second?.attributes).toEqual([text('telemetry.sdk.name', 'other'), text('z', 'stays')]);
    expect(second?.warnings).toEqual(['conflicting values between Span and Resource for attribute telemetry.sdk.name']);
    expect(first?.resource.attributes).toEqual([
      text('telemetry.sdk.name', 'known'),
      text('telemetry.sdk.language', 'nodejs'),
    ]);
    expect(second?.resource).toBe(first?.resource);
  });

  it('gives the server an id of its own where the client has the same', () => {
    const spans = [
      testingSpan(1, 1, 'taken'),
      testingSpan(1, 9, 'client', { kind: 'client', parentSpanId: '0000000000000001' }),
      testingSpan(1, 9, 'server', { kind: 'server', parentSpanId: '0000000000000001' }),
      testingSpan(1, 10, 'server', { parentSpanId: ID }),
    ];
    const ids = adjustTrace(spans).map(
      ({ spanId, parentSpanId }) => `${parseInt(spanId, 16)} < ${parseInt(parentSpanId, 16)}`,
    );
    expect(ids).toEqual(['1 < 0', '9 < 1', '2 < 9', '10 < 2']);
  });

  it('takes a cycle and a very long chain', () => {
    const cycle = [
      testingSpan(1, 1, 's', { parentSpanId: '0000000000000002' }),
      testingSpan(1, 2, 's', { parentSpanId: '0000000000000001' }),
    ];
    expect(adjustTrace(cycle)).toEqual(cycle);
    const chain = Array.from({ length: 20_000 }, (_, n) =>
      testingSpan(1, n + 1, 's', { parentSpanId: n.toString(16).padStart(16, '0') }),
    );
    expect(adjustTrace(chain)).toHaveLength(20_000);
  });

  it('leaves the stored spans as they are', () => {
    const span = testingSpan(1, 1, 's', { parentSpanId: ID, attributes: [text('b', ''), text('a', '')] });
    const before = structuredClone(span);
    adjustTrace([span, span]);
    expect(span).toEqual(before);
  });
});
