import { join } from 'node:path';
import { readConfig } from '../../../server/config.ts';
import { type RunningKuji, runKuji } from '../../../server/run-kuji.ts';
import { REPOSITORY_ROOT } from '../../../tools/repository-root.ts';

/** What the server writes to its log is no part of what a visitor sees. */
const QUIET = () => undefined;

const SETTINGS = {
  PORT: '0',
  OMIKUJI_PORT: '0',
  JAEGER_QUERY_PORT: '0',
  JAEGER_OTLP_HTTP_PORT: '0',
  JAEGER_OTLP_GRPC_PORT: '0',
  JAEGER_THRIFT_HTTP_PORT: '0',
  JAEGER_THRIFT_COMPACT_PORT: '0',
  JAEGER_THRIFT_BINARY_PORT: '0',
  JAEGER_ZIPKIN_PORT: '0',
  JAEGER_SAMPLING_PORT: '0',
  // A page that is still open may wait for a Jaeger that hangs; a story ends before it does.
  KUJI_GRACE_MS: '1000',
};

/** The pages that are built. */
export const WEB_ROOT = join(REPOSITORY_ROOT, 'web/dist');

/** Kuji as `npm start` runs it, with these variables, on free ports and with the pages that are built. */
export async function startKuji(
  env: Readonly<Record<string, string>> = {},
  webRoot = WEB_ROOT,
): Promise<RunningKuji & { readonly url: string }> {
  const read = readConfig({ ...SETTINGS, ...env });
  if (read.kind === 'errors') throw new Error(JSON.stringify(read.errors));
  const kuji = await runKuji(read.config, { log: QUIET, version: '0.0.0', webRoot });
  const dashboard = kuji.urls.find(({ name }) => name === 'Dashboard');
  if (dashboard === undefined) throw new Error('Kuji names no address of its dashboard.');
  return { ...kuji, url: new URL(dashboard.url).origin };
}
