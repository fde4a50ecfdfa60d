import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Listening, listen } from '../listen.ts';
import { samplingHttp } from './sampling-http.ts';

let server: Listening;
beforeAll(async () => {
  server = await listen(samplingHttp, '127.0.0.1', 0);
});
afterAll(() => server.close());

it.each<readonly [path: string, status: number, text: string]>([
  ['/sampling?service=demo', 200, '{"strategyType":"PROBABILISTIC","probabilisticSampling":{"samplingRate":1}}'],
  ['/?service=demo', 200, '{"strategyType":"PROBABILISTIC","probabilisticSampling":{"samplingRate":1}}'],
  ['/sampling', 400, "'service' parameter must be provided once\n"],
  ['/sampling?service=a&service=b', 400, "'service' parameter must be provided once\n"],
])('answers %s with %s', async (path, status, text) => {
  const response = await fetch(server.url + path);
  expect([response.status, await response.text()]).toEqual([status, text]);
});
