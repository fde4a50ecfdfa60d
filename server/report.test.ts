import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoTraces } from '#core/testing/demo-traces.ts';
import { addMicros, MINUTE, SECOND, unixMicros, unixMicrosFromMillis } from '#core/units.ts';
import type { AllInOne } from './all-in-one/start-all-in-one.ts';
import { type FakeUpstream, startFakeUpstream, type UpstreamBehaviour } from './jaeger-query/testing/fake-upstream.ts';
import { reportSchema } from './report/report-schema.ts';
import { checkoutTraces } from './report/testing/checkout-traces.ts';
import { startFilledJaeger } from './report/testing/filled-jaeger.ts';

const PROGRAM = fileURLToPath(new URL('./report.ts', import.meta.url));

/** 2001-09-09T01:46:40Z */
const START = unixMicros(1_000_000_000_000_000);
const DEPLOY = addMicros(START, 40 * SECOND);
const DEMO = ['--service', 'demo', '--start', String(START), '--end', String(addMicros(START, 30 * MINUTE))];
const SHOP = ['--service', 'shop', '--start', '2001-09-09T01:46:40Z', '--end', '2001-09-09T02:00:00Z'];
const HOSTILE = '|<img src=x>\u001b[31m\n# `@all`\u202e';

let jaeger: AllInOne;

beforeAll(async () => {
  const now = unixMicrosFromMillis(Date.now());
  jaeger = await startFilledJaeger([
    ...demoTraces({ seed: 3, traces: 600, start: START }),
    ...checkoutTraces({ start: START, traces: 40, query: 40_000, note: HOSTILE }),
    ...checkoutTraces({ start: DEPLOY, traces: 40, query: 65_000, note: 'plain' }),
    ...checkoutTraces({ start: addMicros(now, -10 * MINUTE), traces: 7, query: 40_000, note: 'recent' }),
  ]);
});

afterAll(() => jaeger.close());

interface Run {
  readonly code: unknown;
  readonly out: string;
  readonly told: string;
}

/** Runs the program as a shell does. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}, until?: Promise<unknown>) {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { JAEGER_QUERY_URL: jaeger.queryUrl, KUJI_UPSTREAM_RETRIES: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  void until?.then(() => child.kill('SIGINT'));
  const [code]: unknown[] = await once(child, 'close');
  return { code, out, told } satisfies Run;
}

function reportIn({ out }: Run) {
  return reportSchema.strict().parse(JSON.parse(out));
}

/** Runs the program on a server that answers as `behaviour` does. */
async function runOn<T>(behaviour: UpstreamBehaviour, use: (upstream: FakeUpstream) => Promise<T>): Promise<T> {
  const upstream = await startFakeUpstream(behaviour);
  try {
    return await use(upstream);
  } finally {
    await upstream.close();
  }
}

