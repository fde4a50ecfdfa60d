import { expect, test } from './fixtures.ts';

test('the histogram tells the traces of a bin, by keyboard too', async ({ explore, page }) => {
  await explore.open();
  await page.getByRole('radio', { name: 'Histogram' }).check();
  await expect.poll(() => explore.query.get('curve')).toBe('histogram');
  const cursor = page.getByRole('slider', { name: 'Duration to read shares at' });
  await cursor.focus();
  await page.keyboard.press('End');
  await expect(cursor).toHaveAttribute('aria-valuetext', /^[\d.]+\s\S+ to [\d.]+\s\S+: 凶 /);
});
