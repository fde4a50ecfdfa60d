// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { traceFromDrawing } from '#core/testing/trace-from-drawing.ts';
import { en } from '../ui/words/en.ts';
import { lateEn } from '../ui/words/late-en.ts';
import { WordsContext } from '../ui/words/use-words.ts';
import { TraceDrawer } from './trace-drawer.tsx';
import type { TraceLoad } from './trace-load.ts';

const trace = traceFromDrawing('demo /handler |==|');

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

async function render(load: TraceLoad) {
  const asked = { onClose: vi.fn(), onNext: vi.fn() };
  await act(async () =>
    root.render(
      <MantineProvider env="test">
        <WordsContext value={{ locale: 'en', words: en, setLocale: () => undefined }}>
          <TraceDrawer traceId={trace.id} trace={load} onPrevious={undefined} pageHref="/trace/1" {...asked} />
        </WordsContext>
      </MantineProvider>,
    ),
  );
  return asked;
}

function dialog(): HTMLElement {
  const found = document.querySelector<HTMLElement>('[role=dialog]');
  if (found === null) throw new Error('no dialog');
  return found;
}

function press(key: string): void {
  act(() => {
    dialog().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
}

describe('TraceDrawer', () => {
  it('is a dialog named by the root of the trace', async () => {
    await render({ status: 'loaded', trace });
    const title = document.getElementById(dialog().getAttribute('aria-labelledby') ?? '');
    expect(title?.textContent).toBe('demo /handler');
    expect(dialog().querySelector('a')?.getAttribute('href')).toBe('/trace/1');
  });

  it('goes on by j, not beyond the first by k, and closes by its button', async () => {
    const { onNext, onClose } = await render({ status: 'loaded', trace });
    press('j');
    press('k');
    expect(onNext).toHaveBeenCalledOnce();
    const previous = dialog().querySelector<HTMLButtonElement>(`[aria-label="${lateEn.trace.previous}"]`);
    expect(previous?.disabled).toBe(true);
    act(() => dialog().querySelector<HTMLElement>(`[aria-label="${lateEn.trace.close}"]`)?.click());
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('says that the trace is being read, in the place of its spans', async () => {
    await render({ status: 'loading' });
    expect(dialog().querySelector('[role=status]')?.getAttribute('aria-label')).toBe(lateEn.trace.loading);
  });

  it('says what went wrong', async () => {
    await render({ status: 'failed', problem: { code: 'trace-not-found', detail: '', advice: '' } });
    expect(dialog().querySelector('[role=alert]')?.textContent).toContain(lateEn.trace.failure.notFound.title);
  });
});