describe('npm run report', () => {
  it('prints the finding and where the time is as Markdown, and nothing else on standard output', async () => {
    const { code, out, told } = await run([...DEMO, '--by', 'omikuji', '--where']);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^\*\*event:omikuji = 凶 \(\d+ of 600 traces\) is clearly slower than the rest, by 1\.\d+\u202fs \[.*\]\.\*\*\n/,
    );
    expect(out).toMatch(/^\| demo \/handler › demo \/omikuji \| \+1\.\d+\u202fs \[/m);
    expect(out).toMatch(/^\| all rows together \| .* \| 100\u202f% \|/m);
    expect(told).toMatch(/^Reading traces of demo from http:.*\nRead \d+ traces in \d+ requests?\.\n$/);
  });

  it('prints JSON by its schema, all of a range though one answer of Jaeger holds 500 traces', async () => {
    const answer = await run([...DEMO, '--by', 'omikuji', '--highlight', '凶', '--where', '--format', 'json']);
    expect(answer.code).toBe(0);
    const { query, coverage, groups, comparison, where } = reportIn(answer);
    expect(query).toMatchObject({ service: 'demo', by: 'event:omikuji', highlight: '凶', start: START });
    expect(coverage).toMatchObject({ complete: true, traces: 600, spans: 1200 });
    expect(groups.map(({ value }) => value).sort()).toEqual(['中吉', '凶', '吉', '大吉']);
    expect(comparison).toMatchObject({ a: { name: '凶' }, b: { name: '(rest)' }, verdict: 'clearly-slower' });
    expect(where?.rows.reduce((sum, { delta }) => sum + delta, 0)).toBeCloseTo(where?.total.value ?? Number.NaN, 3);
  });

  it('reads the traces since a while ago', async () => {
    const answer = await run(['--service', 'shop', '--since', '15m', '--by', 'note', '--format', 'json']);
    expect(answer.code).toBe(0);
    expect(reportIn(answer)).toMatchObject({ groups: [{ value: 'recent', n: 7, share: 1 }], comparison: null });
  });

  it('groups by what a trace is itself', async () => {
    const answer = await run([...SHOP, '--by', 'trace:services', '--format', 'json']);
    expect(reportIn(answer)).toMatchObject({ query: { by: 'trace:services' }, groups: [{ value: 'db, shop', n: 80 }] });
  });

  it('takes nothing out of a trace for markup, nor for what steers a terminal', async () => {
    const { out } = await run([...SHOP, '--by', 'note']);
    expect(out).toContain('| \\|\\<img src=x\\>⟨U+001B⟩\\[31m↵\\# \\`\\@all\\`⟨U+202E⟩ | 40 |');
  });

  it('exits with 4 where a deploy made it slower by more than a share, and says so', async () => {
    const { code, out, told } = await run([...SHOP, '--after', String(DEPLOY), '--where', '--fail-if-slower', '10%']);
    expect(code).toBe(4);
    expect(out).toMatch(
      /^\*\*After 2001-09-09T01:47:20Z \(40 of 80 traces\) is clearly slower than before .*, by 25\.0/,
    );
    expect(out).toContain('| shop POST /checkout › db SELECT | +25.0');
    expect(told).toMatch(/--fail-if-slower is true: after is clearly slower, by at least 2\d\.\d\u202fms/);
  });

  it.each([
    [
      '30%',
      ['--after', String(DEPLOY)],
      /is clearly slower, by at least .*, but that is not more than 30\.0\u202f% of/,
    ],
    ['10%', ['--after', String(addMicros(START, 77 * SECOND))], /too few traces, 3 in after and 77 in before/],
    ['10%', ['--after', '2001-09-09T01:58:00Z'], /there is nothing to compare/],
    ['10%', ['--by', 'trace:root'], /there is nothing to compare/],
    ['10%', ['--by', 'note', '--highlight', HOSTILE], /is not clearly slower \(clearly faster\)/],
  ])('says why --fail-if-slower %s is not true of %j, and exits with 0', async (share, args, reason) => {
    const { code, told } = await run([...SHOP, ...args, '--fail-if-slower', share]);
    expect(told).toMatch(reason);
    expect(code).toBe(0);
  });

  it('tells of a range without traces', async () => {
    const { code, out } = await run(['--service', 'demo', '--start', '5', '--end', '6', '--by', 'omikuji']);
    expect(out).toMatch(/^\*\*No traces of demo in this range\.\*\*\n/);
    expect(code).toBe(0);
  });
});

