import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestCheck } from './check-manifests.ts';
import { checkNamed, checkUserMade, checkVariables } from './check-repository.ts';
import { findingText } from './finding.ts';
import { readOverlay } from './model/overlay.ts';
import { checkSources } from './render/check-sources.ts';
import { findKustomize } from './render/kustomize-program.ts';
import { MANIFESTS_FOLDER, overlayNames } from './render/overlay-folders.ts';
import { readManifestSources } from './render/read-sources.ts';
import { canCutNetwork, WITHOUT_NETWORK } from './render/render-overlay.ts';
import { renderVariant } from './render/render-variant.ts';
import { OPTIONAL_COMPONENTS, variantsOf } from './render/variants.ts';
import { KUBERNETES_VERSIONS } from './schema/compile-schema.ts';
import { renderOnce } from './testing/render-once.ts';

const [programs, overlays, sources, isCuttable] = await Promise.all([
  findKustomize(),
  overlayNames(),
  readManifestSources(),
  canCutNetwork(),
]);
const [program, ...others] = programs;
const variants = variantsOf(overlays);
const check = manifestCheck();

describe('the files of k8s/', () => {
  it('are YAML, and reach for nothing outside of k8s/', () => {
    expect(checkSources(sources)).toEqual([]);
  });

  it('have no component that is neither optional nor part of an overlay', async () => {
    const components = await readdir(join(MANIFESTS_FOLDER, 'components'));
    const kustomizations = sources.filter(({ path }) => path.endsWith('kustomization.yaml'));
    const unused = components.filter(
      (name) =>
        !OPTIONAL_COMPONENTS.some((one) => one === name) &&
        !kustomizations.some(({ text }) => text.includes(`components/${name}\n`)),
    );
    expect(unused).toEqual([]);
  });

  it('are told of in k8s/README.md: each overlay, each component, and the oldest Kubernetes', async () => {
    const readme = await readFile(join(MANIFESTS_FOLDER, 'README.md'), 'utf8');
    const oldest = `Kubernetes ${KUBERNETES_VERSIONS[0]} or newer`;
    expect(checkNamed([...overlays, ...OPTIONAL_COMPONENTS, oldest], readme)).toEqual([]);
  });
});

const why = program === undefined ? ' (skipped: neither kustomize nor kubectl is there)' : '';

const LONG = 120_000;

describe.skipIf(program === undefined)(`what kustomize makes of them${why}`, () => {
  const render = renderOnce(program!);

  it.each(variants)('has no mistake: $name', { timeout: LONG }, async (variant) => {
    const objects = await render(variant);
    expect(objects.length).toBeGreaterThan(5);
    expect(check(variant.overlay, objects).map(findingText)).toEqual([]);
  });

  const whyNot = isCuttable ? '' : ' (skipped: unshare --net takes Linux and root)';
  it.skipIf(!isCuttable)(`is the same without a network${whyNot}`, { timeout: LONG }, async () => {
    for (const variant of variants.filter(({ components }) => components.length === 0)) {
      expect(await renderVariant(program!, variant, WITHOUT_NETWORK)).toEqual(await render(variant));
    }
  });

  const alone = others.length === 0 ? ' (skipped: there is one)' : `: ${programs.map(({ name }) => name).join(', ')}`;
  it.skipIf(others.length === 0)(
    `is the same by every kustomize that is there${alone}`,
    { timeout: LONG },
    async () => {
      for (const variant of variants) {
        const expected = inOrder(await render(variant));
        for (const other of others) expect(inOrder(await renderVariant(other, variant))).toEqual(expected);
      }
    },
  );

  it('sets every variable of the dashboard, or it is said why not', { timeout: LONG }, async () => {
    expect(checkVariables(await readAll())).toEqual([]);
  });

  it('leaves nothing to the user that k8s/README.md does not tell of', { timeout: LONG }, async () => {
    const readme = await readFile(join(MANIFESTS_FOLDER, 'README.md'), 'utf8');
    expect(checkUserMade(await readAll(), readme)).toEqual([]);
  });

  async function readAll() {
    return await Promise.all(variants.map(async (variant) => readOverlay(variant.overlay, await render(variant))));
  }
});

/** In which order the objects come is each version's own affair. */
function inOrder(objects: readonly unknown[]): readonly string[] {
  return objects.map((object) => JSON.stringify(object, sortKeys)).sort();
}

function sortKeys(_key: string, value: unknown): unknown {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
}
