import { describe, expect, it } from 'vitest';
import { parseSearchV3, parseTraceParametersV3 } from './parse-search-v3.ts';

const MIN = 'query.startTimeMin=2026-11-23T09:00:00Z';
const MAX = 'query.startTimeMax=2026-11-23T10:00:00Z';

const parse = (...parameters: readonly string[]) => parseSearchV3(new URLSearchParams(parameters.join('&')));

/* What the recordings of the contract do not hold. */
describe('parseSearchV3', () => {
  it('prefers the names of today to the older ones, and takes an empty one for a missing one', () => {
    const { query, limit } = parse(
      MIN,
      MAX,
      'query.serviceName=new',
      'query.service_name=old',
      'query.searchDepth=',
      'query.num_traces=7',
    );
    expect(query.service).toBe('new');
    expect(limit).toBe(7n);
  });

  it('asks for a hundred traces of any service where nothing is said', () => {
    expect(parse(MIN, MAX)).toEqual({
      query: {
        service: undefined,
        operation: undefined,
        startMinNanos: 1_795_424_400_000_000_000n,
        startMaxNanos: 1_795_428_000_000_000_000n,
        durationMinNanos: 0n,
        durationMaxNanos: 0n,
        tags: new Map(),
      },
      limit: 100n,
      raw: false,
    });
  });

  it.each([
    ['attributes before times', ['query.attributes=[]'], /^malformed parameter query\.attributes: /],
    ['a range of no length', [MIN, MIN.replace('Min', 'Max')], /^query\.startTimeMin must be before /],
    ['by the name that was used', ['query.start_time_min=x', MAX], /^malformed parameter query\.start_time_min: /],
    ['raw last', [MIN, MAX, 'query.rawTraces=perhaps'], /query\.rawTraces: strconv\.ParseBool: parsing "perhaps"/],
    ['a depth beyond 64 bits', [MIN, MAX, 'query.searchDepth=99999999999999999999'], /value out of range$/],
  ])('tells what is wrong: %s', (_, parameters, message) => {
    expect(() => parse(...parameters)).toThrow(message);
  });
});

describe('parseTraceParametersV3', () => {
  it('checks hints that it does not need', () => {
    expect(parseTraceParametersV3(new URLSearchParams('raw_traces=1'))).toEqual({ raw: true });
    expect(() => parseTraceParametersV3(new URLSearchParams('start_time=1'))).toThrow(
      'malformed parameter start_time: parsing time "1"',
    );
  });
});
