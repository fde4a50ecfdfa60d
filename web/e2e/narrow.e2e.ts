import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

/** By how much the document is wider than the window. */
function overflowPx(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

test('a telephone shows everything without scrolling sideways', async ({ explore, page }) => {
  await explore.open();
  await expect(explore.rows.first()).toBeVisible();
  expect(await overflowPx(page)).toBeLessThanOrEqual(0);

  await explore.charts.getByRole('tab', { name: 'Over time' }).tap();
  await expect(explore.charts.getByRole('slider')).toBeVisible();
  expect(await overflowPx(page)).toBeLessThanOrEqual(0);

  await explore.charts.getByRole('button', { name: 'Show as table' }).tap();
  await expect(explore.charts.getByRole('region', { name: 'Traces over time' })).toBeVisible();
  expect(await overflowPx(page)).toBeLessThanOrEqual(0);

  await explore.rows.first().tap();
  await expect(explore.drawer.getByRole('treegrid')).toBeVisible();
  expect(await overflowPx(page)).toBeLessThanOrEqual(0);
  await explore.drawer.getByRole('button', { name: 'Close' }).tap();
  await expect(explore.drawer).toBeHidden();
});

test('so do the page of a trace and a page without traces', async ({ explore, page, seeded }) => {
  await explore.goTo(`/trace/${seeded.traces[0]!.id}`);
  await expect(page.getByRole('treegrid')).toBeVisible();
  expect(await overflowPx(page)).toBeLessThanOrEqual(0);

  await explore.open({ service: 'nobody' });
  await explore.expectSentence(/^No trace of nobody/);
  expect(await overflowPx(page)).toBeLessThanOrEqual(0);
});
