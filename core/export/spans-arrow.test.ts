import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Table, tableFromIPC } from '@uwdata/flechette';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SpanTableBuilder } from '../spans/span-table-builder.ts';
import { anyTrace } from '../testing/any-trace.ts';
import { demoTraces } from '../testing/demo-traces.ts';
import { randomTraces } from '../testing/random-traces.ts';
import { drawnStart, tableFromDrawings, tableOf } from '../testing/table-from-drawings.ts';
import { criticalPathTimes } from '../trace/critical-path.ts';
import { selfTimes } from '../trace/self-times.ts';
import { spansArrow } from './spans-arrow.ts';
import { TooLargeError } from './too-large-error.ts';

const MEBIBYTE = 2 ** 20;

const SHOP = tableFromDrawings(`
  web GET /items (server) {user=7}              |==========|
    db SELECT !error                            | ======   |
    web render @8 done {rows=3} @8 more         |       == |

  web GET / (server)                            |==|

  web lonely                                    |====|
    mail send                                   |  ====|
`);

function rowsOf(bytes: Uint8Array): readonly Record<string, unknown>[] {
  return tableFromIPC(bytes, { useDate: false }).toArray() as Record<string, unknown>[];
}

describe('spansArrow', () => {
  it('writes a row per span, with times and texts that people read', () => {
    const [root, query, render] = rowsOf(spansArrow(SHOP, Int32Array.of(0), MEBIBYTE));
    expect(root).toEqual({
      trace_id: '00000000000000000000000000000001',
      span_index: 0,
      parent_index: -1,
      depth: 0,
      service: 'web',
      operation: 'GET /items',
      kind: 'server',
      // Of a timestamp flechette gives milliseconds.
      start: drawnStart(0) / 1000,
      duration_us: 10,
      self_time_us: 2,
      critical_path_us: 2,
      is_error: false,
      tags: '{"user":"7"}',
      events: '[]',
      resource: '{}',
    });
    expect(query).toMatchObject({ span_index: 1, parent_index: 0, depth: 1, is_error: true, tags: '{"error":"true"}' });
    expect(JSON.parse(String(render!.events))).toEqual([
      { name: 'done', offset_us: 1, attributes: { rows: '3' } },
      { name: 'more', offset_us: 1, attributes: {} },
    ]);
  });

  it('writes the traces that are asked for, in their order', () => {
    const rows = rowsOf(spansArrow(SHOP, Int32Array.of(2, 0), MEBIBYTE));
    expect(
      rows.map(({ trace_id, span_index, parent_index, operation }) => [trace_id, span_index, parent_index, operation]),
    ).toEqual([
      ['00000000000000000000000000000003', 0, -1, 'lonely'],
      ['00000000000000000000000000000003', 1, 0, 'send'],
      ['00000000000000000000000000000001', 0, -1, 'GET /items'],
      ['00000000000000000000000000000001', 1, 0, 'SELECT'],
      ['00000000000000000000000000000001', 2, 0, 'render'],
    ]);
  });

  it('says of every span what the trace itself says', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyTrace, { minLength: 1, maxLength: 3, selector: ({ id }) => id }), (traces) => {
        const rows = rowsOf(spansArrow(tableOf(traces), Int32Array.from(traces.keys()), MEBIBYTE));
        const expected = traces.flatMap((trace) => {
          const self = selfTimes(trace);
          const critical = criticalPathTimes(trace);
          return trace.spans.map((span, index) => ({
            trace_id: trace.id,
            span_index: index,
            parent_index: span.parent,
            depth: span.depth,
            service: trace.resources[span.resource]!.service,
            operation: span.operation,
            kind: span.kind,
            start: (trace.start + span.start) / 1000,
            duration_us: span.duration,
            self_time_us: self[index],
            critical_path_us: critical[index],
            is_error: span.isError,
          }));
        });
        expect(rows.map(({ tags: _, events: __, resource: ___, ...rest }) => rest)).toEqual(expected);
        for (const { tags, events, resource } of rows) {
          for (const text of [tags, events, resource]) expect(() => JSON.parse(String(text))).not.toThrow();
        }
      }),
      { numRuns: 500, seed: 10 },
    );
  });

  it('keeps every value of a key that is there twice', () => {
    const [draw] = demoTraces({ seed: 1, traces: 1 });
    const twice = ['a', 'b'].map((value) => ({ key: '__proto__', type: 'string', value }) as const);
    const builder = new SpanTableBuilder();
    builder.appendTrace({ ...draw!, spans: [{ ...draw!.spans[0]!, attributes: twice }] });
    expect(rowsOf(spansArrow(builder.table(), Int32Array.of(0), MEBIBYTE))[0]!.tags).toBe('{"__proto__":["a","b"]}');
  });

  it('has the same columns and types whatever is in it, even nothing', () => {
    const typesOf = ({ schema }: Table) =>
      schema.fields.map(({ name, type }) => ({ name, type: JSON.stringify({ ...type, id: 0 }) }));
    const shop = randomTraces({ seed: 1, traces: 200, spansPerTrace: 10 });
    const full = tableFromIPC(spansArrow(tableOf(shop), Int32Array.from(shop.keys()), 100 * MEBIBYTE));
    const empty = tableFromIPC(spansArrow(tableOf([]), new Int32Array(0), MEBIBYTE));
    expect(empty.numRows).toBe(0);
    expect(typesOf(empty)).toEqual(typesOf(full));
  });

  it('refuses to grow beyond what is allowed', () => {
    const bytes = spansArrow(SHOP, Int32Array.of(0, 1), MEBIBYTE);
    expect(spansArrow(SHOP, Int32Array.of(0, 1), bytes.byteLength)).toEqual(bytes);
    for (const maxBytes of [bytes.byteLength - 1, 400, 0]) {
      expect(() => spansArrow(SHOP, Int32Array.of(0, 1), maxBytes)).toThrow(TooLargeError);
    }
  });
});

