import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const MOST_STOPS = 80;

/** Presses Tab until the element has the focus. */
async function tabTo(target: Locator): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await target.page().keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not come to ${target} within ${MOST_STOPS} stops.`);
}

test('all that a reader does is done by keyboard alone', async ({ explore, page }) => {
  await explore.open();
  await explore.expectListed(500);

  await test.step('the first stop skips to the finding', async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the finding' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(explore.finding).toBeFocused();
    await explore.expectListed(500);
  });
  await test.step('another key', async () => {
    await tabTo(explore.key('omikuji'));
    await page.keyboard.press('ArrowDown');
    const second = explore.keys.getByRole('option').nth(1);
    await expect(second).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(second).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(explore.key('omikuji')).toHaveAttribute('aria-selected', 'true');
  });
  await test.step('a filter from the menu of a value', async () => {
    await tabTo(explore.valueButton('凶'));
    await page.keyboard.press('Enter');
    const only = page.getByRole('menuitem', { name: 'Only this value' });
    await expect(page.getByRole('menu')).toBeVisible();
    await expect(only).toBeFocused();
    await page.keyboard.press('Enter');
    await explore.expectListed(84);
  });
  await test.step('a trace, opened and closed', async () => {
    await tabTo(explore.rows.first());
    await page.keyboard.press('ArrowDown');
    await expect(explore.rows.nth(1)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(explore.drawer).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(explore.drawer).toBeHidden();
    await expect(explore.rows.nth(1)).toBeFocused();
  });
});

test('the fields of the query are reached and used by keyboard', async ({ explore, page }) => {
  await explore.open();
  await explore.expectListed(500);
  await tabTo(page.getByRole('button', { name: 'Service demo' }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('few');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await explore.expectListed(60);
  await expect(page.getByRole('button', { name: 'Service few' })).toBeFocused();
});
