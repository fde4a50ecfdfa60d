import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { endWithNpm } from '../server/end-with-npm.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';

/*
 * npm run dev: Vite serves the pages as they are edited (the first free port from 5173 on) and passes /api on to the server, which
 * starts anew whenever one of its files changes. Set KUJI_DEV_PORT where the server's port matters.
 */

endWithNpm();
const port = process.env.KUJI_DEV_PORT || String(await freePort());
const env = { ...process.env, KUJI_DEV_PORT: port, PORT: port };
const children = [
  start(['--watch', '--watch-preserve-output', 'server/main.ts']),
  start(['node_modules/vite/bin/vite.js', 'web']),
];

// Ctrl-C in a terminal reaches both by itself; a signal sent to this process alone does not.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, endBoth);
const [code]: (number | null)[] = await Promise.race(children.map((child) => once(child, 'exit')));
endBoth();
process.exitCode = code ?? 0;

function start(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, args, { cwd: REPOSITORY_ROOT, stdio: 'inherit', env });
}

function endBoth(): void {
  for (const child of children) child.kill('SIGTERM');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  return address.port;
}
