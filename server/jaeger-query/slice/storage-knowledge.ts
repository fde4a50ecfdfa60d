/** What slices have taught about the storage behind one connection; all requests on it share it. */
export class StorageKnowledge {
  /** Whether a window holds the spans at its very ends, as on every storage but Cassandra. `undefined`: not found out yet. */
  countsEnds: boolean | undefined;

  /** The Jaeger behind the connection is another one now. */
  forget(): void {
    this.countsEnds = undefined;
  }
}
