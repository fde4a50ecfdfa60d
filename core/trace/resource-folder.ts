import type { Resource } from './trace.ts';

/** Resources in the order they were met, each content once. */
export class ResourceFolder {
  readonly resources: Resource[] = [];
  readonly #indexByObject = new Map<Resource, number>();
  readonly #indexByContent = new Map<string, number>();

  /** The index of `resource` in `resources`. Text is compared once per object, as decoders give spans of one process one object. */
  indexOf(resource: Resource): number {
    const known = this.#indexByObject.get(resource);
    if (known !== undefined) return known;
    const content = JSON.stringify([resource.service, resource.attributes]);
    const index = this.#indexByContent.get(content) ?? this.resources.push(resource) - 1;
    this.#indexByObject.set(resource, index);
    this.#indexByContent.set(content, index);
    return index;
  }
}
