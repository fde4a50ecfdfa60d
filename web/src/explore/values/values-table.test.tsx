// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExploreAnswer, GroupRow } from '#core/analysis/explore-answer.ts';
import { type Group, NONE, SEVERAL, valueGroup } from '#core/analysis/group.ts';
import { unixMicros } from '#core/units.ts';
import { groupStyles } from '../../ui/group-styles.ts';
import { en } from '../../ui/words/en.ts';
import { WordsContext } from '../../ui/words/use-words.ts';
import { type ChangeExplore, DEFAULT_STATE, type ExploreState } from '../../url-state.ts';
import { FilterBar } from './filter-bar.tsx';
import { ValuesTable } from './values-table.tsx';

const key = { scope: 'event', key: 'omikuji' } as const;
const bad = valueGroup('凶');

function row(group: Group, patch: Partial<GroupRow> = {}): GroupRow {
  return {
    group,
    isHighlight: false,
    isIncluded: true,
    n: 167,
    share: 0.334,
    p50: { value: 61, low: 56, high: 68 },
    p95: { value: 164, low: 139, high: 356 },
    p99: { value: 738, low: 219, high: undefined },
    shift: { value: 2, low: -5, high: 9 },
    verdict: 'no-difference',
    latencies: new Float64Array(0),
    ...patch,
  };
}

function answerOf(groups: readonly GroupRow[]): ExploreAnswer {
  const none = new Int32Array(0);
  const points = {
    trace: none,
    time: new Float64Array(0),
    latency: new Float64Array(0),
    group: none,
    isPicked: new Uint8Array(0),
  };
  const highlight = groups.find(({ isHighlight }) => isHighlight)?.group;
  const counts = { loaded: 500, included: 416, picked: 416 };
  return {
    ...counts,
    keys: [],
    key,
    split: undefined,
    highlight,
    groups,
    finding: { kind: 'no-traces' },
    points,
    order: none,
  };
}

let container: HTMLElement;
let root: Root;

// The menu is loaded when it is first used: here before, so that nothing happens between two acts.
beforeAll(async () => void (await import('./value-menu-open.tsx')));

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // Nothing has a size here, so that a menu finds nothing to focus, and says so with the whole tree.
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
  container = document.body.appendChild(document.createElement('div'));
  root = createRoot(container);
});

afterEach(() => {
  act(() => root.unmount());
  container.remove();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function render(groups: readonly GroupRow[], state: Partial<ExploreState> = {}): Parameters<ChangeExplore>[0][] {
  const patches: Parameters<ChangeExplore>[0][] = [];
  const props = {
    answer: answerOf(groups),
    state: { ...DEFAULT_STATE, ...state },
    change: (patch: Parameters<ChangeExplore>[0]) => patches.push(patch),
  };
  act(() =>
    root.render(
      <MantineProvider>
        <WordsContext value={{ locale: 'en', words: en, setLocale: () => undefined }}>
          <FilterBar {...props} />
          <ValuesTable
            {...props}
            styles={groupStyles(key, groups)}
            sample={{ isCut: false, isPart: false }}
            fileStem="kuji"
          />
        </WordsContext>
      </MantineProvider>,
    ),
  );
  return patches;
}

function cells(): readonly string[] {
  return [...container.querySelectorAll('tbody tr')].map((line) =>
    [...line.children].map((cell) => cell.textContent?.replaceAll('\u202f', ' ')).join(' | '),
  );
}

async function choose(value: string, item: string): Promise<void> {
  const button = container.querySelector<HTMLElement>(`button[aria-label="${en.values.choose(value)}"]`);
  await act(async () => button?.click());
  await vi.waitFor(async () => {
    await act(async () => undefined);
    expect(document.querySelector('[role=menu]')).not.toBeNull();
  }, 20_000);
  const found = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find(
    ({ textContent }) => textContent === item,
  );
  await act(async () => found?.click());
}

describe('ValuesTable', () => {
  it('gives each number with its interval, and a verdict in words', () => {
    render([row(bad, { isHighlight: true, n: 84, verdict: 'clearly-slower' }), row(valueGroup('吉'))]);
    expect(cells()).toEqual([
      '凶 | 84 | 33.4 % | [56, 68] 61 µs | [139, 356] 164 µs | [219, ∞) 738 µs | [−5, 9] +2 µs | Clearly slower',
      '吉 | 167 | 33.4 % | [56, 68] 61 µs | [139, 356] 164 µs | [219, ∞) 738 µs | [−5, 9] +2 µs | no difference found',
    ]);
    expect(container.querySelector('h2')?.textContent).toBe('Values of omikuji');
    expect(container.textContent).toContain('each value against the rest, without 凶');
  });

  it('explains what is no value', () => {
    render([row(NONE), row(SEVERAL), row(valueGroup(''))]);
    expect([...container.querySelectorAll('th button')].map((button) => button.getAttribute('title'))).toEqual([
      'Traces without omikuji',
      'Traces with more than one value of omikuji',
      '(empty)',
    ]);
  });

  it('keeps a value that is left out in place, with its count, and puts it back', () => {
    const filters = [{ kind: 'groups', mode: 'exclude', key, groups: [bad] }] as const;
    const patches = render([row(valueGroup('吉')), row(bad, { isIncluded: false, n: 84 })], { filters });
    expect(cells()[1]).toBe('凶 | 84 | 33.4 % |  | left out · Put it back');
    const button = [...container.querySelectorAll<HTMLElement>('td button')][0];
    act(() => button?.click());
    expect(patches).toEqual([{ filters: [] }]);
  });

  it('highlights, keeps only or leaves out the value that is chosen', async () => {
    const patches = render([row(bad, { isHighlight: true }), row(valueGroup('吉'))]);
    await choose('吉', en.values.highlight);
    await choose('吉', en.values.only);
    await choose('吉', en.values.leaveOut);
    const groups = [valueGroup('吉')];
    expect(patches).toEqual([
      { highlight: groups[0] },
      { filters: [{ kind: 'groups', mode: 'include', key, groups }] },
      { filters: [{ kind: 'groups', mode: 'exclude', key, groups }] },
    ]);
  });

  it('shows twelve of many values, and all when asked', () => {
    render(Array.from({ length: 200 }, (_, index) => row(valueGroup(`lot ${index}`))));
    expect(cells()).toHaveLength(12);
    const more = [...container.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Show all 200 values',
    );
    act(() => more?.click());
    expect(cells()).toHaveLength(200);
  });
});

describe('FilterBar', () => {
  const box = { from: unixMicros(0), to: unixMicros(600_000_000), min: 460_000, max: 1_700_000 };
  const filters = [
    { kind: 'groups', mode: 'include', key, groups: [valueGroup('吉'), valueGroup('中吉')] },
    { kind: 'box', box },
  ] as const;

  it('says what is filtered and how many traces are left', () => {
    render([row(valueGroup('吉'))], { filters });
    const bar = container.querySelector('section');
    expect(bar?.getAttribute('aria-label')).toBe('Filters');
    expect(bar?.textContent).toContain('omikuji is 吉 or 中吉');
    expect(bar?.textContent).toContain('416 of 500 traces');
  });

  it('takes one filter away, or all', () => {
    const patches = render([row(valueGroup('吉'))], { filters });
    const buttons = [...container.querySelectorAll<HTMLElement>('section:first-of-type button')];
    act(() => buttons[0]?.click());
    act(() => buttons.find(({ textContent }) => textContent === en.values.clearAll)?.click());
    expect(patches).toEqual([{ filters: [filters[1]] }, { filters: [] }]);
  });
});
