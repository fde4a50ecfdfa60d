import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));

/** Runs the program; once it has printed its table it gets `signal`. */
async function runMain(
  env: Readonly<Record<string, string>>,
  signal: NodeJS.Signals = 'SIGINT',
  args: readonly string[] = [],
) {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (out.includes('Ctrl-C ends everything.')) child.kill(signal);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const [code]: unknown[] = await once(child, 'close');
  return { code, out, errors };
}

describe('main', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('prints where everything is and ends cleanly by %s', async (signal) => {
    const { code, out, errors } = await runMain({ PORT: '0', JAEGER_QUERY_URL: 'http://jaeger.invalid:16686' }, signal);
    expect(out).toMatch(
      /^\n {2}Dashboard {2}http:\/\/127\.0\.0\.1:\d+\n {2}Jaeger {5}http:\/\/jaeger\.invalid:16686\/\n\n/,
    );
    // Whether it has found out before the signal that there is no such host, is not sure.
    expect(errors).toMatch(
      /^(\{"level":40,.*"jaeger-unreachable".*\}\n)?\{"level":30,.*"requests":0,.*"msg":"ending;.*\}\n(\{"level":40,.*"jaeger-unreachable".*\}\n)?$/,
    );
    expect(code).toBe(0);
  });

  it.each([
    [{ PORT: 'abc', JAEGER_QUERY_URL: 'nowhere' }, /^PORT is "abc".*\nJAEGER_QUERY_URL is "nowhere".*\n$/],
    [
      { PORT: '0', JAEGER_QUERY_URL: 'http://x', HOST: '203.0.113.1' },
      /^HOST is "203\.0\.113\.1", but this is not an addr/,
    ],
    [
      { PORT: '0', KUJI_UPSTREAM_TIMOUT_MS: '5' },
      /^KUJI_UPSTREAM_TIMOUT_MS is set \(there is no such variable\), but must be one of KUJI_UPSTREAM_TIMEOUT_MS, .*\n$/,
    ],
  ])('says what is wrong with %o and exits with 1', async (env, text) => {
    const { code, out, errors } = await runMain(env);
    expect(errors).toMatch(text);
    expect(out).toBe('');
    expect(code).toBe(1);
  });

  it('prints its variables, and refuses other arguments', async () => {
    const help = await runMain({}, 'SIGINT', ['--help']);
    expect(help).toMatchObject({ code: 0, errors: '' });
    expect(help.out).toMatch(/^Kuji tells .*\n\nnpm start /);
    expect(await runMain({}, 'SIGINT', ['--port=1'])).toEqual({
      code: 1,
      out: '',
      errors: 'There is no argument "--port=1": Kuji is configured by environment variables. --help lists them.\n',
    });
  });
});
