// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act, useLayoutEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExploreAnswer, GroupRow } from '#core/analysis/explore-answer.ts';
import { valueGroup } from '#core/analysis/group.ts';
import type { TraceRow } from '#core/analysis/trace-row.ts';
import { SECOND, unixMicros } from '#core/units.ts';
import type { RowSource } from '../../data/use-row-source.ts';
import { durationAxis } from '../../ui/duration-axis.ts';
import { en } from '../../ui/words/en.ts';
import { WordsContext } from '../../ui/words/use-words.ts';
import { type ChangeExplore, DEFAULT_STATE } from '../../url-state.ts';
import { TraceList } from './trace-list.tsx';

const key = { scope: 'event', key: 'omikuji' } as const;
const [bad, good] = [valueGroup('凶'), valueGroup('吉')];

/** A trace is bad where its row is 2, 5, 8, … */
const isBad = (row: number) => row % 3 === 2;

function groupRow(isHighlight: boolean): GroupRow {
  const estimate = { value: 1, low: undefined, high: undefined };
  const numbers = { n: 1, share: 1, p50: estimate, p95: estimate, p99: estimate, shift: undefined, verdict: undefined };
  return { ...numbers, group: isHighlight ? bad : good, isHighlight, isIncluded: true, latencies: Float64Array.of(1) };
}

function answerOf(traces: number): ExploreAnswer {
  const rows = Int32Array.from({ length: traces }, (_, row) => row);
  return {
    loaded: traces,
    included: traces,
    picked: traces,
    keys: [],
    key,
    split: undefined,
    highlight: bad,
    groups: [groupRow(true), groupRow(false)],
    finding: { kind: 'no-traces' },
    points: {
      trace: rows,
      time: new Float64Array(traces),
      latency: new Float64Array(traces),
      group: rows.map((row) => (isBad(row) ? 0 : 1)),
      isPicked: new Uint8Array(traces).fill(1),
    },
    order: rows.toReversed(),
  };
}

function rowOf(row: number): TraceRow {
  return {
    row,
    id: `id-${row}`,
    start: unixMicros(1_795_424_400_000_000 + row * SECOND),
    service: 'demo',
    operation: '/handler',
    latency: isBad(row) ? SECOND : 61,
    spans: 2,
    errors: 0,
    chips: [{ key, value: isBad(row) ? '凶' : '吉', isHighlight: isBad(row) }],
    extent: 61,
    bars: [],
    marks: [],
  };
}

let container: HTMLElement;
let root: Root;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  container = document.body.appendChild(document.createElement('div'));
  root = createRoot(container);
});

afterEach(() => {
  act(() => root.unmount());
  container.remove();
  vi.unstubAllGlobals();
});

interface Asked {
  readonly opened: string[];
  readonly patches: Parameters<ChangeExplore>[0][];
  readonly requested: Set<number>;
}

interface RenderOptions {
  /** Called when it has been drawn, and nothing that follows from it has been done. */
  readonly onDrawn?: () => void;
}

function Drawn({ onDrawn }: RenderOptions) {
  useLayoutEffect(() => {
    onDrawn?.();
  }, [onDrawn]);
  return null;
}

function render(
  traces: number,
  have: (row: number) => boolean = () => true,
  currentId?: string,
  { onDrawn }: RenderOptions = {},
): Asked {
  const asked: Asked = { opened: [], patches: [], requested: new Set() };
  const rows: RowSource = {
    row: (row) => (have(row) ? rowOf(row) : undefined),
    firstRow: (row) => row,
    request: (wanted) => {
      for (const row of wanted) asked.requested.add(row);
    },
  };
  const value = { locale: 'en', words: en, setLocale: () => undefined } as const;
  act(() =>
    root.render(
      <MantineProvider>
        <WordsContext value={value}>
          <TraceList
            answer={answerOf(traces)}
            rows={rows}
            state={DEFAULT_STATE}
            change={(patch) => asked.patches.push(patch)}
            axis={durationAxis('log', 61, SECOND)}
            sample={{ isCut: false, isPart: false }}
            currentId={currentId}
            onOpen={(id) => asked.opened.push(id)}
          />
          {onDrawn && <Drawn onDrawn={onDrawn} />}
        </WordsContext>
      </MantineProvider>,
    ),
  );
  return asked;
}

