import { type Browser, chromium, type Page } from '@playwright/test';
import { generateRandomTraces } from '#core/testing/random-traces.ts';
import { readConfig } from '../../server/config.ts';
import { runKuji } from '../../server/run-kuji.ts';
import { browserPath } from '../browser/browser-path.ts';
import { launchOptions } from '../browser/launch-options.ts';
import { buildIfStale } from '../build/build-if-stale.ts';
import { WEB_DIST } from '../build/is-web-stale.ts';
import type { Figure } from './figure.ts';
import { noteHandlerTimes, takeHandlerTimes } from './handler-times.ts';
import { INPUT_ACTS } from './input-acts.ts';
import { median } from './median.ts';
import { startTracesJaeger } from './traces-jaeger.ts';

const TRACES = 10_000;
const SPANS_PER_TRACE = 10;
const FEW_TRACES = 100;
const RUNS = 5;
/** A frame at 60 Hz. */
const LIMIT_MILLIS = 16;

/** How long the page's handlers of input keep it from doing anything else, with 10 000 traces of 10 spans; beside it with 100. */
export async function measureInput(): Promise<readonly Figure[]> {
  const [executablePath] = await Promise.all([browserPath(() => undefined), buildIfStale()]);
  const browser = await chromium.launch(launchOptions(executablePath));
  try {
    const many = await longestHandlers(browser, TRACES);
    const few = await longestHandlers(browser, FEW_TRACES);
    return INPUT_ACTS.flatMap(({ name }) => {
      const millis = median(many.get(name) ?? []);
      const figures: Figure[] = [
        { name: `Input, longest handler: ${name}, 10 000 traces`, value: millis, unit: 'ms', limit: LIMIT_MILLIS },
        {
          name: '  of the same with 100 traces',
          value: millis / median(few.get(name) ?? []),
          unit: '×',
          limit: undefined,
        },
      ];
      return figures;
    });
  } finally {
    await browser.close();
  }
}

/** By act, the longest handler of each run. The first run, in which code is loaded and compiled, is not counted. */
async function longestHandlers(browser: Browser, traces: number): Promise<ReadonlyMap<string, readonly number[]>> {
  const jaeger = await startTracesJaeger(generateRandomTraces({ seed: 1, traces, spansPerTrace: SPANS_PER_TRACE }));
  const read = readConfig({ PORT: '0', JAEGER_QUERY_URL: jaeger.url.href });
  if (read.kind === 'errors') throw new Error('a free port is no error');
  const kuji = await runKuji(read.config, { log: () => undefined, version: 'bench', webRoot: WEB_DIST });
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  const longest = new Map<string, number[]>();
  try {
    await noteHandlerTimes(page);
    await openAll(page, new URL(kuji.urls[0]?.url ?? '').origin, traces);
    for (let run = 0; run <= RUNS; run++) {
      for (const { name, act } of INPUT_ACTS) {
        await takeHandlerTimes(page);
        await act(page);
        const [first] = await takeHandlerTimes(page);
        if (first === undefined) throw new Error(`nothing was handled: ${name}`);
        if (run > 0) longest.set(name, [...(longest.get(name) ?? []), first.millis]);
      }
    }
    return longest;
  } finally {
    await page.close();
    await kuji.close();
    await jaeger.close();
  }
}

async function openAll(page: Page, origin: string, traces: number): Promise<void> {
  const from = 1_795_424_400_000_000;
  const search = new URLSearchParams({
    service: 'gateway',
    by: 'tag:region',
    from: String(from - 1),
    to: String(from + traces * 2_000_000),
    limit: '1500',
  });
  await page.goto(`${origin}/?${search}`);
  const shown = new Intl.NumberFormat('en').format(traces).replace(',', '\u202f');
  await page.getByText(new RegExp(`${shown} traces .* read completely`)).waitFor({ timeout: 120_000 });
  await page.getByRole('slider', { name: 'Duration to read shares at' }).waitFor();
}
