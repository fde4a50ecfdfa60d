import { type DestinationStream, pino } from 'pino';
import type { Log } from '#core/log.ts';
import type { LogLevelName } from './config.ts';

/** A log of one JSON object per line. Standard error keeps it apart from what is printed for people. */
export function pinoLog(level: LogLevelName, destination: DestinationStream = pino.destination(2)): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return (at, message, fields = {}) => logger[at](fields, message);
}
