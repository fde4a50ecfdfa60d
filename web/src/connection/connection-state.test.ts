import { describe, expect, it } from 'vitest';
import type { ConnectionAnswer, EmbeddedCounts } from '#core/api.ts';
import { connectionState } from './connection-state.ts';

const answers: ConnectionAnswer = {
  address: 'http://jaeger:16686',
  state: 'answers',
  login: 'none',
  hasTenant: false,
  requests: 1,
  retries: 0,
};
const receiver = { name: 'otlp-http', port: 4318, messages: 2, rejected: 0, spans: 9 } as const;
const embedded: EmbeddedCounts = {
  traces: 3,
  spans: 9,
  droppedTraces: 0,
  droppedSpans: 0,
  refusedSpans: 0,
  receivers: [receiver],
};

describe('connectionState', () => {
  it('is what the server says', () => {
    expect(connectionState(answers, false)).toBe('answers');
    expect(connectionState({ ...answers, state: 'fails' }, false)).toBe('fails');
    expect(connectionState(undefined, false)).toBe('unknown');
  });

  it('says that the server is away, whatever was known before', () => {
    expect(connectionState(answers, true)).toBe('server-away');
  });

  it.each<Partial<EmbeddedCounts>>([
    { droppedTraces: 1 },
    { droppedSpans: 1 },
    { refusedSpans: 1 },
    { receivers: [{ ...receiver, rejected: 1 }] },
  ])('tells of what the embedded Jaeger let go: %j', (lost) => {
    expect(connectionState({ ...answers, embedded }, false)).toBe('answers');
    expect(connectionState({ ...answers, embedded: { ...embedded, ...lost } }, false)).toBe('dropped');
    expect(connectionState({ ...answers, state: 'fails', embedded: { ...embedded, ...lost } }, false)).toBe('fails');
  });
});
