import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SliceInfo } from '#core/api.ts';
import type { UpstreamDone } from '../jaeger-query/upstream/upstream.ts';
import { createMetrics } from './metrics.ts';

const counts = { traces: 7, spans: 14, droppedTraces: 1, droppedSpans: 2, refusedSpans: 3, receivers: [] };
const asked: UpstreamDone = {
  url: new URL('http://j/api/traces'),
  result: 'ok',
  status: 200,
  repetitions: 0,
  millis: 10,
  bytes: 0,
};
const info: SliceInfo = {
  version: 2,
  start: 0,
  end: 1,
  state: 'cut',
  traces: 3,
  spans: 30,
  nextWindow: 1,
  requests: 1,
  bytes: 9,
  problems: [{ kind: 'unreadable-trace', traceId: 'a', reason: 'x' }],
};

/** Lines of our own metrics, without help and types. */
async function linesOf(metrics: ReturnType<typeof createMetrics>): Promise<readonly string[]> {
  return (await metrics.text()).split('\n').filter((line) => line.startsWith('kuji_') && !line.includes('_bucket'));
}

describe('metrics', () => {
  it('counts what was answered, asked and made', async () => {
    const metrics = createMetrics(undefined);
    metrics.answered({ method: 'GET', route: '/api/spans', status: 200, millis: 20, bytes: 500 });
    metrics.answered({ method: 'GET', route: '/api/spans', status: 502, millis: 30, bytes: 100 });
    metrics.asked({ ...asked, url: new URL('http://j/base/api/v3/traces?x=1'), bytes: 1000 });
    metrics.asked({ ...asked, result: 'jaeger-timeout' });
    metrics.sliced(info);
    expect(await linesOf(metrics)).toEqual(
      expect.arrayContaining([
        'kuji_http_requests_total{method="GET",route="/api/spans",status="2xx"} 1',
        'kuji_http_requests_total{method="GET",route="/api/spans",status="5xx"} 1',
        'kuji_http_request_duration_seconds_sum{route="/api/spans"} 0.05',
        'kuji_http_response_bytes_total{route="/api/spans"} 600',
        'kuji_upstream_requests_total{dialect="v3",result="ok"} 1',
        'kuji_upstream_requests_total{dialect="legacy",result="jaeger-timeout"} 1',
        'kuji_upstream_response_bytes_total{dialect="v3"} 1000',
        'kuji_slices_total{state="cut"} 1',
        'kuji_traces_total 3',
        'kuji_spans_total 30',
        'kuji_trace_problems_total{kind="unreadable-trace"} 1',
      ]),
    );
  });

  it('tells of event loop and memory, and of the embedded Jaeger where there is one', async () => {
    const text = await createMetrics(() => counts).text();
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(text).toMatch(/^process_resident_memory_bytes /m);
    expect(text).toMatch(/^kuji_embedded_traces 7$/m);
    expect(text).toMatch(/^kuji_embedded_refused_spans 3$/m);
    expect(await createMetrics(undefined).text()).not.toMatch(/kuji_embedded/);
  });

  it('is kept for each server by itself', async () => {
    const one = createMetrics(undefined);
    one.sliced(info);
    expect(await linesOf(createMetrics(undefined))).not.toContain('kuji_traces_total 3');
  });
});

describe('the dashboard and the alerts', () => {
  it.each(['grafana-dashboard.json', 'alerts.yaml'])('ask for metrics and labels that there are: %s', async (file) => {
    const metrics = createMetrics(() => counts);
    metrics.answered({ method: 'GET', route: '/', status: 200, millis: 1, bytes: 1 });
    metrics.asked(asked);
    metrics.sliced(info);
    const given = await metrics.text();
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    const names = [...new Set(text.match(/\b(kuji|nodejs|process)_[a-z0-9_]+\b/g))];
    expect(names.length).toBeGreaterThan(4);
    for (const name of names) expect(given, name).toMatch(new RegExp(`^${name}[ {]`, 'm'));
    // `job` is Prometheus' own.
    const labels = [...text.matchAll(/\bby \(([a-z, ]+)\)/g)].flatMap(([, list]) => list?.split(', ') ?? []);
    for (const label of labels.filter((label) => label !== 'le' && label !== 'job'))
      expect(given, label).toMatch(`${label}="`);
  });

  it('are what Grafana and Prometheus read', () => {
    const dashboard = JSON.parse(readFileSync(join(import.meta.dirname, 'grafana-dashboard.json'), 'utf8'));
    expect(dashboard.panels.length).toBeGreaterThan(6);
    for (const { title, targets } of dashboard.panels) {
      expect(title).toMatch(/\S/);
      for (const { expr } of targets) expect(expr).toMatch(/\S/);
    }
  });
});
