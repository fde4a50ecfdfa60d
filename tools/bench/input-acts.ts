import type { Locator, Page } from '@playwright/test';

/** Something that a reader does, and what tells that the page has answered. */
export interface InputAct {
  readonly name: string;
  readonly act: (page: Page) => Promise<void>;
}

const STEPS = 40;

/** What readers do on Explore, in an order in which each finds the page as it needs it. The last leaves it as it was. */
export const INPUT_ACTS: readonly InputAct[] = [
  {
    name: 'typing in the search for keys',
    act: async (page) => {
      const search = page.getByRole('searchbox', { name: 'Search keys and values' });
      await search.click();
      await page.keyboard.type('region', { delay: 30 });
      await option(page, 'region').waitFor();
      await search.fill('');
    },
  },
  {
    name: 'pointing at keys',
    act: async (page) => {
      for (const option of (await page.getByRole('option').all()).slice(0, 5)) await option.hover();
      await page.mouse.move(700, 20);
    },
  },
  {
    name: 'choosing a key',
    act: async (page) => {
      await option(page, 'http.response.status_code').click();
      await page.getByRole('region', { name: 'Values of http.response.status_code' }).waitFor();
      await option(page, 'region').click();
      await page.getByRole('region', { name: 'Values of region' }).waitFor();
    },
  },
  {
    name: 'moving over the distribution',
    act: async (page) => sweep(page, page.getByRole('slider', { name: 'Duration to read shares at' })),
  },
  {
    name: 'picking durations in the distribution',
    act: async (page) => {
      await dragOver(page, page.getByRole('slider', { name: 'Duration to read shares at' }));
      await page.getByText(/picked of/).waitFor();
      await page.keyboard.press('Escape');
      await page.getByText(/picked of/).waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'switching curves',
    act: async (page) => {
      for (const name of ['Density', 'Histogram', 'ECDF']) await page.getByRole('radio', { name }).check();
    },
  },
  {
    name: 'switching tabs',
    act: async (page) => {
      await page.getByRole('tab', { name: 'Where' }).click();
      await page.getByRole('treegrid').or(page.getByRole('table')).first().waitFor();
      await page.getByRole('tab', { name: 'Over time' }).click();
      await page.getByRole('slider', { name: 'Traces in the order of time' }).waitFor();
    },
  },
  {
    name: 'moving over the heatmap',
    act: async (page) => sweep(page, page.getByRole('slider', { name: 'Traces in the order of time' })),
  },
  {
    name: 'picking a box in the heatmap',
    act: async (page) => {
      await dragOver(page, page.getByRole('slider', { name: 'Traces in the order of time' }));
      await page.getByText(/picked of/).waitFor();
      await page.keyboard.press('Escape');
      await page.getByText(/picked of/).waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'p50 and p95 over time',
    act: async (page) => {
      await page.getByRole('radio', { name: 'p50, p95' }).check();
      await sweep(page, page.getByRole('slider', { name: 'Part of the time to read quantiles at' }));
      await page.getByRole('radio', { name: 'Traces' }).check();
      await page.getByRole('tab', { name: 'Distribution' }).click();
    },
  },
  {
    name: 'leaving a value out and taking it back',
    act: async (page) => {
      await page.getByRole('button', { name: 'tokyo: choose' }).click();
      await page.getByRole('menuitem', { name: 'Leave this value out' }).click();
      await page.getByRole('region', { name: 'Filters' }).waitFor();
      await page.goBack();
      await page.getByRole('region', { name: 'Filters' }).waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'scrolling and stepping through the list',
    act: async (page) => {
      await page.getByRole('region', { name: 'Traces', exact: true }).hover();
      for (let i = 0; i < 20; i++) await page.mouse.wheel(0, 400);
      for (let i = 0; i < 10; i++) await page.keyboard.press('j');
      for (let i = 0; i < 20; i++) await page.mouse.wheel(0, -400);
    },
  },
  {
    name: 'sorting the list',
    act: async (page) => {
      const list = page.getByRole('region', { name: 'Traces', exact: true });
      await list.getByRole('button', { name: /^Duration/ }).click();
      await list.getByText(/slowest first/).waitFor();
      await page.goBack();
      await list.getByText(/newest first/).waitFor();
    },
  },
];

function option(page: Page, name: string): Locator {
  return page.getByRole('option', { name: new RegExp(`^${name} `) });
}

async function placeOf(target: Locator) {
  await target.scrollIntoViewIfNeeded();
  const place = await target.boundingBox();
  if (place === null) throw new Error('what is moved over is not drawn');
  return place;
}

async function sweep(page: Page, target: Locator): Promise<void> {
  const { x, y, width, height } = await placeOf(target);
  await page.mouse.move(x + 2, y + height / 2);
  await page.mouse.move(x + width - 2, y + height * 0.6, { steps: STEPS });
  await page.mouse.move(700, 20);
}

async function dragOver(page: Page, target: Locator): Promise<void> {
  const { x, y, width, height } = await placeOf(target);
  await page.mouse.move(x + width * 0.3, y + height * 0.2);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.8, y + height * 0.8, { steps: STEPS });
  await page.mouse.up();
}
