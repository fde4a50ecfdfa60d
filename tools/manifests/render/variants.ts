/** A component that is put on top of an overlay by who wants it; the others are parts of the overlays. */
export const OPTIONAL_COMPONENTS = ['availability', 'ingress', 'monitoring', 'without-omikuji'] as const;
export type OptionalComponent = (typeof OPTIONAL_COMPONENTS)[number];

/** One thing that somebody may apply. */
export interface Variant {
  /** `cassandra`, `cassandra + ingress`. */
  readonly name: string;
  readonly overlay: string;
  readonly components: readonly OptionalComponent[];
}

export function variant(overlay: string, components: readonly OptionalComponent[] = []): Variant {
  return { name: [overlay, ...components].join(' + '), overlay, components };
}

/** Every overlay as it is, and with all optional components; and the first one with each of them. */
export function variantsOf(overlays: readonly string[]): readonly Variant[] {
  return [
    ...overlays.map((overlay) => variant(overlay)),
    ...overlays.map((overlay) => variant(overlay, OPTIONAL_COMPONENTS)),
    ...overlays.slice(0, 1).flatMap((overlay) => OPTIONAL_COMPONENTS.map((one) => variant(overlay, [one]))),
  ];
}
