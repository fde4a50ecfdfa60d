import { describe, expect, it } from 'vitest';
import { checkSources } from './check-sources.ts';

const BASE = { path: 'k8s/base/kustomization.yaml', text: 'resources: [dashboard.yaml]\n' };
const DASHBOARD = { path: 'k8s/base/dashboard.yaml', text: 'kind: Service\n' };

function check(kustomization: string): readonly string[] {
  return checkSources([BASE, DASHBOARD, { path: 'k8s/overlays/one/kustomization.yaml', text: kustomization }]);
}

describe('the files of k8s/', () => {
  it('may reach for files and folders of k8s/, and hold patches and literals', () => {
    const found = check(`
resources: [../../base]
patches:
  - path: ../../base/dashboard.yaml
  - target: { kind: Service }
    patch: |
      - { op: remove, path: /spec }
patchesStrategicMerge:
  - |
    kind: Service
    metadata: { name: kuji }
configMapGenerator:
  - name: settings
    literals: [URL=https://example.com/]
    files: [other-name.yaml=../../base/dashboard.yaml]
`);
    expect(found).toEqual([]);
  });

  it.each([
    [
      'a URL',
      'resources: [https://example.com/install.yaml]',
      'resources: https://example.com/install.yaml is no file',
    ],
    ['a repository', 'resources: ["github.com/example/k8s//base?ref=v1"]', 'is no file or folder of k8s/'],
    ['a repository by ssh', 'bases: ["git@github.com:example/k8s.git"]', 'bases: git@github.com:example/k8s.git'],
    ['a component of somebody else', 'components: ["https://example.com/k8s//c"]', 'components: https://example.com'],
    ['a patch of somebody else', 'patches: [{ path: "https://example.com/p.yaml" }]', 'patches: https://example.com'],
    [
      'a merge of somebody else',
      'patchesStrategicMerge: ["https://example.com/p.yaml"]',
      'patchesStrategicMerge: https',
    ],
    [
      'a file of somebody else',
      'configMapGenerator: [{ name: a, files: ["a=https://example.com/a"] }]',
      'configMapGenerator: https',
    ],
    [
      'variables of somebody else',
      'secretGenerator: [{ name: a, envs: ["https://example.com/a"] }]',
      'secretGenerator: https',
    ],
    ['a schema of somebody else', 'openapi: { path: "https://example.com/schema.json" }', 'openapi.path: https'],
    ['a program', 'transformers: ["https://example.com/t.yaml"]', 'transformers: https'],
    ['a chart', 'helmCharts: [{ name: jaeger, repo: "https://example.com" }]', 'helmCharts is not allowed'],
    ['a file outside of k8s/', 'resources: [../../../server/metrics]', '../../../server/metrics is outside k8s/'],
    ['a folder that there is not', 'resources: [../../bas]', '../../bas is no file or folder'],
    ['something that is no path', 'resources: [{ a: 1 }]', 'resources has an entry that is no path'],
    ['a list that is none', 'resources: ../../base', 'is no kustomization'],
    ['a key twice', 'resources: [../../base]\nresources: []', 'Map keys must be unique'],
    ['a tab for blanks', 'resources:\n\t- ../../base', 'k8s/overlays/one/kustomization.yaml: '],
  ])('may not hold %s', (_what, kustomization, says) => {
    expect(check(kustomization).join('\n')).toContain(says);
  });

  it('are all read, not only the kustomizations', () => {
    const [found] = checkSources([{ path: 'k8s/base/dashboard.yaml', text: 'a: 1\na: 2\n' }]);
    expect(found).toContain('k8s/base/dashboard.yaml: Map keys must be unique');
  });
});
