import type { ConnectionAnswer } from '#core/api.ts';
import type { Connection } from '../connect.ts';
import type { JaegerClient } from '../jaeger-client.ts';
import { StorageKnowledge } from '../slice/storage-knowledge.ts';

/** A connection with a client that needs nothing found out. */
export function connectionOf(client: JaegerClient): Connection {
  const status = (): ConnectionAnswer => ({
    address: 'http://jaeger.invalid',
    state: 'unknown',
    login: 'none',
    hasTenant: false,
    requests: 0,
    retries: 0,
  });
  return { client, storage: new StorageKnowledge(), status, look: async () => status(), close: () => undefined };
}
