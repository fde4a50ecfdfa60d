import { describe, expect, it } from 'vitest';
import { add, again, allOf, remove, replace, set, without } from './change.ts';

const KUJI = {
  kind: 'Deployment',
  metadata: { name: 'kuji' },
  spec: { replicas: 1, ports: [{ name: 'http', port: 1 }] },
};
const CONFIG = { kind: 'ConfigMap', metadata: { name: 'config-74b5k4mk76' }, data: { file: 'a: 1' } };
const BOTH = [KUJI, CONFIG];

describe('a change of objects', () => {
  it('sets, adds and takes away, and leaves alone what it was given', () => {
    const before = structuredClone(BOTH);
    const changed = allOf(
      set('Deployment/kuji', 'spec ports http port', 2),
      set('Deployment/kuji', 'spec ports +', { name: 'more' }),
      remove('Deployment/kuji', 'spec replicas'),
      replace('ConfigMap/config', 'data file', '1', '2'),
    )(BOTH);
    expect(changed).toEqual([
      { ...KUJI, spec: { ports: [{ name: 'http', port: 2 }, { name: 'more' }] } },
      { ...CONFIG, data: { file: 'a: 2' } },
    ]);
    expect(BOTH).toEqual(before);
  });

  it('reaches into pods, wherever they are', () => {
    const [job] = set('CronJob/x', 'pod a', 1)([{ kind: 'CronJob', metadata: { name: 'x' } }]);
    expect(job).toMatchObject({ spec: { jobTemplate: { spec: { template: { spec: { a: 1 } } } } } });
  });

  it('takes whole objects', () => {
    expect(without('ConfigMap/config')(BOTH)).toEqual([KUJI]);
    expect(again('Deployment/kuji')(BOTH)).toEqual([KUJI, CONFIG, KUJI]);
    expect(add('x')(BOTH)).toEqual([KUJI, CONFIG, 'x']);
  });

  it.each([
    set('Deployment/other', 'spec', 1),
    set('Deployment/kuji', 'spec ports https port', 1),
    remove('Deployment/kuji', 'spec strategy'),
    replace('ConfigMap/config', 'data file', 'b', 'c'),
    without('Deployment/other'),
    again('Deployment/other'),
  ])('fails where there is nothing to change (%#)', (change) => {
    expect(() => change(BOTH)).toThrow();
  });
});
