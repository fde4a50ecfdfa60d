import { expect, it } from 'vitest';
import { containersConf } from './containers-conf.ts';

const limits = (processes: string, files: string): string =>
  [
    'Limit                     Soft Limit           Hard Limit           Units     ',
    `Max processes             100                  ${processes}                processes `,
    `Max open files            100                  ${files}                files     `,
  ].join('\n');

it('asks for no more than the machine gives', () => {
  expect(containersConf(limits('96365', '4096'), undefined)).toContain(
    'default_ulimits = ["nofile=4096:4096", "nproc=20000:20000"]',
  );
});

it('asks for a bound where the machine has none', () => {
  expect(containersConf(limits('unlimited', 'unlimited'), undefined)).toContain(
    'default_ulimits = ["nofile=20000:20000", "nproc=20000:20000"]',
  );
});

it('names the runtime only where there is a choice', () => {
  expect(containersConf(limits('1', '1'), 'runc')).toContain('runtime = "runc"');
  expect(containersConf(limits('1', '1'), undefined)).not.toContain('runtime');
});
