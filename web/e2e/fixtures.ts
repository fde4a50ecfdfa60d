import { test as base, type ConsoleMessage } from '@playwright/test';
import type { Trace } from '#core/trace/trace.ts';
import { addMicros, MINUTE, SECOND, type UnixMicros, unixMicrosFromMillis } from '#core/units.ts';
import { ExplorePage } from './testing/explore-page.ts';
import { type FaultyJaeger, startFaultyJaeger } from './testing/faulty-jaeger.ts';
import { type SeededJaeger, startSeededJaeger } from './testing/seeded-jaeger.ts';
import { seededTraces } from './testing/seeded-traces.ts';
import { startKuji } from './testing/start-kuji.ts';

/** A Jaeger with draws whose figures are known, and the dashboard on it. */
export interface Seeded {
  /** Of the dashboard. */
  readonly url: string;
  readonly jaeger: SeededJaeger;
  readonly traces: readonly Trace[];
  /** A range that holds all draws but the old ones, however late a test is. */
  readonly range: { readonly from: UnixMicros; readonly to: UnixMicros };
}

/** The dashboard on a Jaeger that can be told to fail. */
export interface Faulty {
  readonly url: string;
  readonly jaeger: FaultyJaeger;
  /** The healthy Jaeger behind it. */
  readonly jaegerUrl: string;
}

interface TestFixtures {
  /** What the console may say without failing the test: a fetch that fails is told there by the browser. */
  readonly allowedErrors: readonly RegExp[];
  readonly consoleErrors: readonly string[];
  readonly explore: ExplorePage;
  readonly faulty: Faulty;
}

interface WorkerFixtures {
  readonly seeded: Seeded;
  /** The whole system, as `npm start` runs it: its fortunes are drawn while it starts. */
  readonly embedded: { readonly url: string };
}

/** Longer than a test on a busy machine needs to answer, short enough to wait for. */
const UPSTREAM_TIMEOUT_MS = '1500';

export const test = base.extend<TestFixtures, WorkerFixtures>({
  allowedErrors: [[], { option: true }],

  consoleErrors: [
    async ({ context, allowedErrors }, use) => {
      const errors: string[] = [];
      const add = (text: string) => {
        if (!allowedErrors.some((allowed) => allowed.test(text))) errors.push(text);
      };
      context.on('console', (message: ConsoleMessage) => {
        if (message.type() === 'error') add(`${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => add(String(error.error())));
      await use(errors);
      base.expect(errors, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],

  explore: async ({ page, seeded }, use) => use(new ExplorePage(page, seeded)),

  faulty: async ({ seeded }, use) => {
    const jaeger = await startFaultyJaeger(seeded.jaeger.queryUrl);
    const kuji = await startKuji({ JAEGER_QUERY_URL: jaeger.url, KUJI_UPSTREAM_TIMEOUT_MS: UPSTREAM_TIMEOUT_MS });
    await use({ url: kuji.url, jaeger, jaegerUrl: seeded.jaeger.queryUrl });
    await jaeger.close();
    await kuji.close();
  },

  // Playwright insists on a pattern as the first parameter, and reads there what a fixture needs: these need nothing.
  seeded: [
    async ({ playwright: _ }, use) => {
      const now = unixMicrosFromMillis(Date.now());
      const traces = seededTraces(now);
      const jaeger = await startSeededJaeger(traces);
      const kuji = await startKuji({ JAEGER_QUERY_URL: jaeger.queryUrl });
      await use({
        url: kuji.url,
        jaeger,
        traces,
        range: { from: addMicros(now, -10 * MINUTE), to: addMicros(now, -SECOND) },
      });
      await kuji.close();
      await jaeger.close();
    },
    { scope: 'worker' },
  ],

  embedded: [
    async ({ playwright: _ }, use) => {
      const kuji = await startKuji();
      await use({ url: kuji.url });
      await kuji.close();
    },
    { scope: 'worker' },
  ],
});

export const { expect } = test;
