import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { readConfig } from '../../server/config.ts';
import { runKuji } from '../../server/run-kuji.ts';
import { browserPath } from '../browser/browser-path.ts';
import { launchOptions } from '../browser/launch-options.ts';
import { buildIfStale } from '../build/build-if-stale.ts';
import { WEB_DIST } from '../build/is-web-stale.ts';
import type { Figure } from './figure.ts';

/** The JavaScript that a browser really fetches until the page shows its finding, charts, values and traces. */
export async function measureFirstPage(): Promise<readonly Figure[]> {
  const [executablePath] = await Promise.all([browserPath(() => undefined), buildIfStale()]);
  const read = readConfig({ PORT: '0', OMIKUJI_PORT: '0', JAEGER_QUERY_PORT: '0', JAEGER_OTLP_HTTP_PORT: '0' });
  if (read.kind === 'errors') throw new Error('free ports are no error');
  const kuji = await runKuji(read.config, { log: () => undefined, version: 'bench', webRoot: WEB_DIST });
  const browser = await chromium.launch(launchOptions(executablePath));
  try {
    const page = await browser.newPage();
    const scripts = new Set<string>();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) scripts.add(pathname);
    });
    await page.goto(kuji.urls[0]?.url ?? '');
    await page.getByRole('table').first().waitFor();
    await page.waitForLoadState('networkidle');
    const sizes = await Promise.all(
      Array.from(scripts, async (path) => gzipSync(await readFile(join(WEB_DIST, path)), { level: 9 }).length),
    );
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    return [{ name: 'JavaScript of the first useful page, gzip', value: bytes / 1000, unit: 'kB', limit: 320 }];
  } finally {
    await browser.close();
    await kuji.close();
  }
}
