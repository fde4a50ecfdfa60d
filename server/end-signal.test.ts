import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { endSignal } from './end-signal.ts';

describe('endSignal', () => {
  it('is aborted by the first signal and ends the process at the second', () => {
    const exits: number[] = [];
    const source = Object.assign(new EventEmitter(), { exit: (code: number) => void exits.push(code) });
    const signal = endSignal(source);
    expect(signal.aborted).toBe(false);
    source.emit('SIGTERM');
    expect(signal.aborted).toBe(true);
    expect(exits).toEqual([]);
    source.emit('SIGINT');
    expect(exits).toEqual([130]);
  });
});
