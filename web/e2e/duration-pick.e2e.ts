import { expect, test } from './fixtures.ts';

test('dragging along the durations picks traces, which can be compared with the rest', async ({ explore, page }) => {
  await explore.open();
  const cursor = page.getByRole('slider', { name: 'Duration to read shares at' });
  const box = (await cursor.boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.75, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 2, box.y + 60, { steps: 4 });
  await page.mouse.up();
  await expect(explore.charts).toContainText('84 traces picked');
  await expect(explore.charts).toContainText('all of them 凶');
  await explore.charts.getByRole('button', { name: 'Compare with the rest' }).click();
  await explore.expectSentence(/^A traces take/);
});

test('durations are picked by keyboard alone, and Escape lets them go', async ({ explore, page }) => {
  await explore.open();
  const cursor = page.getByRole('slider', { name: 'Duration to read shares at' });
  await cursor.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  for (let step = 0; step < 4; step++) await page.keyboard.press('PageDown');
  await expect(explore.charts).toContainText(/\d+ traces picked/);
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(explore.charts).not.toContainText('traces picked');
});
