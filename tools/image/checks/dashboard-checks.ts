import assert from 'node:assert/strict';
import { aboutAnswer, drawAnswer, servicesAnswer } from '#core/api.ts';
import { decodeSlice } from '#core/spans/decode-slice.ts';
import { type Answer, type Container, eventually, type ImageSystem } from '../image-system.ts';
import type { ImageCheck } from './image-check.ts';

const HOUR_MICROS = 3600 * 1e6;
/** Fewer than the embedded system draws at its start, whatever is left out at the edges. */
const DRAWS = 300;

/** What the dashboard answers. */
export const DASHBOARD_CHECKS: readonly ImageCheck[] = [
  {
    name: 'it is alive and ready, with its pages, and its Jaeger answers',
    async run(system, { embedded, apart }) {
      for (const container of [embedded, apart]) {
        assert.deepEqual(jsonOf(await get(system, container, '/healthz')), { status: 'ok' });
        const ready = jsonOf(await get(system, container, '/readyz'));
        assert.deepEqual(ready, { status: 'ready', web: true, jaeger: 'answers' });
      }
      return undefined;
    },
  },
  {
    name: 'it serves the page and all that the page names',
    async run(system, { embedded }) {
      const page = (await get(system, embedded, '/')).body.toString();
      const named = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = '']) => path);
      assert(named.some((path) => path.endsWith('.js')) && named.some((path) => path.endsWith('.css')), page);
      for (const path of named) assert.notEqual((await get(system, embedded, path)).body.length, 0, path);
      return `${named.length} files`;
    },
  },
  {
    name: 'it says what it is, and which Jaeger it asks',
    async run(system, { embedded, apart }) {
      const here = aboutAnswer.parse(jsonOf(await get(system, embedded, '/api/about')));
      const there = aboutAnswer.parse(jsonOf(await get(system, apart, '/api/about')));
      assert.deepEqual([here.isEmbedded, there.isEmbedded], [true, false]);
      assert.equal(there.jaeger, `${embedded.address}:16686`);
      return `version ${here.version}`;
    },
  },
  {
    name: 'its slice of demo holds the draws that were made at the start, in both',
    async run(system, { embedded, apart }) {
      const seen: number[] = [];
      for (const container of [embedded, apart]) {
        seen.push(
          await eventually(async () => {
            const { table, info } = await sliceOf(system, container, 'demo');
            assert.equal(info.state, 'complete');
            assert(info.traces >= DRAWS, `${info.traces} traces`);
            assert(table.annotations.values.includes('凶'), 'nobody has drawn 凶');
            return info.traces;
          }),
        );
      }
      return `${seen.join(' and ')} traces`;
    },
  },
  {
    name: 'it draws a fortune, whose trace it then shows',
    async run(system, { embedded }) {
      const draw = drawAnswer.parse(jsonOf(await get(system, embedded, '/api/draws', 'POST')));
      await eventually(() => get(system, embedded, `/api/traces/${draw.traceId}`));
      return draw.text;
    },
  },
  {
    name: 'the omikuji app draws fortunes, and its spans reach the Jaeger of the other container',
    async run(system, { apart, omikuji }) {
      const draw = await system.ask(`http://${omikuji.address}:8080/`);
      const text = draw.body.toString();
      assert.match(text, /^運勢は\[.+\]です$/);
      const [, traceId] = /^00-([0-9a-f]{32})-/.exec(draw.headers.traceresponse ?? '') ?? [];
      assert(traceId !== undefined, 'it names no trace');
      await eventually(() => get(system, apart, `/api/traces/${traceId}`));
      const { services } = servicesAnswer.parse(jsonOf(await get(system, apart, '/api/services')));
      assert(services.includes(OMIKUJI_SERVICE), services.join(' '));
      return text;
    },
  },
];

/** As the service of the omikuji app that runs alone is called here, to tell it from the embedded one. */
export const OMIKUJI_SERVICE = 'omikuji-alone';

async function get(system: ImageSystem, { address }: Container, path: string, method = 'GET'): Promise<Answer> {
  const answer = await system.ask(`http://${address}:3000${path}`, method);
  assert.equal(answer.status, 200, `${path}: ${answer.status} ${answer.body.toString().slice(0, 500)}`);
  return answer;
}

function jsonOf({ body }: Answer): unknown {
  return JSON.parse(body.toString());
}

/** The newest slice of the hour until now. */
async function sliceOf(system: ImageSystem, container: Container, service: string) {
  const end = Date.now() * 1000;
  const path = `/api/spans?service=${service}&start=${end - HOUR_MICROS}&end=${end}&limit=1500`;
  return decodeSlice(new Uint8Array((await get(system, container, path)).body));
}
