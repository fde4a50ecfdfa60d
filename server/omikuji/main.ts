import type { Log } from '#core/log.ts';
import { startOmikuji } from './omikuji-server.ts';
import { readSettings, SettingsError } from './read-settings.ts';
import { drawMany, keepDrawing } from './visitors.ts';

/*
 * npm run omikuji [-- --draws N] [-- --visits-per-second N]
 *
 * The fortune teller alone, for a Jaeger that runs elsewhere. With visitors it fills that Jaeger.
 */

const log: Log = (level, message, fields = {}) => {
  const { error, ...rest } = fields;
  const details = error instanceof Error ? { ...rest, error: error.message } : fields;
  const text = Object.keys(details).length === 0 ? message : `${message} ${JSON.stringify(details)}`;
  console.error(level === 'info' ? text : `${level}: ${text}`);
};

async function main(): Promise<void> {
  const { draws, visitsPerSecond, otlpTracesEndpoint, ...settings } = readSettings(process.argv.slice(2), process.env);
  const omikuji = await startOmikuji({
    ...settings,
    ...(otlpTracesEndpoint === undefined ? {} : { otlpTracesEndpoint }),
    log,
  });
  process.stdout.write(
    `omikuji: ${omikuji.url}, spans of service ${settings.serviceName} to ${otlpTracesEndpoint ?? settings.otlpEndpoint}\n`,
  );

  const ending = new AbortController();
  const end = (): void => ending.abort();
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  const { signal } = ending;
  if (draws > 0) {
    const { drawn, failed } = await drawMany({ url: omikuji.url, draws, signal });
    log('info', 'the first visitors have drawn', { drawn, failed });
  }
  if (visitsPerSecond > 0) await keepDrawing({ url: omikuji.url, perSecond: visitsPerSecond, signal, log });
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  await omikuji.close();
}

try {
  await main();
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') log('error', `the port is taken: ${message}. Set OMIKUJI_PORT to another one`);
  else if (error instanceof SettingsError) log('error', message);
  else throw error;
  process.exitCode = 1;
}
