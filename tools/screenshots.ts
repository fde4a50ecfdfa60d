import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { readConfig } from '../server/config.ts';
import { runKuji } from '../server/run-kuji.ts';
import { browserPath } from './browser/browser-path.ts';
import { launchOptions } from './browser/launch-options.ts';
import { buildIfStale } from './build/build-if-stale.ts';
import { WEB_DIST } from './build/is-web-stale.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';

// `npm run screenshots [-- minutes]`: starts the whole system on free ports, lets visitors draw for some minutes (default 3), and takes
// the pictures of the documentation. Japanese glyphs are those of the machine's fonts.
const FOLDER = join(REPOSITORY_ROOT, 'web', 'screenshots');
const minutes = Number(process.argv[2] ?? 3);

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly colorScheme: 'light' | 'dark';
  readonly locale: 'en-US' | 'ja-JP';
  /** After the page is there: what to do before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const DESKTOP = { widthPx: 1440, heightPx: 1000, colorScheme: 'light', locale: 'en-US' } as const;

const openFirstHighlight = async (page: Page): Promise<void> => {
  await page.keyboard.press('n');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page
    .getByText(/critical path/i)
    .first()
    .waitFor();
};

const PICTURES: readonly Picture[] = [
  { ...DESKTOP, name: 'explore', path: '/?last=5m' },
  { ...DESKTOP, name: 'explore-dark-ja', path: '/?last=5m&tab=time', colorScheme: 'dark', locale: 'ja-JP' },
  { ...DESKTOP, name: 'trace', path: '/?last=5m', act: openFirstHighlight },
  { ...DESKTOP, name: 'narrow', path: '/?last=5m', widthPx: 390, heightPx: 1200 },
];

const [executablePath] = await Promise.all([browserPath(() => undefined), buildIfStale()]);
const read = readConfig({ PORT: '0', OMIKUJI_PORT: '0', JAEGER_QUERY_PORT: '0', JAEGER_OTLP_HTTP_PORT: '0' });
if (read.kind === 'errors') throw new Error('free ports are no error');
const kuji = await runKuji(read.config, { log: () => undefined, version: 'screenshots', webRoot: WEB_DIST });
try {
  await mkdir(FOLDER, { recursive: true });
  await sleep(minutes * 60_000);
  const browser = await chromium.launch(launchOptions(executablePath));
  try {
    for (const picture of PICTURES) await take(browser, kuji.urls[0]?.url ?? '', picture);
  } finally {
    await browser.close();
  }
} finally {
  await kuji.close();
}

async function take(browser: Browser, baseUrl: string, picture: Picture): Promise<void> {
  const { name, path, widthPx, heightPx, colorScheme, locale, act } = picture;
  const context = await browser.newContext({ viewport: { width: widthPx, height: heightPx }, colorScheme, locale });
  const page = await context.newPage();
  await page.goto(new URL(path, baseUrl).href);
  await page.getByRole('heading', { level: 1, name: '凶' }).waitFor();
  await page.waitForLoadState('networkidle');
  await act?.(page);
  const file = join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file });
  process.stdout.write(`${file}\n`);
  await context.close();
}
