import { readFile } from 'node:fs/promises';
import { addMicros, HOUR, unixMicrosFromMillis } from '#core/units.ts';
import { expect, test } from './fixtures.ts';
import { ExplorePage } from './testing/explore-page.ts';
import { HOSTILE_VALUES, hostileTraces } from './testing/hostile-traces.ts';
import { startSeededJaeger } from './testing/seeded-jaeger.ts';
import { startKuji } from './testing/start-kuji.ts';

/** Pages on a Jaeger whose traces mean harm; none of it may do anything. */
const hostile = test.extend<{ readonly explore: ExplorePage }>({
  explore: async ({ page }, use) => {
    const now = unixMicrosFromMillis(Date.now());
    const traces = hostileTraces(now);
    const jaeger = await startSeededJaeger(traces.slice(0, -1));
    await jaeger.send(traces.slice(-1));
    const kuji = await startKuji({ JAEGER_QUERY_URL: jaeger.queryUrl });
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      const url = request.url();
      if (new URL(url).origin !== kuji.url && !/^(data|blob):/.test(url)) elsewhere.push(url);
    });
    page.on('dialog', () => elsewhere.push('a dialog'));
    await use(new ExplorePage(page, { url: kuji.url, range: { from: addMicros(now, -HOUR), to: now } }));
    expect(elsewhere, 'what went elsewhere').toEqual([]);
    await expect(page).toHaveTitle(/Kuji/);
    await kuji.close();
    await jaeger.close();
  },
});

hostile('what traces carry is text, whatever it looks like', async ({ explore, page }) => {
  await explore.open({ service: 'hostile', by: 'tag:k' });
  await explore.expectListed(8 * HOSTILE_VALUES.length);
  await explore.values.getByRole('button', { name: `Show all ${HOSTILE_VALUES.length} values` }).click();
  for (const name of [
    '<img src=x onerror="document.title=1">',
    'javascript:document.title=1',
    '__proto__',
    'constructor',
    '(empty)',
    '" "',
    // What cannot be seen has a sign, so that nothing passes for another and nothing turns what follows.
    '⟨U+202E⟩gnp.exe',
    'zero⟨U+200B⟩width',
    'bell ⟨U+0007⟩ escape ⟨U+001B⟩[31m nul ⟨U+0000⟩',
    `${'long '.repeat(24)}…`,
  ]) {
    await expect(explore.valueButton(name)).toBeVisible();
  }

  await explore.rows.first().click();
  await expect(explore.drawer.getByRole('treegrid')).toContainText('<svg onload="document.title=1">');
  await expect(page.getByRole('link', { name: /javascript|password/ })).toHaveCount(0);
});

hostile('a key may be the name of what every object has', async ({ explore }) => {
  await explore.open({ service: 'hostile', by: 'tag:__proto__' });
  const half = String(4 * HOSTILE_VALUES.length);
  for (const value of ['v0', 'v1']) await expect(explore.valueRow(value)).toContainText(half);
  await explore.searchKeys('constructor');
  await expect(explore.key('constructor')).toBeVisible();
  await explore.key('constructor').click();
  await expect(explore.values).toHaveAccessibleName('Values of constructor');
  await expect(explore.valueRow('v0')).toContainText(half);
});

hostile('no cell of a saved table is a formula', async ({ explore, page }) => {
  await explore.open({ service: 'hostile', by: 'tag:k' });
  const button = explore.values.getByRole('button', { name: 'CSV' });
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const cells = (await readFile(await download.path(), 'utf8')).split('\r\n');
  expect(cells.filter((line) => line.includes('HYPERLINK'))).toEqual([expect.stringMatching(/^"'=HYPERLINK/)]);
});

hostile('a value of ten million letters is shown in part, wherever it stands', async ({ explore, page }) => {
  await explore.open({ service: 'huge', by: 'tag:k' });
  await explore.expectSentence(`The one trace has k=${'x'.repeat(120)}….`);
  await explore.rows.first().click();
  const span = explore.drawer.getByRole('treegrid').getByRole('row').filter({ hasText: 'svg' });
  await span.click();
  await expect(explore.drawer.getByRole('button', { name: /10.000.000/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(explore.drawer).toBeHidden();
});
