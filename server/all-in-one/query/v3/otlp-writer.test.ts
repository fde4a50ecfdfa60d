import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeSpans } from '../../collector/decode-spans.ts';
import { groupsFromJson } from '../../collector/groups-from-json.ts';
import type { StoredSpan } from '../../store/stored-span.ts';
import { testingResource, testingSpan } from '../../testing/testing-span.ts';
import { OtlpWriter } from './otlp-writer.ts';

const FOLDER = new URL('../../../../core/jaeger/recordings/otlp/', import.meta.url);
// Zero durations are repaired with a warning, which comes back as an attribute.
const names = readdirSync(FOLDER).filter((name) => name !== '09-durations.json' && name !== '91-zero-ids.json');

const resourceSpansJson = (spans: readonly StoredSpan[]): string => new OtlpWriter().resourceSpans(spans);

describe('OtlpWriter', () => {
  it.each(names)('writes what was read from %s', async (name) => {
    const { spans } = await decodeSpans(groupsFromJson(readFileSync(new URL(name, FOLDER), 'utf8')));
    const again = await decodeSpans(groupsFromJson(`{"resourceSpans":[${resourceSpansJson(spans)}]}`));
    expect(again.spans.toSorted(bySpanId)).toEqual(spans.toSorted(bySpanId));
  });

  it('leaves out what is empty, and says what the sender had left out', () => {
    const resource = { ...testingResource('s'), droppedAttributes: 1, schemaUrl: 'https://a' };
    const scope = { name: 'lib', version: '', attributes: [], droppedAttributes: 2, schemaUrl: 'https://b' };
    const event = { name: '', atNanos: 0n, attributes: [], droppedAttributes: 3 };
    const link = {
      traceId: '0'.repeat(32),
      spanId: '0'.repeat(16),
      traceState: '',
      flags: 1,
      attributes: [],
      droppedAttributes: 4,
    };
    const span = testingSpan(1, 2, 's', { resource, scope, events: [event], links: [link], droppedAttributes: 5 });
    expect(JSON.parse(resourceSpansJson([span]))).toEqual({
      resource: { attributes: [{ key: 'service.name', value: { stringValue: 's' } }], droppedAttributesCount: 1 },
      scopeSpans: [
        {
          scope: { name: 'lib', droppedAttributesCount: 2 },
          spans: [
            {
              traceId: '00000000000000000000000000000001',
              spanId: '0000000000000002',
              name: 'operation',
              startTimeUnixNano: '1000000000',
              endTimeUnixNano: '1001000000',
              droppedAttributesCount: 5,
              events: [{ droppedAttributesCount: 3 }],
              links: [{ droppedAttributesCount: 4, flags: 1 }],
              status: {},
            },
          ],
          schemaUrl: 'https://b',
        },
      ],
      schemaUrl: 'https://a',
    });
  });

  it('has service.name where it belongs among sorted attributes', () => {
    const attribute = (key: string) => ({ key, value: { type: 'bool', value: true } }) as const;
    const resource = testingResource('s', [attribute('host'), attribute('zone')]);
    const json = resourceSpansJson([testingSpan(1, 1, 's', { resource })]);
    expect(json.match(/"key":"[^"]*"/g)).toEqual(['"key":"host"', '"key":"service.name"', '"key":"zone"']);
  });
});

function bySpanId(a: { readonly spanId: string }, b: { readonly spanId: string }): number {
  return a.spanId < b.spanId ? -1 : a.spanId > b.spanId ? 1 : 0;
}
