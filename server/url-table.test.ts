import { describe, expect, it } from 'vitest';
import { localUrl, portRow, urlTable } from './url-table.ts';

describe('urlTable', () => {
  it('aligns names, addresses and notes', () => {
    const rows = [
      { name: 'Dashboard', url: 'http://127.0.0.1:3001', note: '3000 was taken' },
      { name: 'Omikuji app', url: 'http://127.0.0.1:8080' },
    ];
    expect(urlTable(rows)).toBe(
      ['  Dashboard    http://127.0.0.1:3001   3000 was taken', '  Omikuji app  http://127.0.0.1:8080'].join('\n'),
    );
  });
});

describe('portRow', () => {
  it('tells of a default that is not where it usually is', () => {
    const url = 'http://127.0.0.1:3001';
    expect(portRow('Dashboard', '127.0.0.1', 3001, { port: 3000, isSet: false })).toEqual({
      name: 'Dashboard',
      url,
      note: '3000 was taken',
    });
    expect(portRow('Dashboard', '127.0.0.1', 3001, { port: 3001, isSet: false })).toEqual({ name: 'Dashboard', url });
    expect(portRow('Dashboard', '127.0.0.1', 3001, { port: 0, isSet: true })).toEqual({ name: 'Dashboard', url });
  });
});

describe('localUrl', () => {
  it('names an address that a browser on this machine can open', () => {
    expect(localUrl('127.0.0.1', 1)).toBe('http://127.0.0.1:1');
    expect(localUrl('0.0.0.0', 1)).toBe('http://127.0.0.1:1');
    expect(localUrl('::', 1)).toBe('http://[::1]:1');
    expect(localUrl('::1', 1)).toBe('http://[::1]:1');
    expect(localUrl('localhost', 1)).toBe('http://localhost:1');
  });
});
