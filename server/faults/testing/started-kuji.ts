import { connectionAnswer, problemAnswer } from '#core/api.ts';
import type { Log, LogLevel } from '#core/log.ts';
import { decodeSlice } from '#core/spans/decode-slice.ts';
import { configErrorText, readConfig } from '../../config.ts';
import { runKuji } from '../../run-kuji.ts';

export interface LogLine {
  readonly level: LogLevel;
  readonly message: string;
  readonly code: unknown;
}

/** What a browser gets for a question about spans. */
export type SpansOutcome =
  | { readonly kind: 'slice'; readonly traceIds: readonly string[] }
  | {
      readonly kind: 'problem';
      readonly status: number;
      readonly code: string;
      readonly detail: string;
      readonly advice: string;
    };

export interface StartedKuji {
  readonly origin: string;
  readonly lines: readonly LogLine[];
  close(): Promise<void>;
}

/** A whole Kuji in this process, over real HTTP, with these variables. */
export async function startedKuji(env: Readonly<Record<string, string>>): Promise<StartedKuji> {
  const read = readConfig({ PORT: '0', ...env });
  if (read.kind === 'errors') throw new Error(read.errors.map(configErrorText).join('\n'));
  const lines: LogLine[] = [];
  const log: Log = (level, message, fields) => void lines.push({ level, message, code: fields?.code });
  const kuji = await runKuji(read.config, { log, version: '1', webRoot: '/not-built' });
  return { origin: new URL(kuji.urls[0]?.url ?? '').origin, lines, close: () => kuji.close() };
}

const START = 1_795_424_400_000_000;

/** Where the spans of a service within an hour are. */
export function spansUrl(origin: string, service: string): string {
  const query = new URLSearchParams({ service, start: String(START), end: String(START + 3_600_000_000) });
  return `${origin}/api/spans?${query}`;
}

/** The traces of a service, as a page asks for them. */
export async function askSpans(origin: string, service: string): Promise<SpansOutcome> {
  const answer = await fetch(spansUrl(origin, service));
  if (!answer.ok) {
    const { status, code, detail, advice } = problemAnswer.parse(await answer.json());
    if (status !== answer.status) throw new Error(`${answer.status}, but ${status} in the body`);
    return { kind: 'problem', status, code, detail, advice };
  }
  return { kind: 'slice', traceIds: decodeSlice(await answer.bytes()).table.traceIds };
}

export async function askConnection(origin: string) {
  return connectionAnswer.parse(await (await fetch(`${origin}/api/connection`)).json());
}
