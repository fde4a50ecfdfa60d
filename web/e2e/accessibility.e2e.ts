import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ExplorePage } from './testing/explore-page.ts';
import { down } from './testing/faulty-jaeger.ts';

/** What axe finds serious or critical, a line each with the first element it is about. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')})`);
}

/** Up to this width there is no room for links and files. */
const PHONE_PX = 720;

const LOOKS = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  { name: 'light, 390 px wide', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'dark, 390 px wide', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

// Looking through a page with 500 traces takes axe seconds: the looks are shared between the workers, and given time.
test.describe.configure({ mode: 'parallel', timeout: 120_000 });

for (const { name, colorScheme, viewport } of LOOKS) {
  test.describe(`axe finds nothing serious (${name})`, () => {
    test.use({ colorScheme, viewport, allowedErrors: [/Failed to load resource: .* 50\d/] });

    test('on Explore with the distribution', async ({ explore, page }) => {
      await explore.open({ not: 'event:omikuji=大吉' });
      await expect(explore.rows.first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('on Explore over time', async ({ explore, page }) => {
      await explore.open({ not: 'event:omikuji=大吉' });
      await explore.charts.getByRole('tab', { name: 'Over time' }).click();
      await expect(explore.charts.getByRole('slider', { name: 'Traces in the order of time' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('on its menus and the time field', async ({ explore, page }) => {
      await explore.open({});
      for (const button of [explore.charts.getByRole('button', { name: 'Axis: log' }), explore.valueButton('凶')]) {
        await button.click();
        await expect(page.getByRole('menu')).toBeVisible();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('menu')).toBeHidden();
      }
      if (viewport.width > PHONE_PX) {
        const menu = await explore.openExport();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(menu).toBeHidden();
      }
      await explore.openTimeField();
      expect(await violations(page)).toEqual([]);
    });

    test('on the span filter, with an error, and on the connection', async ({ page, embedded }) => {
      const explore = new ExplorePage(page, embedded);
      await explore.goTo('/?tags=omikuji%3D凶&min=1us');
      await explore.finding.waitFor();
      const form = await explore.openSpanFilter();
      await form.getByLabel('Tags of the span').fill('error');
      await form.getByRole('button', { name: 'Apply' }).click();
      await expect(form.getByRole('alert')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await explore.openConnection();
      expect(await violations(page)).toEqual([]);
    });

    test('on the drawer', async ({ explore, page }) => {
      await explore.open({});
      await explore.rows.first().click();
      await expect(explore.drawer.getByRole('treegrid')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('on the page of a trace, of no traces, and of a fault', async ({ explore, page, faulty, seeded }) => {
      await explore.goTo(`/trace/${seeded.traces[0]!.id}?by=event:omikuji&highlight=凶`);
      await expect(page.getByRole('treegrid')).toBeVisible();
      expect(await violations(page)).toEqual([]);

      await explore.open({ service: 'nobody' });
      await explore.expectSentence(/^No trace of nobody/);
      expect(await violations(page)).toEqual([]);

      faulty.jaeger.behave(down);
      const broken = new ExplorePage(page, faulty);
      await broken.open();
      await expect(broken.banner).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}
