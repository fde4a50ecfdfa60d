import { describe, expect, it } from 'vitest';
import { CONFIG_VARIABLES } from '../../server/config-variables.ts';
import { checkNamed, checkUserMade, checkVariables } from './check-repository.ts';
import { readOverlay } from './model/overlay.ts';

function overlayWith(env: readonly unknown[]) {
  const spec = { selector: {}, template: { spec: { containers: [{ name: 'kuji', image: 'kuji:1', env }] } } };
  return readOverlay('one', [{ kind: 'Deployment', metadata: { name: 'kuji' }, spec }]);
}

const overlay = overlayWith([{ name: 'PORT', value: '3000' }]);
const reasons = Object.fromEntries(Object.keys(CONFIG_VARIABLES).map((name) => [name, 'because']));

describe('the variables of the dashboard', () => {
  it('are set or explained', () => {
    const { PORT: _set, ...others } = reasons;
    expect(checkVariables([overlay], others)).toEqual([]);
  });

  it('are not both', () => {
    expect(checkVariables([overlay], reasons)).toEqual(['PORT is set, though unset-on-purpose.ts says why it is not']);
  });

  it('are not neither', () => {
    const { PORT: _set, HOST: _forgotten, ...others } = reasons;
    expect(checkVariables([overlay], others)).toEqual([
      'HOST is set in no overlay, and unset-on-purpose.ts has no reason',
    ]);
  });
});

describe('what users make themselves', () => {
  const login = { name: 'PORT', valueFrom: { secretKeyRef: { name: 'login', key: 'token' } } };
  const secrets = [{ name: 'login', keys: ['token'] }];
  const addresses = [{ overlay: 'one', variable: 'PORT' }];

  it('is read by an overlay and told of in the README', () => {
    expect(checkUserMade([overlayWith([login])], 'login has token; set PORT', secrets, addresses)).toEqual([]);
  });

  it('is nothing that no overlay reads, and nothing that the README is silent about', () => {
    expect(checkUserMade([overlay], '', secrets, [{ overlay: 'two', variable: 'PORT' }])).toEqual([
      'login: no overlay reads such a Secret',
      'login: k8s/README.md does not name login',
      'login: k8s/README.md does not name token',
      'PORT: there is no overlay two',
      'PORT: k8s/README.md does not name it',
    ]);
  });
});

describe('overlays and components', () => {
  it('are named in the README', () => {
    expect(checkNamed(['one', 'two'], '`one`')).toEqual(['k8s/README.md does not name two']);
  });
});
