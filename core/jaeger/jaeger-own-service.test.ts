import { expect, it } from 'vitest';
import { isJaegerOwnService } from './jaeger-own-service.ts';

it('knows Jaeger tracing itself, and leaves services alone that only sound like it', () => {
  expect(['jaeger', 'jaeger-all-in-one', 'jaeger-query'].every(isJaegerOwnService)).toBe(true);
  expect(['demo', 'jaeger-demo', 'Jaeger', ''].some(isJaegerOwnService)).toBe(false);
});