function bodyRows(): readonly HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>('tbody tr')];
}

function press(target: Element, key: string): void {
  act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
}

const currentRow = () => container.querySelector<HTMLElement>('tr[aria-current]')?.dataset.row;

describe('TraceList', () => {
  it('says how many traces there are and in which order', () => {
    render(9);
    expect(container.querySelector('h2')?.textContent).toBe('Traces');
    expect(container.querySelector('section p')?.textContent).toBe('9, newest first');
    expect(container.querySelector('table')?.getAttribute('aria-rowcount')).toBe('10');
  });

  it('draws only what is in view of many traces, and asks for no other rows', () => {
    const { requested } = render(10_000);
    expect(bodyRows().length).toBeGreaterThan(5);
    expect(bodyRows().length).toBeLessThan(100);
    expect([...requested].every((row) => row > 9_900)).toBe(true);
    expect(requested.size).toBe(bodyRows().length);
  });

  it('keeps the place of a row that has not come yet', () => {
    render(3, (row) => row !== 1);
    expect(bodyRows().map((row) => row.textContent?.includes('/handler'))).toEqual([true, false, true]);
  });

  it('moves by j and k, goes to the next highlighted by n and opens by Enter', () => {
    const { opened } = render(9);
    press(document.body, 'j');
    expect(currentRow()).toBe('8');
    press(document.body, 'j');
    expect(currentRow()).toBe('7');
    expect(document.activeElement).toBe(bodyRows()[1]);
    press(bodyRows()[1]!, 'n');
    expect(currentRow()).toBe('5');
    press(bodyRows()[3]!, 'k');
    expect(currentRow()).toBe('6');
    press(bodyRows()[2]!, 'Enter');
    expect(opened).toEqual(['id-6']);
  });

  it('gives the focus to the row that was moved to last, also where the move comes while rows are being drawn', () => {
    render(9, (row) => row !== 8);
    press(document.body, 'j');
    press(document.body, 'j');
    const up = new KeyboardEvent('keydown', { key: 'k', bubbles: true, cancelable: true });
    render(9, () => true, undefined, { onDrawn: () => bodyRows()[1]!.dispatchEvent(up) });
    expect(currentRow()).toBe('8');
    expect((document.activeElement as HTMLElement).dataset.row).toBe('8');
  });

  it('follows the trace in the drawer, and has the focus on its row when the drawer closes', () => {
    render(9, () => true, 'id-4');
    expect(currentRow()).toBe('4');
    render(9, () => true, 'id-3');
    expect(currentRow()).toBe('3');
    render(9);
    expect(currentRow()).toBe('3');
    expect((document.activeElement as HTMLElement).dataset.row).toBe('3');
  });

  it('leaves keys alone that are typed into a field', () => {
    render(9);
    const field = container.appendChild(document.createElement('input'));
    press(field, 'j');
    expect(currentRow()).toBeUndefined();
  });

  it('opens by a click, by mouse or by the named button', () => {
    const { opened } = render(3);
    act(() => bodyRows()[0]!.click());
    act(() => bodyRows()[1]!.querySelector('button')?.click());
    expect(opened).toEqual(['id-2', 'id-1']);
    expect(bodyRows()[1]!.querySelector('button')?.getAttribute('aria-label')).toContain('demo /handler');
  });

  it('sorts by a column, the slowest first', () => {
    const { patches } = render(3);
    const button = [...container.querySelectorAll('th button')].find(({ textContent }) => textContent === 'Duration');
    act(() => (button as HTMLElement).click());
    expect(patches).toEqual([{ sort: { column: 'duration', direction: 'descending' } }]);
    expect(container.querySelector('th[aria-sort=descending]')?.textContent).toContain('Time');
  });

  it('tells a highlighted row by a word as well', () => {
    render(3);
    expect(bodyRows().map((row) => row.textContent?.includes(en.list.highlighted))).toEqual([true, false, false]);
  });

  it('says so where no trace passes', () => {
    render(0);
    expect(container.textContent).toContain(en.list.nothing);
  });
});
