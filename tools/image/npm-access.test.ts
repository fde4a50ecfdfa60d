import { expect, it } from 'vitest';
import { npmAccess } from './npm-access.ts';

it('takes over how npm gets to its packages, and nothing about who asks', () => {
  const config = {
    registry: 'https://packages.example/',
    'https-proxy': 'http://proxy.example:3128',
    proxy: null,
    'strict-ssl': true,
    '//packages.example/:_authToken': 'a-secret',
    _auth: 'another',
    userconfig: '/home/somebody/.npmrc',
  };
  expect(npmAccess(config, {})).toEqual({
    text: 'registry=https://packages.example/\nhttps-proxy=http://proxy.example:3128\nstrict-ssl=true\nupdate-notifier=false\n',
    certificates: undefined,
  });
});

it("names npm's certificates as they are mounted", () => {
  const access = npmAccess({ cafile: '/etc/ca.pem' }, { NODE_EXTRA_CA_CERTS: '/etc/other.pem' });
  expect(access.certificates).toBe('/etc/ca.pem');
  expect(access.text).toContain('cafile=/mnt/certificates.pem\n');
});

it("takes Node's extra certificates where npm has none of its own", () => {
  expect(npmAccess({ cafile: null }, { NODE_EXTRA_CA_CERTS: '/etc/other.pem' }).certificates).toBe('/etc/other.pem');
});
