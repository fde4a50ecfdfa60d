import type { TraceSearch } from '../../server/jaeger-query/jaeger-client.ts';
import { fortuneOf, regionOf } from './storage-traces.ts';

export interface FilterCase {
  readonly name: string;
  readonly filter: Partial<TraceSearch>;
  /** Whether the nth draw is meant by it. */
  readonly isMeant: (n: number) => boolean;
}

/** Filters on which Jaeger's storages differ, and the draws that each means: one span of the service has it all. */
export const FILTER_CASES: readonly FilterCase[] = [
  {
    name: 'an attribute of an event',
    filter: { tags: [{ key: 'omikuji', value: '凶' }] },
    isMeant: (n) => fortuneOf(n) === '凶',
  },
  {
    name: 'two tags of one span',
    filter: {
      tags: [
        { key: 'region', value: 'eu' },
        { key: 'method', value: 'GET' },
      ],
    },
    isMeant: (n) => regionOf(n) === 'eu',
  },
  {
    name: 'two tags of different spans',
    filter: {
      tags: [
        { key: 'region', value: 'eu' },
        { key: 'omikuji', value: '凶' },
      ],
    },
    isMeant: () => false,
  },
  {
    name: 'a tag like a pattern',
    filter: { tags: [{ key: 'path', value: 'a.b*c[' }] },
    isMeant: (n) => regionOf(n) === 'us',
  },
  { name: 'the shortest duration', filter: { minDuration: 900_000 }, isMeant: (n) => fortuneOf(n) === '凶' },
  {
    name: 'the longest duration',
    filter: { maxDuration: 60, operation: '/omikuji' },
    isMeant: (n) => fortuneOf(n) !== '凶',
  },
  { name: 'an operation', filter: { operation: '/omikuji' }, isMeant: () => true },
  { name: 'an operation that is not there', filter: { operation: '/daikichi' }, isMeant: () => false },
  {
    name: 'an operation and a tag',
    filter: { operation: '/omikuji', tags: [{ key: 'omikuji', value: '吉' }] },
    isMeant: (n) => fortuneOf(n) === '吉',
  },
  {
    name: 'a duration and a tag',
    filter: { minDuration: 900_000, tags: [{ key: 'region', value: 'us' }] },
    isMeant: (n) => fortuneOf(n) === '凶' && regionOf(n) === 'us',
  },
];
