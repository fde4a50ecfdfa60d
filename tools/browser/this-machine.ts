import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserSources } from './find-browser.ts';
import { runBounded } from './run-bounded.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'] as const;

/** Not on the PATH where they are at home. */
const FIXED_PATHS = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'] as const;

const START_MILLIS = 30_000;
/** Without a network the download fails after 3 s; behind a firewall that swallows packets it would wait for minutes. */
const DOWNLOAD_MILLIS = 120_000;
const APT_MILLIS = 600_000;

/** The browsers of this machine, and the two ways to get one here. `say` tells people what takes long. */
export function thisMachine(env: NodeJS.ProcessEnv, say: (line: string) => void): BrowserSources {
  return {
    named: env.KUJI_CHROMIUM || undefined,
    playwrightPath: chromium.executablePath(),
    machinePaths: () => machinePaths(env.PATH ?? ''),
    // A browser that lacks a shared library is there and does not start.
    works: async (path) => existsSync(path) && (await runBounded(path, ['--version'], START_MILLIS)).ok,
    installByPlaywright: async () => {
      say('Asking Playwright to install its Chromium …');
      const cli = join(import.meta.dirname, '../../node_modules/@playwright/test/cli.js');
      const { ok } = await runBounded(process.execPath, [cli, 'install', '--no-shell', 'chromium'], DOWNLOAD_MILLIS, {
        PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
      });
      say(ok ? 'Playwright has installed it.' : 'It cannot be downloaded here; looking for another one.');
    },
    installByApt: canUseApt() ? () => installByApt(say) : undefined,
  };
}

function machinePaths(path: string): readonly string[] {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...FIXED_PATHS].filter((candidate) => existsSync(candidate));
}

function canUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version');
}

async function installByApt(say: (line: string) => void): Promise<void> {
  say('Installing the package "chromium" by apt-get …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runBounded('apt-get', ['update'], APT_MILLIS, env);
  const install = await runBounded(
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium'],
    APT_MILLIS,
    env,
  );
  if (!install.ok) say(`apt-get failed:\n${lastLines(update.ok ? '' : update.output)}${lastLines(install.output)}`);
}

function lastLines(text: string): string {
  return text.split('\n').slice(-15).join('\n');
}
