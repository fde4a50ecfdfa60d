import assert from 'node:assert/strict';
import * as z from 'zod';
import type { Container, ImageSystem } from '../image-system.ts';
import type { ImageCheck } from './image-check.ts';
import { imageConfig } from './image-config.ts';

const MOST_STOP_MILLIS = 5000;
const state = z.tuple([z.object({ State: z.object({ ExitCode: z.number(), OOMKilled: z.boolean() }) })]);

/** Health, and how the programs end. The last ones, since they end what the others ask. */
export const END_CHECKS: readonly ImageCheck[] = [
  {
    name: 'the command of HEALTHCHECK tells both programs from one that does not answer',
    async run(system, { embedded, omikuji }) {
      const command = (await imageConfig(system)).healthCommand;
      assert.equal(command[0], 'node');
      const codes: (number | undefined)[] = [];
      for (const [container, away] of [
        [embedded, 'PORT=1'],
        [omikuji, 'OMIKUJI_PORT=1'],
      ] as const) {
        codes.push((await system.exec(container, command)).code);
        codes.push((await system.exec(container, command, [away])).code);
      }
      assert.deepEqual(codes, [0, 1, 0, 1]);
      return undefined;
    },
  },
  {
    name: 'a configuration that is wrong ends both with exit code 1, and words',
    async run(system) {
      const wrong = await system.run({ env: ['PORT=abc'] });
      assert.equal(wrong.code, 1);
      assert.match(wrong.errors, /PORT is "abc", but must be a whole number/);
      const omikuji = await system.run({ args: ['server/omikuji/main.ts'], env: ['OMIKUJI_PORT=abc'] });
      assert.equal(omikuji.code, 1);
      assert.match(omikuji.errors, /OMIKUJI_PORT is "abc"; it must be a number/);
      return wrong.errors.trim().split('\n').at(-1);
    },
  },
  {
    name: 'none came near its limit of memory',
    async run(system, { embedded, apart, omikuji }) {
      const parts: string[] = [];
      for (const [name, container] of Object.entries({ embedded, apart, omikuji })) {
        const { out } = await system.exec(container, ['cat', '/proc/1/status']);
        const mebibytes = Number(/^VmHWM:\s+(\d+) kB$/m.exec(out)?.[1]) / 1024;
        assert(mebibytes < container.memoryMebibytes / 2, `${name} has had ${mebibytes} MiB`);
        parts.push(`${name} ${mebibytes.toFixed(0)} of ${container.memoryMebibytes} MiB`);
      }
      return parts.join(', ');
    },
  },
  {
    name: 'SIGTERM ends the omikuji app with exit code 0 within seconds',
    run: (system, { omikuji }) => ends(system, omikuji),
  },
  {
    name: 'SIGTERM ends a dashboard alone with exit code 0 within seconds',
    run: (system, { apart }) => ends(system, apart),
  },
  {
    name: 'SIGTERM ends a dashboard with all that it embeds with exit code 0 within seconds',
    run: (system, { embedded }) => ends(system, embedded),
  },
];

async function ends({ podman }: ImageSystem, { name }: Container): Promise<string> {
  const start = performance.now();
  await podman(['stop', '--time=20', name]);
  const millis = performance.now() - start;
  const { out } = await podman(['inspect', name]);
  const [{ State }] = state.parse(JSON.parse(out));
  assert.deepEqual(State, { ExitCode: 0, OOMKilled: false });
  assert(millis < MOST_STOP_MILLIS, `${millis.toFixed(0)} ms`);
  return `${millis.toFixed(0)} ms`;
}
