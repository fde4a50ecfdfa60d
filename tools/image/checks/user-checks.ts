import assert from 'node:assert/strict';
import type { Container, ImageSystem } from '../image-system.ts';
import type { ImageCheck, Running } from './image-check.ts';

/** All places that a program may expect to be able to write to. */
const PLACES = ['/', '/app', '/app/server', '/tmp', '/var/tmp', '/run', '/home/node', '/usr/local/bin'];

/** What the programs may do. */
export const USER_CHECKS: readonly ImageCheck[] = [
  {
    name: 'both run as uid and gid 1000 without capabilities, under seccomp, and cannot get more',
    run: (system, running) =>
      ofBoth(running, async (container) => {
        assert.equal(await said(system, container, ['id', '-u']), '1000');
        assert.equal(await said(system, container, ['id', '-G']), '1000');
        const status = await said(system, container, ['cat', '/proc/1/status']);
        for (const line of [
          /^Uid:\t1000\t1000\t1000\t1000$/m,
          /^CapBnd:\t0+$/m,
          /^CapEff:\t0+$/m,
          /^NoNewPrivs:\t1$/m,
        ]) {
          assert.match(status, line);
        }
        assert.match(status, /^Seccomp:\t2$/m);
      }),
  },
  {
    name: 'process 1 is Node itself',
    run: (system, running) =>
      ofBoth(running, async (container) => {
        assert.match(await said(system, container, ['cat', '/proc/1/cmdline']), /^node\0server\//);
      }),
  },
  {
    name: 'nothing can be written anywhere, and nobody wants to',
    run: (system, running) =>
      ofBoth(running, async (container) => {
        for (const place of PLACES) {
          const { code, errors } = await system.exec(container, ['touch', `${place}/a-file`]);
          assert.equal(code, 1, `${place} can be written to`);
          assert.match(errors, /Read-only file system/);
        }
        const { out, errors } = await system.podman(['logs', container.name]);
        assert.doesNotMatch(out + errors, /EROFS|Warning|"level":[56]0/);
      }),
  },
];

async function ofBoth(
  { embedded, omikuji }: Running,
  check: (container: Container) => Promise<void>,
): Promise<undefined> {
  for (const container of [embedded, omikuji]) await check(container);
}

async function said(system: ImageSystem, container: Container, command: readonly string[]): Promise<string> {
  const { code, out, errors } = await system.exec(container, command);
  assert.equal(code, 0, errors);
  return out.trim();
}
