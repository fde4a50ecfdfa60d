import type { KustomizeProgram } from '../render/kustomize-program.ts';
import { renderVariant } from '../render/render-variant.ts';
import type { Variant } from '../render/variants.ts';

/** Renders what is asked for, each variant once: kustomize takes most of a second. */
export function renderOnce(program: KustomizeProgram): (variant: Variant) => Promise<readonly unknown[]> {
  const made = new Map<string, Promise<readonly unknown[]>>();
  return (variant) => {
    const found = made.get(variant.name) ?? renderVariant(program, variant);
    made.set(variant.name, found);
    return found;
  };
}
