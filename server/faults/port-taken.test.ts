import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { startFaultyUpstream } from './testing/faulty-upstream.ts';
import { runKujiProcess, startKujiProcess } from './testing/kuji-process.ts';
import { OWN_FAULTS } from './testing/own-faults.ts';
import { PROCESS_TEST_MILLIS } from './testing/process-test-millis.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

it(
  `${OWN_FAULTS.portTaken.name}: is said with the variable to set; the owner is left alone, and the next start works`,
  async () => {
    const upstream = await startFaultyUpstream();
    cleanups.push(() => upstream.close());
    const owner = createServer((_request, response) => void response.end('mine')).listen(0, '127.0.0.1');
    await once(owner, 'listening');
    cleanups.push(() => owner.close());
    const { port } = owner.address() as AddressInfo;
    const env = { PORT: String(port), JAEGER_QUERY_URL: upstream.url.href };

    const { code, out, errors } = await runKujiProcess({ env });
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(errors).toMatch(new RegExp(`^.*\\b${port}\\b.*\\bPORT\\b.*\\n$|^.*\\bPORT\\b.*\\b${port}\\b.*\\n$`));
    expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe('mine');

    owner.close();
    owner.closeAllConnections();
    await once(owner, 'close');
    const kuji = await startKujiProcess({ env });
    cleanups.push(() => kuji.end('SIGKILL'));
    expect((await fetch(`${kuji.origin}/healthz`)).status).toBe(200);
  },
  PROCESS_TEST_MILLIS,
);
