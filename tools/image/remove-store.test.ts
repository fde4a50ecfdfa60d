import { expect, it } from 'vitest';
import { mountsBelow } from './remove-store.ts';

it('finds what is mounted below a folder, the innermost first', () => {
  const mounts = [
    '/dev/vda / ext4 rw 0 0',
    '/dev/vda /tmp/a/store/overlay ext4 rw 0 0',
    'overlay /tmp/a/store/overlay/1/merged overlay rw 0 0',
    'overlay /tmp/ab/store overlay rw 0 0',
    '',
  ].join('\n');
  expect(mountsBelow(mounts, '/tmp/a')).toEqual(['/tmp/a/store/overlay/1/merged', '/tmp/a/store/overlay']);
});
