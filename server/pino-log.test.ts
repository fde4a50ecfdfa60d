import { describe, expect, it } from 'vitest';
import { pinoLog } from './pino-log.ts';

describe('pinoLog', () => {
  it('writes one JSON object per line and leaves out what matters less than asked for', () => {
    const lines: string[] = [];
    const log = pinoLog('warn', { write: (line) => void lines.push(line) });
    log('info', 'not this');
    log('warn', 'this', { url: '/' });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 40, msg: 'this', url: '/' });
  });
});
