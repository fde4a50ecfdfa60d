import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otlpRequestBytes } from '../testing/otlp-request-bytes.ts';
import { BadOtlp } from './bad-otlp.ts';
import { decodeSpans } from './decode-spans.ts';
import { groupsFromJson } from './groups-from-json.ts';
import { groupsFromProtobuf } from './groups-from-protobuf.ts';
import type { SpanGroup } from './span-group.ts';

const FOLDER = new URL('../../../core/jaeger/recordings/otlp/', import.meta.url);
const names = readdirSync(FOLDER);
const json = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

describe('decodeSpans', () => {
  it.each(names)('reads the same from %s in protobuf as in JSON', async (name) => {
    const fromJson = await decodeSpans(groupsFromJson(json(name)));
    const fromProtobuf = await decodeSpans(groupsFromProtobuf(otlpRequestBytes(groupsFromJson(json(name)))));
    expect(fromJson.spans.length).toBeGreaterThan(0);
    expect(fromProtobuf).toEqual(fromJson);
  });

  it('either reads damaged protobuf or calls it bad', async () => {
    const whole = otlpRequestBytes(groupsFromJson(json('03-types.json')));
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, length) => {
        const bytes = whole.slice();
        for (const [at, value] of changes) bytes[at] = value;
        await expectReadOrBad(() => groupsFromProtobuf(bytes.subarray(0, length)));
      }),
      { numRuns: 500 },
    );
  });

  it('either reads any JSON or calls it bad', async () => {
    const key = fc.constantFrom(
      'resourceSpans',
      'scopeSpans',
      'spans',
      'traceId',
      'spanId',
      'attributes',
      'value',
      'links',
      'x',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 8 },
        fc.constantFrom<unknown>(null, 1, '', 'ab', true),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(tree, (value) => expectReadOrBad(() => groupsFromJson(JSON.stringify(value)))),
      {
        numRuns: 500,
      },
    );
  });
});

async function expectReadOrBad(groups: () => readonly SpanGroup[]): Promise<void> {
  try {
    await decodeSpans(groups());
  } catch (error) {
    expect(error).toBeInstanceOf(BadOtlp);
  }
}
