/** Paths of calls from the root: a node is a service and operation below the node of its caller. */
export interface PathNode {
  /** Index of the caller's node; −1 for a root's. */
  readonly parent: number;
  /** Indices into the table's `services` and `operations`. */
  readonly service: number;
  readonly operation: number;
}

/**
 * Every path that occurs, once.
 *
 *     0 demo /handler
 *     1   demo /omikuji      child(0, demo, /omikuji) is 1 each time
 */
export class PathTree {
  readonly nodes: PathNode[] = [];
  readonly #operations: number;
  readonly #children: Map<number, number>[] = [];
  readonly #roots = new Map<number, number>();

  /** @param operations how many operations there are: a service and an operation make one number of it */
  constructor(operations: number) {
    this.#operations = operations;
  }

  /** The node of a call from the node `parent`; −1: of a root. A caller's node has a smaller index than its calls'. */
  child(parent: number, service: number, operation: number): number {
    const children = parent < 0 ? this.#roots : this.#children[parent]!;
    const call = service * this.#operations + operation;
    const known = children.get(call);
    if (known !== undefined) return known;
    const node = this.nodes.push({ parent, service, operation }) - 1;
    this.#children.push(new Map());
    children.set(call, node);
    return node;
  }
}
