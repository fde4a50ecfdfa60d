import { expect, test } from './fixtures.ts';
import { ExplorePage } from './testing/explore-page.ts';

test('npm start opens on a page that is already full of draws', async ({ page, embedded }) => {
  await page.goto(embedded.url);
  const coverage = page.getByRole('region', { name: 'Coverage' });
  await expect(coverage).toContainText(/\b[3-9]\d\d traces · .* read completely/);
  await expect(page.getByRole('button', { name: 'Service demo' })).toBeVisible();
  // On the first three days of January there is nothing but 大吉.
  await expect(page.getByRole('region', { name: 'Finding' }).getByRole('heading', { level: 1 })).toHaveText(/凶|大吉/);
});

test('a fortune that is drawn makes a trace, which arrives and can be opened', async ({ page, embedded }) => {
  await page.goto(embedded.url);
  await page.getByRole('region', { name: 'Finding' }).waitFor();
  await page.getByRole('button', { name: 'Draw a fortune' }).click();
  const notice = page.getByRole('status').filter({ hasText: 'Its trace has arrived.' });
  await expect(notice).toBeVisible();
  const fortune = /運勢は\[(.+?)\]です/.exec((await notice.textContent()) ?? '')?.[1] ?? '';
  expect(['凶', '吉', '中吉', '大吉']).toContain(fortune);

  await notice.getByRole('button', { name: 'Show it' }).click();
  const drawer = page.getByRole('dialog', { name: 'demo /handler' });
  await drawer.getByRole('treegrid', { name: 'Spans' }).getByRole('row').filter({ hasText: '/omikuji' }).click();
  const details = drawer.getByRole('region', { name: 'demo /omikuji' });
  await expect(details.getByText(fortune, { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
});

test('while live, the draws of other visitors keep coming', async ({ page, embedded }) => {
  const explore = new ExplorePage(page, { url: embedded.url });
  await explore.goTo('/?live=1');
  const traces = async () => Number(/(\d+) traces/.exec((await explore.coverage.textContent()) ?? '')?.[1]);
  await expect(explore.coverage).toContainText('read completely');
  const first = await traces();
  await expect.poll(traces).toBeGreaterThan(first);
});
