import type { Resource } from './trace.ts';

/** Collects resources in the order they are met, each content once. */
export class ResourceFolder {
  readonly resources: Resource[] = [];
  readonly #indexByObject = new Map<Resource, number>();
  readonly #firstOfService = new Map<string, number>();
  readonly #indexByContent = new Map<string, number>();

  /**
   * The index of `resource` in `resources`. Decoders give all spans of a process one object, and processes of one
   * service are rare in a trace: content is compared only between those.
   */
  indexOf(resource: Resource): number {
    const index = this.#indexByObject.get(resource) ?? this.#find(resource) ?? this.resources.push(resource) - 1;
    this.#indexByObject.set(resource, index);
    return index;
  }

  #find(resource: Resource): number | undefined {
    const first = this.#firstOfService.get(resource.service);
    if (first === undefined) {
      this.#firstOfService.set(resource.service, this.resources.length);
      return undefined;
    }
    this.#indexByContent.set(contentOf(this.resources[first]!), first);
    const content = contentOf(resource);
    const index = this.#indexByContent.get(content);
    if (index === undefined) this.#indexByContent.set(content, this.resources.length);
    return index;
  }
}

function contentOf(resource: Resource): string {
  return JSON.stringify([resource.service, resource.attributes]);
}
