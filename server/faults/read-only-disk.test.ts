import { afterEach, expect, it } from 'vitest';
import { drawAnswer, servicesAnswer } from '#core/api.ts';
import { FREE_PORTS } from './testing/free-ports.ts';
import { startKujiProcess } from './testing/kuji-process.ts';
import { OWN_FAULTS } from './testing/own-faults.ts';
import { PROCESS_TEST_MILLIS } from './testing/process-test-millis.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

// Node's own permissions keep it from writing anywhere, and from nothing else, whoever runs the tests: to root no folder is read-only.
it(
  `${OWN_FAULTS.readOnlyDisk.name}: the whole system starts, draws and answers`,
  async () => {
    const nodeOptions = [
      ...['--permission', '--allow-fs-read=*', '--no-warnings'],
      ...['--allow-worker', '--allow-child-process', '--allow-addons'],
    ];
    const kuji = await startKujiProcess({ env: FREE_PORTS, nodeOptions });
    cleanups.push(() => kuji.end('SIGKILL'));
    const draw = drawAnswer.parse(await (await fetch(`${kuji.origin}/api/draws`, { method: 'POST' })).json());
    await expect.poll(async () => (await fetch(`${kuji.origin}/api/traces/${draw.traceId}`)).status).toBe(200);
    const { services } = servicesAnswer.parse(await (await fetch(`${kuji.origin}/api/services`)).json());
    expect(services).toContain('demo');
    expect(await kuji.end('SIGTERM')).toBe(0);
    expect(kuji.log()).not.toMatch(/"level":[56]0|ERR_ACCESS_DENIED/);
  },
  PROCESS_TEST_MILLIS,
);
