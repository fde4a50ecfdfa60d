import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import type { Outdated } from './outdated.ts';
import { OUTDATED_EVENT } from './tell-outdated.ts';
import { OUTDATED_KEY, watchOutdated } from './watch-outdated.ts';

function watched() {
  const page = new EventTarget();
  const client = new QueryClient();
  let asked = 0;
  watchOutdated(page, client, () => asked++);
  const tell = (detail: Outdated) => page.dispatchEvent(new CustomEvent(OUTDATED_EVENT, { detail }));
  const known = () => ({ reason: client.getQueryData(OUTDATED_KEY), asked });
  return { page, tell, known };
}

it('knows nothing until something is told', () => {
  expect(watched().known()).toEqual({ reason: undefined, asked: 0 });
});

it('asks the server where a part of the page is missing, be it a worker or what Vite loads', () => {
  const { page, tell, known } = watched();
  page.dispatchEvent(new Event('vite:preloadError'));
  expect(known()).toEqual({ reason: 'part-missing', asked: 1 });
  tell('part-missing');
  expect(known()).toEqual({ reason: 'part-missing', asked: 2 });
});

it('keeps that Kuji was updated, whatever is missing afterwards', () => {
  const { page, tell, known } = watched();
  tell('part-missing');
  tell('updated');
  page.dispatchEvent(new Event('vite:preloadError'));
  expect(known().reason).toBe('updated');
});