describe('bad usage', () => {
  it.each([
    [
      ['--since', '5'],
      /^--service is missing.*\n--since is "5", but must be .*\nAll options: npm run -s report -- --help\n$/,
    ],
    [['--service', 'demoo'], /Jaeger knows no service "demoo"\. These services are there: .*"demo"/],
    [[...DEMO.slice(0, 2), '--start', '5', '--end', '6', '--operation', 'x'], /has no operation "x"\. .*"\/handler"/],
    [[...DEMO, '--by', 'fortune'], /carries the key "fortune"\. These keys are there: "event:event", "event:omikuji"/],
    [[...DEMO, '--by', 'trace:fortune'], /Every trace has trace:root, trace:spans, trace:error/],
    [[...DEMO, '--highlight', '大凶'], /has event:omikuji = "大凶"\. These values are there: .*"大吉"/],
  ])('of %j is told, with what there is, and exits with 2', async (args, text) => {
    const { code, out, told } = await run(args);
    expect(told).toMatch(text);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it('is a variable of the environment that cannot be used', async () => {
    const { code, told } = await run(DEMO, { JAEGER_QUERY_URL: 'nowhere' });
    expect(told).toMatch(/^JAEGER_QUERY_URL is "nowhere", but must be an http/);
    expect(code).toBe(2);
  });

  it('is not to ask for help', async () => {
    const { code, out, told } = await run(['--help']);
    expect(out).toContain('--fail-if-slower 10%');
    expect(told).toBe('');
    expect(code).toBe(0);
  });
});

describe('a Jaeger that cannot be read', () => {
  it.each<[string, UpstreamBehaviour, RegExp]>([
    [
      'is a page',
      (_, response) => response.setHeader('content-type', 'text/html').end('<title>Hi</title>'),
      /not the query API/,
    ],
    [
      'wants a login',
      (_, response) => response.writeHead(401).end('who are you?'),
      /refuses to answer.*JAEGER_BEARER_TOKEN/,
    ],
  ])('because it %s exits with 3, and what to do', async (_, behaviour, text) => {
    await runOn(behaviour, async ({ url }) => {
      const { code, out, told } = await run(DEMO, { JAEGER_QUERY_URL: url.href });
      expect(told).toMatch(text);
      expect(out).toBe('');
      expect(code).toBe(3);
    });
  });

  it('because nothing listens, names the address, and where that came from', async () => {
    const port = await runOn(
      () => undefined,
      async ({ url }) => url.port,
    );
    const { code, told } = await run(DEMO, { JAEGER_QUERY_URL: '', JAEGER_QUERY_PORT: port });
    expect(told).toContain(`http://127.0.0.1:${port}`);
    expect(told).toContain('JAEGER_QUERY_URL is not set');
    expect(code).toBe(3);
  });

  it('in a part of the range leaves a report on the rest, and says which part that is', async () => {
    const middle = addMicros(START, 15 * MINUTE);
    const answerOfNewer: UpstreamBehaviour = (request, response) => {
      const asked = new URL(request.url ?? '', jaeger.queryUrl);
      if (Number(asked.searchParams.get('start') ?? middle) < middle) {
        response.writeHead(500).end('{"errors":[{"code":500,"msg":"shard 7 is away"}]}');
        return;
      }
      void fetch(asked).then(async (answer) => response.end(await answer.text()));
    };
    await runOn(answerOfNewer, async ({ url }) => {
      const answer = await run([...DEMO, '--format', 'json'], { JAEGER_QUERY_URL: url.href });
      expect(answer.told).toMatch(
        /The part of the range from 2001-09-09T01:46:40Z to .* was not read\. Jaeger failed: .*shard 7/,
      );
      const { coverage } = reportIn(answer);
      expect(coverage.complete).toBe(false);
      expect(coverage.unread).toMatchObject({ start: START });
      expect(coverage.traces).toBeGreaterThan(0);
      expect(coverage.traces).toBeLessThan(600);
      expect(answer.code).toBe(3);
    });
  });

  it('as it never answers is given up at once by Ctrl-C, with 130', async () => {
    const asked = Promise.withResolvers<void>();
    await runOn(
      () => asked.resolve(),
      async ({ url }) => {
        const { code, out, told } = await run(DEMO, { JAEGER_QUERY_URL: url.href }, asked.promise);
        expect(code).toBe(130);
        expect(out).toBe('');
        expect(told).toMatch(/^Reading traces of demo from [^\n]*\n$/);
      },
    );
  });

  it('as it never answers is given up with the npm that was told to end, though a shell stands between the two', async () => {
    const asked = Promise.withResolvers<void>();
    const givenUp = Promise.withResolvers<void>();
    const neverAnswers: UpstreamBehaviour = (_, response) => {
      response.on('close', givenUp.resolve);
      asked.resolve();
    };
    await runOn(neverAnswers, async ({ url }) => {
      const shell = spawn('sh', ['-c', '"$0" "$1" --service demo; exit', process.execPath, PROGRAM], {
        env: { JAEGER_QUERY_URL: url.href, npm_lifecycle_event: 'report' },
        stdio: 'ignore',
      });
      await asked.promise;
      shell.kill('SIGTERM');
      await givenUp.promise;
    });
  });
});
