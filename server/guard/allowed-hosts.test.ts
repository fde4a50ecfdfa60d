import { describe, expect, it } from 'vitest';
import { hostNameOf, isAllowedHost } from './allowed-hosts.ts';

describe('isAllowedHost', () => {
  it.each([
    'localhost',
    'LOCALHOST:3000',
    'kuji.localhost:3000',
    '127.0.0.1:3000',
    '10.1.2.3',
    '[::1]:3000',
    '[fd00::7]',
  ])('lets %s in, which cannot be made to point elsewhere', (host) => {
    expect(isAllowedHost(host, [])).toBe(true);
  });

  it.each([
    undefined,
    '',
    'evil.example',
    'evil.example:3000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil.example/localhost',
    'user@localhost',
    'localhost:3000:1',
    'localhost, evil.example',
    '[evil.example]',
    '[::1',
    '凶.example',
  ])('refuses %s', (host) => {
    expect(isAllowedHost(host, ['kuji.example.org', '*.inside.example'])).toBe(false);
  });

  it('lets the names in that were given, and those below a name that stands for them', () => {
    const allowed = ['kuji.example.org', '*.inside.example'];
    expect(isAllowedHost('Kuji.Example.org.:443', allowed)).toBe(true);
    expect(isAllowedHost('a.b.inside.example', allowed)).toBe(true);
    expect(isAllowedHost('inside.example', allowed)).toBe(false);
    expect(isAllowedHost('notinside.example', allowed)).toBe(false);
    expect(isAllowedHost('below.kuji.example.org', allowed)).toBe(false);
  });

  it('lets every name in where that was asked for, but nothing that is no name', () => {
    expect(isAllowedHost('evil.example', ['*'])).toBe(true);
    expect(isAllowedHost('a b', ['*'])).toBe(false);
  });
});

describe('hostNameOf', () => {
  it.each([
    ['Kuji:3000', 'kuji'],
    ['kuji.', 'kuji'],
    ['[FD00::7]:1', 'fd00::7'],
    ['kuji:', undefined],
    ['a/b', undefined],
  ])('reads %s as %s', (host, name) => {
    expect(hostNameOf(host)).toBe(name);
  });
});
