import { expect, it } from 'vitest';
import { jaegersNote } from './jaegers-note.ts';

const start = () => Promise.reject(new Error('not started'));

it('the summary says which Jaegers ran, and how to get the others', () => {
  const embedded = { name: 'embedded', start };
  expect(jaegersNote([embedded, { name: '2.13', start }])).toBe('Jaegers: embedded, 2.13');
  expect(jaegersNote([embedded, { name: '1.48', start: undefined }])).toBe(
    'Jaegers: embedded; not here: 1.48 (npm run jaegers builds them)',
  );
});
