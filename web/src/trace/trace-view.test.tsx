// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { valueGroup } from '#core/analysis/group.ts';
import { traceFromDrawing } from '#core/testing/trace-from-drawing.ts';
import { en } from '../ui/words/en.ts';
import { lateEn } from '../ui/words/late-en.ts';
import { WordsContext } from '../ui/words/use-words.ts';
import type { Highlight } from './highlight-matches.ts';
import { TraceFacts } from './trace-facts.tsx';
import { TraceFailure } from './trace-failure.tsx';
import { TraceView } from './trace-view.tsx';

const draw = traceFromDrawing(
  `
  demo /handler {user=7}                     |==========|
    demo /omikuji @9 残念でした {omikuji=凶} | ======== |
  mail send {url=javascript:alert(1)}        |   ==     | [orphan]
`,
  { microsPerColumn: 100_000 },
);
const { trace: words } = lateEn;
const highlight: Highlight = { key: { scope: 'event', key: 'omikuji' }, group: valueGroup('凶') };

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

function render(node: ReactNode): void {
  const value = { locale: 'en', words: en, setLocale: () => undefined } as const;
  act(() =>
    root.render(
      <MantineProvider>
        <WordsContext value={value}>{node}</WordsContext>
      </MantineProvider>,
    ),
  );
}

function rows(): readonly HTMLElement[] {
  return [...container.querySelectorAll<HTMLElement>('[role=treegrid] tbody tr')];
}

function press(target: Element | null, key: string): void {
  act(() => {
    target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
}

function detailsHeading(): string | undefined {
  const section = [...container.querySelectorAll('section')].find((candidate) =>
    candidate.textContent?.includes(words.times),
  );
  return section?.querySelector('h2')?.textContent ?? undefined;
}

describe('TraceView', () => {
  it('begins with the span that carries the highlight, marked in tree and details', () => {
    render(<TraceView trace={draw} highlight={highlight} />);
    expect(rows().map((row) => [row.dataset.match, row.getAttribute('aria-selected')])).toEqual([
      [undefined, 'false'],
      ['true', 'true'],
      [undefined, 'false'],
    ]);
    expect(detailsHeading()).toBe('demo /omikuji');
    const marked = [...container.querySelectorAll('dl [data-highlight]')].map((line) => line.textContent);
    expect(marked).toEqual(['highlighted omikuji凶']);
  });

  it('begins with the root where nothing is highlighted', () => {
    render(<TraceView trace={draw} highlight={undefined} />);
    expect(detailsHeading()).toBe('demo /handler');
  });

  it('folds, unfolds, moves and selects by keys', () => {
    render(<TraceView trace={draw} highlight={undefined} />);
    press(rows()[0]!, 'ArrowLeft');
    expect(rows().map((row) => row.getAttribute('aria-expanded'))).toEqual(['false', null]);
    press(rows()[0]!, 'ArrowRight');
    expect(rows()).toHaveLength(3);
    press(rows()[0]!, 'ArrowDown');
    expect(document.activeElement).toBe(rows()[1]);
    press(document.activeElement, 'Enter');
    expect(detailsHeading()).toBe('demo /omikuji');
    press(document.activeElement, 'ArrowLeft');
    expect(document.activeElement).toBe(rows()[0]);
  });

  it('says what was odd, on which span, and how it was repaired', () => {
    render(<TraceView trace={draw} highlight={undefined} />);
    expect(container.textContent).toContain(words.problemKinds.orphan);
    const button = [...container.querySelectorAll('button')].find(({ textContent }) => textContent === 'mail send');
    act(() => button?.click());
    expect(detailsHeading()).toBe('mail send');
  });

  it('shows the highlighted one of many events at once, and all when asked', () => {
    const span = {
      ...draw.spans[1]!,
      events: Array.from({ length: 40 }, (_, i) => ({ name: `event ${i}`, at: i, attributes: [] })),
    };
    const last = { ...span.events[39]!, attributes: draw.spans[1]!.events[0]!.attributes };
    const busy = { ...draw, spans: [draw.spans[0]!, { ...span, events: [...span.events.slice(0, 39), last] }] };
    render(<TraceView trace={busy} highlight={highlight} />);
    expect(container.querySelectorAll('ol > li')).toHaveLength(11);
    expect(container.querySelector('dl [data-highlight]')?.textContent).toBe('highlighted omikuji凶');
    const button = [...container.querySelectorAll('button')].find(
      ({ textContent }) => textContent === words.showAll(40),
    );
    act(() => button?.click());
    expect(container.querySelectorAll('ol > li')).toHaveLength(40);
  });

  it('never links a script', () => {
    render(<TraceView trace={draw} highlight={undefined} />);
    act(() => rows()[2]!.click());
    expect(container.textContent).toContain('javascript:alert(1)');
    expect(container.querySelector('a')).toBeNull();
  });
});

describe('TraceFacts', () => {
  it('tells duration, size, highlight and rank', () => {
    const rank = { slowerThanAll: 0.86, total: 500, slowerThanGroup: 0.17, groupTotal: 84 };
    render(<TraceFacts trace={draw} highlight={highlight} rank={rank} />);
    const text = container.textContent?.replaceAll('\u202f', ' ');
    expect(text).toContain('1.000 s');
    expect(text).toContain('3 spans in 2 services');
    expect(text).toContain('omikuji=凶');
    expect(text).toContain('slower than 86.0 % of all 500 traces, and than 17.0 % of the 84 凶');
  });
});

describe('TraceFailure', () => {
  it('says what happened and tries again', () => {
    const onRetry = vi.fn();
    const problem = { code: 'jaeger-unreachable', detail: 'connection refused', advice: '' } as const;
    render(
      <TraceFailure traceId="abc" problem={problem} onRetry={onRetry}>
        {null}
      </TraceFailure>,
    );
    const text = container.querySelector('[role=alert]')?.textContent;
    expect(text).toContain(en.problem.byCode['jaeger-unreachable'].title);
    expect(text).toContain('The trace abc could not be read.');
    expect(text).toContain('connection refused');
    act(() => container.querySelector('button')?.click());
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('does not try again for what is no trace id', () => {
    render(
      <TraceFailure traceId="zzz" problem={{ code: 'bad-request', detail: '', advice: '' }} onRetry={() => undefined}>
        {null}
      </TraceFailure>,
    );
    expect(container.textContent).toContain(words.failure.malformed.title);
    expect(container.querySelector('button')).toBeNull();
  });
});
