import { describe, expect, it } from 'vitest';
import { canSendTag } from './can-send-tag.ts';

describe('canSendTag', () => {
  it.each([
    ['omikuji', '凶'],
    ['http.method', 'GET'],
    ['http.status_code', '500'],
    ['delta', '-7'],
    ['user.id', '123456789'],
    ['cache', 'true'],
    ['service.version', '1.0.0'],
    ['user', 'a@example.org'],
    ['url', 'http://shop/a_b-c'],
    ['地域', '福岡 市'],
    ['status', 'ok'],
    ['spanner', 'x'],
  ])('sends %s=%s', (key, value) => {
    expect(canSendTag({ key, value })).toBe(true);
  });

  it.each([
    'error',
    'event',
    'message',
    'span.kind',
    'span.status',
    'scope.name',
    'resource.service.version',
    'otel.status_code',
    'status.code',
    'service.name',
    'internal.span.format',
    '@jaeger@format',
    'a b',
    'a*',
    '',
  ])('keeps the key %j here', (key) => {
    expect(canSendTag({ key, value: 'x' })).toBe(false);
  });

  it.each([
    '',
    '.*',
    'a?b=c',
    '{"a":1}',
    '["a"]',
    'a\\b',
    'a&b',
    '<b>',
    '~x',
    '#1',
    'a\nb',
    '0',
    '-0',
    '007',
    '2.5',
    '1e3',
    '0x10',
    '1234567890',
    'NaN',
    'Infinity',
    '+Inf',
    ' ',
    '\ud800',
    'x'.repeat(256),
    '凶'.repeat(86),
  ])('keeps the value %j here', (value) => {
    expect(canSendTag({ key: 'key', value })).toBe(false);
  });

  it('sends up to 255 bytes', () => {
    expect(canSendTag({ key: 'key', value: '凶'.repeat(85) })).toBe(true);
  });
});
