import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { configErrorText, readConfig } from './config.ts';
import { endSignal } from './end-signal.ts';
import { PortTakenError } from './free-ports.ts';
import { helpText } from './help-text.ts';
import { pinoLog } from './pino-log.ts';
import { type RunningKuji, type RunOptions, runKuji } from './run-kuji.ts';
import { urlTable } from './url-table.ts';

const WEB_ROOT = fileURLToPath(new URL('../web/dist', import.meta.url));
const PACKAGE = new URL('../package.json', import.meta.url);

/**
 * `npm start`: runs until Ctrl-C or SIGTERM; with `--help` it prints its variables. Sets the exit code, 1 where it cannot start.
 *
 * @param options `buildPages` makes the pages if need be, while everything else starts
 */
export async function main(options: Pick<RunOptions, 'buildPages'> = {}): Promise<void> {
  const [argument] = process.argv.slice(2);
  if (argument === '--help' || argument === '-h') {
    process.stdout.write(helpText());
    return;
  }
  if (argument !== undefined) {
    fail([
      `There is no argument ${JSON.stringify(argument)}: Kuji is configured by environment variables. --help lists them.`,
    ]);
    return;
  }
  const read = readConfig(process.env);
  if (read.kind === 'errors') {
    fail(read.errors.map(configErrorText));
    return;
  }
  const { config } = read;
  const end = endSignal(process);
  end.addEventListener('abort', () => exitAfter(config.graceMillis), { once: true });
  const log = pinoLog(config.logLevel ?? (process.stderr.isTTY ? 'warn' : 'info'));
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(PACKAGE, 'utf8')));
  let kuji: RunningKuji;
  try {
    kuji = await runKuji(config, { ...options, log, version, webRoot: WEB_ROOT });
  } catch (error) {
    // What Ctrl-C interrupts need not succeed.
    if (end.aborted) return;
    const text = startErrorText(error, config.host);
    if (text === undefined) throw error;
    fail([text]);
    return;
  }
  if (!end.aborted) {
    process.stdout.write(welcome(kuji));
    await new Promise((resolve) => end.addEventListener('abort', resolve, { once: true }));
  }
  await kuji.close();
  // What is still open, as a connection that is kept, is of use to nobody.
  process.exit();
}

/** Whatever holds the end up. */
function exitAfter(graceMillis: number): void {
  setTimeout(() => process.exit(), graceMillis).unref();
}

function welcome(kuji: RunningKuji): string {
  const news = kuji.draws === undefined ? '' : `${kuji.draws} draws are in Jaeger, and a new one comes every second. `;
  return `\n${urlTable(kuji.urls)}\n\n  ${news}Ctrl-C ends everything.\n\n`;
}

function fail(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

/** What to tell people of an error that comes from how Kuji was set up; `undefined` for any other. */
function startErrorText(error: unknown, host: string): string | undefined {
  if (error instanceof PortTakenError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `HOST is "${host}", but this is not an address of this machine.`;
  }
  return undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
