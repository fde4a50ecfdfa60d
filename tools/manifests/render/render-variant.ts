import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stringify } from 'yaml';
import type { KustomizeProgram } from './kustomize-program.ts';
import { MANIFESTS_FOLDER, overlayFolder } from './overlay-folders.ts';
import { parseYaml } from './parse-yaml.ts';
import { renderOverlay } from './render-overlay.ts';
import type { Variant } from './variants.ts';

/**
 * The objects of a variant, as the kustomization of a user would put it together.
 *
 * @param prefix see `renderOverlay`
 */
export async function renderVariant(
  program: KustomizeProgram,
  { overlay, components }: Variant,
  prefix: readonly string[] = [],
): Promise<readonly unknown[]> {
  if (components.length === 0) return parseYaml(await renderOverlay(program, overlayFolder(overlay), prefix));
  const folder = await mkdtemp(join(tmpdir(), 'kuji-variant-'));
  try {
    const kustomization = {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources: [relative(folder, overlayFolder(overlay))],
      components: components.map((name) => relative(folder, join(MANIFESTS_FOLDER, 'components', name))),
    };
    await writeFile(join(folder, 'kustomization.yaml'), stringify(kustomization));
    return parseYaml(await renderOverlay(program, folder, prefix));
  } finally {
    await rm(folder, { recursive: true });
  }
}
