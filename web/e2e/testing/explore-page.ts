import { expect, type Locator, type Page } from '@playwright/test';
import type { UnixMicros } from '#core/units.ts';

interface Place {
  /** Of the dashboard. */
  readonly url: string;
  /** What `open` asks for; without it the default. */
  readonly range?: { readonly from: UnixMicros; readonly to: UnixMicros };
}

/** The Explore page as a reader sees it: its parts by role and name, and what can be done there. Words are English. */
export class ExplorePage {
  readonly page: Page;
  readonly finding: Locator;
  /** The one sentence on top. */
  readonly sentence: Locator;
  readonly coverage: Locator;
  readonly keys: Locator;
  readonly filters: Locator;
  readonly charts: Locator;
  readonly values: Locator;
  readonly list: Locator;
  readonly drawer: Locator;
  readonly banner: Locator;
  /** Addresses of every request for spans so far. */
  readonly spanRequests: readonly string[];
  readonly #place: Place;

  constructor(page: Page, place: Place) {
    this.page = page;
    this.#place = place;
    this.finding = page.getByRole('region', { name: 'Finding' });
    this.sentence = page.getByRole('main').getByRole('heading', { level: 1 });
    this.coverage = page.getByRole('region', { name: 'Coverage' });
    this.keys = page.getByRole('listbox', { name: 'What explains the latency' });
    this.filters = page.getByRole('region', { name: 'Filters' });
    this.charts = page.getByRole('region', { name: 'Charts' });
    this.values = page.getByRole('region', { name: /^Values of / });
    this.list = page.getByRole('region', { name: 'Traces', exact: true });
    this.drawer = page.getByRole('dialog');
    this.banner = page.getByRole('main').getByRole('alert');
    const spanRequests: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/api/spans') spanRequests.push(request.url());
    });
    this.spanRequests = spanRequests;
  }

  /** Opens the page at the times of its place, with what else its URL shall say. */
  async open(query: Readonly<Record<string, string>> = {}): Promise<void> {
    const { range } = this.#place;
    const search = new URLSearchParams(query);
    if (range !== undefined) {
      search.set('from', String(range.from));
      search.set('to', String(range.to));
    }
    await this.goTo(`/?${search}`);
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.#place.url).href);
  }

  valueRow(value: string): Locator {
    return this.values.getByRole('row').filter({ has: this.valueButton(value) });
  }

  valueButton(value: string): Locator {
    return this.page.getByRole('button', { name: `${value}: choose`, exact: true });
  }

  /** Takes an item of a value's menu. */
  async choose(value: string, item: string): Promise<void> {
    await this.valueButton(value).click();
    await this.page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  async searchKeys(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Search keys and values' }).fill(text);
  }

  key(name: string): Locator {
    return this.keys.getByRole('option', { name: new RegExp(`^${name} `) });
  }

  /** Rows of the list that are in view, the first of them in the order shown. */
  get rows(): Locator {
    return this.list.getByRole('row').filter({ hasNot: this.page.getByRole('columnheader') });
  }

  /** How many traces the list holds, and in which order. */
  async expectListed(count: number, order = 'newest first'): Promise<void> {
    await expect(this.list.getByText(`${count}, ${order}`, { exact: true })).toBeVisible();
  }

  async expectSentence(text: string | RegExp): Promise<void> {
    await expect(this.sentence).toHaveText(text);
  }

  async openTimeField(): Promise<Locator> {
    await this.page.getByRole('button', { name: /^Time / }).click();
    const field = this.page.getByRole('dialog', { name: /^Time / });
    await expect(field).toBeVisible();
    return field;
  }

  /** What can be taken away. */
  async openExport(): Promise<Locator> {
    await this.coverage.getByRole('button', { name: 'Export' }).click();
    const menu = this.page.getByRole('dialog', { name: 'Export' });
    await expect(menu.getByRole('button', { name: 'Spans as Arrow' })).toBeVisible();
    return menu;
  }

  /** The form of what a span must have for its trace to be read. */
  async openSpanFilter(): Promise<Locator> {
    await this.page.getByRole('button', { name: /^Span filter/ }).click();
    const form = this.page.getByRole('dialog', { name: /^Span filter/ });
    await expect(form.getByLabel('Tags of the span')).toBeFocused();
    return form;
  }

  /** The mark and the word in the head of the page. */
  get connection(): Locator {
    return this.page.getByRole('banner').getByRole('button', { name: /^Jaeger: / });
  }

  /** All that is known of the connection. */
  async openConnection(): Promise<Locator> {
    await this.connection.click();
    const details = this.page.getByRole('dialog', { name: /^Jaeger: / });
    await expect(details.getByRole('heading', { name: 'Connection to Jaeger' })).toBeVisible();
    return details;
  }

  /** The state that the URL carries. */
  get query(): URLSearchParams {
    return new URL(this.page.url()).searchParams;
  }
}
