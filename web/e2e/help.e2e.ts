import { expect, test } from './fixtures.ts';

const SECTIONS: readonly (readonly [section: string, sentence: string])[] = [
  ['Finding', 'It is not the chance that the finding is wrong.'],
  ['What explains the latency', 'It is no cause.'],
  ['Where the difference is', 'It says where time is spent, not why.'],
  ['Values of omikuji', 'They go together; that is no cause.'],
  ['What 凶 has more often', 'Sampling before Jaeger and a cut sample change shares on both sides'],
];

test('each section says what its figures mean and what they do not, by keyboard too', async ({ explore, page }) => {
  await explore.open({ tab: 'where' });
  for (const [section, sentence] of SECTIONS) {
    await test.step(section, async () => {
      const help = page.getByRole('button', { name: `What the figures mean: ${section}` });
      await help.focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toContainText(sentence);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(help).toBeFocused();
    });
  }
});

test('the help speaks Japanese', async ({ explore, page }) => {
  await explore.open();
  await page.getByRole('button', { name: '日本語' }).click();
  await page.getByRole('button', { name: /^数値の意味: レイテンシーを説明するもの/ }).click();
  await expect(page.getByRole('dialog')).toContainText('原因とは限りません');
});
