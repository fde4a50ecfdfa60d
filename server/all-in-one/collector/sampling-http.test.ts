import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Listening, listen } from '../listen.ts';
import { samplingHttp } from './sampling-http.ts';

let server: Listening;
beforeAll(async () => {
  server = await listen(samplingHttp, '127.0.0.1', 0);
});
afterAll(() => server.close());

it.each<readonly [string, string, number, string]>([
  ['GET', '/sampling?service=demo', 200, '{"strategyType":"PROBABILISTIC","probabilisticSampling":{"samplingRate":1}}'],
  ['GET', '/?service=demo', 200, '{"strategyType":"PROBABILISTIC","probabilisticSampling":{"samplingRate":1}}'],
  ['GET', '/sampling', 400, "'service' parameter must be provided once\n"],
  ['GET', '/sampling?service=a&service=b', 400, "'service' parameter must be provided once\n"],
  ['GET', '/baggageRestrictions?service=a', 404, '404 page not found\n'],
  ['POST', '/sampling?service=demo', 405, ''],
])('answers %s %s with %s', async (method, path, status, text) => {
  const response = await fetch(server.url + path, { method });
  expect([response.status, await response.text()]).toEqual([status, text]);
});
