import * as z from 'zod';

const lockedPackage = z.object({
  version: z.string().optional(),
  license: z.string().optional(),
  hasInstallScript: z.boolean().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  peerDependencies: z.record(z.string(), z.string()).optional(),
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().optional() })).optional(),
});

/** What is read of package-lock.json. */
export const lockFile = z.object({ packages: z.record(z.string(), lockedPackage) });
export type LockFile = z.infer<typeof lockFile>;

/** A package that reaches whoever runs Kuji. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly licence: string;
  readonly hasInstallScript: boolean;
}

/** The packages of `roots` and all that they need, by name, as npm finds them: in the nearest `node_modules` up from who needs it. */
export function shippedPackages({ packages }: LockFile, roots: readonly string[]): readonly ShippedPackage[] {
  const found = new Set<string>();
  const visit = (name: string, from: string): void => {
    const place = placeOf(name, from, packages);
    if (place === undefined || found.has(place)) return;
    found.add(place);
    const { dependencies, peerDependencies, peerDependenciesMeta } = packages[place]!;
    const peers = Object.keys(peerDependencies ?? {}).filter((peer) => peerDependenciesMeta?.[peer]?.optional !== true);
    for (const needed of [...Object.keys(dependencies ?? {}), ...peers]) visit(needed, place);
  };
  for (const root of roots) visit(root, '');
  return [...found].sort().map((place) => {
    const { version, license, hasInstallScript } = packages[place]!;
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return {
      name,
      version: version ?? 'unknown',
      licence: license ?? 'unknown',
      hasInstallScript: hasInstallScript ?? false,
    };
  });
}

function placeOf(name: string, from: string, packages: LockFile['packages']): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (at === '') return undefined;
  }
}
