import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ExplorePage } from './testing/explore-page.ts';

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

test('so do the span filter and the connection', async ({ page, embedded }) => {
  const explore = new ExplorePage(page, embedded);
  await explore.goTo('/?tags=omikuji%3D凶&min=1us');
  await explore.finding.waitFor();
  const form = await explore.openSpanFilter();
  await expect(form).toBeInViewport({ ratio: 1 });
  expect(await overflowPx(page)).toBeLessThanOrEqual(0);
  await page.keyboard.press('Escape');
  const details = await explore.openConnection();
  await expect(details).toBeInViewport({ ratio: 1 });
  expect(await overflowPx(page)).toBeLessThanOrEqual(0);
});

test('what can be taken away is within reach', async ({ explore, page }) => {
  await explore.open();
  await expect(explore.rows.first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeInViewport();
  await explore.coverage.getByRole('button', { name: 'Export' }).tap();
  const menu = page.getByRole('dialog', { name: 'Export' });
  await expect(menu.getByRole('button', { name: 'Table of values as CSV' })).toBeInViewport({ ratio: 1 });
  expect(await overflowPx(page)).toBeLessThanOrEqual(0);
});

test('so do the page of a trace and a page without traces', async ({ explore, page, seeded }) => {
  await explore.goTo(`/trace/${seeded.traces[0]!.id}`);
  await expect(page.getByRole('treegrid')).toBeVisible();
  expect(await overflowPx(page)).toBeLessThanOrEqual(0);

  await explore.open({ service: 'nobody' });
  await explore.expectSentence(/^No trace of nobody/);
  expect(await overflowPx(page)).toBeLessThanOrEqual(0);
});
