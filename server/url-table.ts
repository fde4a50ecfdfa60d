import type { PortChoice } from './config.ts';

/** A line of what is printed once everything runs. */
export interface UrlRow {
  readonly name: string;
  readonly url: string;
  readonly note?: string | undefined;
}

/**
 * Rows with their columns aligned:
 *
 *       Dashboard    http://127.0.0.1:3001   3000 was taken
 *       Omikuji app  http://127.0.0.1:8080
 */
export function urlTable(rows: readonly UrlRow[]): string {
  const names = widest(rows.map((row) => row.name));
  const urls = widest(rows.map((row) => row.url));
  return rows
    .map(({ name, url, note = '' }) => `  ${name.padEnd(names)}  ${url.padEnd(urls)}   ${note}`.trimEnd())
    .join('\n');
}

/** A row for something that listens on a port, with a note where that is not the usual one. */
export function portRow(name: string, host: string, port: number, choice: PortChoice): UrlRow {
  const note = takenNote(port, choice);
  return { name, url: localUrl(host, port), ...(note === '' ? {} : { note }) };
}

/** `3000 was taken`, or nothing where a port is the usual one, or the one that was set. */
export function takenNote(port: number, choice: PortChoice): string {
  return choice.isSet || port === choice.port ? '' : `${choice.port} was taken`;
}

/** The address to open in a browser on this machine: one that listens everywhere is reached on the loopback too. */
export function localUrl(host: string, port: number): string {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (host === '::') return `http://[::1]:${port}`;
  return host.includes(':') ? `http://[${host}]:${port}` : `http://${host}:${port}`;
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}