/** The lines of the README that open the file with DuckDB, pandas and Polars. */
function documentedLines(): string {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const lines = /## Take the data away[\s\S]*?```python\n([\s\S]*?)```/.exec(readme)?.[1];
  if (lines === undefined) throw new Error('The README shows no Python.');
  return lines;
}

const PYTHON = process.env.KUJI_PYTHON || 'python3';

/** What a Python here can import. */
function libraries(): ReadonlySet<string> {
  const script = [
    'import importlib.util as u',
    'print(*[n for n in ("pyarrow", "pandas", "polars", "duckdb") if u.find_spec(n)])',
  ].join('\n');
  try {
    return new Set(execFileSync(PYTHON, ['-c', script], { encoding: 'utf8', timeout: 20_000 }).trim().split(' '));
  } catch {
    // No Python: the tests say that they were skipped.
    return new Set();
  }
}

/** Readers by the libraries they need: each puts the columns into `rows`, a list of dicts. */
const READERS = [
  ['pyarrow', ['pyarrow'], 'import pyarrow.feather as f; rows = f.read_table(path).to_pylist()'],
  ['pandas', ['pandas', 'pyarrow'], 'import pandas as pd; rows = pd.read_feather(path).to_dict("records")'],
  ['Polars', ['polars'], 'import polars as pl; rows = pl.read_ipc(path).to_dicts()'],
  [
    'DuckDB',
    ['duckdb', 'pyarrow'],
    'import duckdb, pyarrow.feather as f; spans = f.read_table(path); r = duckdb.sql("select * replace (epoch_us(start) as start) from spans"); ' +
      'rows = [dict(zip(r.columns, row)) for row in r.fetchall()]',
  ],
] as const;

describe('the file of spansArrow', () => {
  const present = libraries();
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kuji-export-'));
    writeFileSync(join(folder, 'spans.arrow'), spansArrow(SHOP, Int32Array.of(0, 1, 2), MEBIBYTE));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const [name, needed, read] of READERS) {
    it.skipIf(needed.some((library) => !present.has(library)))(
      `opens in ${name} as it is (needs ${needed.join(' and ')} for ${PYTHON})`,
      () => {
        const script = [
          'import json, sys',
          'path = sys.argv[1]',
          read,
          'micros = lambda t: t if isinstance(t, int) else round(t.timestamp() * 1e6)',
          'print(json.dumps([{**row, "start": micros(row["start"])} for row in rows]))',
        ].join('\n');
        const output = execFileSync(PYTHON, ['-c', script, join(folder, 'spans.arrow')], {
          encoding: 'utf8',
          timeout: 60_000,
        });
        const written = rowsOf(spansArrow(SHOP, Int32Array.of(0, 1, 2), MEBIBYTE));
        expect(JSON.parse(output)).toEqual(
          written.map((row) => ({ ...row, start: Math.round(Number(row.start) * 1000) })),
        );
      },
      120_000,
    );
  }

  it.skipIf(['duckdb', 'pandas', 'polars', 'pyarrow'].some((library) => !present.has(library)))(
    `opens by the lines of the README (needs duckdb, pandas, polars and pyarrow for ${PYTHON})`,
    () => {
      const run = () =>
        execFileSync(PYTHON, ['-c', documentedLines()], { cwd: folder, encoding: 'utf8', timeout: 60_000 });
      expect(run()).toContain('fortune');
    },
    120_000,
  );
});
