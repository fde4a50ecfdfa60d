import { describe, expect, it } from 'vitest';
import { unknownVariables } from './unknown-variables.ts';

describe('unknownVariables', () => {
  it('finds what is mistyped', () => {
    expect(unknownVariables({ KUJI_UPSTREAM_TIMOUT_MS: '1', KUJI_PORT: '3000', KUJI_: '' })).toEqual([
      'KUJI_UPSTREAM_TIMOUT_MS',
      'KUJI_PORT',
      'KUJI_',
    ]);
  });

  it('leaves ours, those of tests, and names of others alone', () => {
    const env = { KUJI_UPSTREAM_RETRIES: '1', KUJI_CHROMIUM: '/x', PATH: '/bin', kuji_x: '1', KUJI_GONE: undefined };
    expect(unknownVariables(env)).toEqual([]);
  });

  it('leaves what Kubernetes tells about a Service called kuji', () => {
    const env = {
      KUJI_SERVICE_HOST: '10.0.0.1',
      KUJI_SERVICE_PORT: '3000',
      KUJI_SERVICE_PORT_HTTP: '3000',
      KUJI_PORT: 'tcp://10.0.0.1:3000',
      KUJI_PORT_3000_TCP: 'tcp://10.0.0.1:3000',
      KUJI_PORT_3000_TCP_ADDR: '10.0.0.1',
    };
    expect(unknownVariables(env)).toEqual([]);
  });
});
