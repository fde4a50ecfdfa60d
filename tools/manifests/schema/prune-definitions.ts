import * as z from 'zod';

/** What every place of a JSON schema may hold; the rest is of no interest here. */
const node: z.ZodType<SchemaNode> = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  properties: z.lazy(() => z.record(z.string(), node)).optional(),
  items: z.lazy(() => node).optional(),
  additionalProperties: z.lazy(() => z.union([z.boolean(), node])).optional(),
  oneOf: z.lazy(() => z.array(node)).optional(),
  required: z.array(z.string()).optional(),
  enum: z.array(z.string()).optional(),
});

export interface SchemaNode {
  readonly $ref?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, SchemaNode>> | undefined;
  readonly items?: SchemaNode | undefined;
  readonly additionalProperties?: boolean | SchemaNode | undefined;
  readonly oneOf?: readonly SchemaNode[] | undefined;
  readonly required?: readonly string[] | undefined;
  readonly enum?: readonly string[] | undefined;
}

export const definitionsFile = z.object({ $defs: z.record(z.string(), node) });
export type Definitions = z.infer<typeof definitionsFile>;

/** What a server writes, and people do not. */
const OF_THE_SERVER = ['status', 'managedFields'];

/**
 * The definitions that `kinds` need, each with no more than what a check needs: no descriptions, no `null` where a value is meant,
 * no status, and no field that is not listed.
 *
 * @param kinds names of definitions such as `io.k8s.api.apps.v1.Deployment`
 * @throws Error for one that is not there
 */
export function pruneDefinitions({ $defs }: Definitions, kinds: readonly string[]): Definitions {
  const kept = new Map<string, SchemaNode>();
  const keep = (name: string): void => {
    if (kept.has(name)) return;
    const found = $defs[name];
    if (found === undefined) throw new Error(`there is no definition ${name}`);
    kept.set(name, {});
    kept.set(name, prune(found, keep));
  };
  kinds.forEach(keep);
  return { $defs: Object.fromEntries([...kept].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function prune(found: SchemaNode, keep: (name: string) => void): SchemaNode {
  const { $ref, type, properties, items, additionalProperties, oneOf, required } = found;
  if ($ref !== undefined) {
    keep($ref.slice('#/$defs/'.length));
    return { $ref };
  }
  if (oneOf !== undefined) return { oneOf: oneOf.map((one) => prune(one, keep)) };
  const types = [type ?? []].flat().filter((name) => name !== 'null');
  return {
    ...(types.length === 1 ? { type: types[0] } : {}),
    ...(items === undefined ? {} : { items: prune(items, keep) }),
    ...(properties === undefined ? {} : { properties: pruneProperties(properties, keep), additionalProperties: false }),
    ...(typeof additionalProperties === 'object' ? { additionalProperties: prune(additionalProperties, keep) } : {}),
    ...(required === undefined ? {} : { required }),
    ...(found.enum === undefined ? {} : { enum: found.enum }),
  };
}

function pruneProperties(
  properties: Readonly<Record<string, SchemaNode>>,
  keep: (name: string) => void,
): Readonly<Record<string, SchemaNode>> {
  const own = Object.entries(properties).filter(([name]) => !OF_THE_SERVER.includes(name));
  return Object.fromEntries(own.map(([name, value]) => [name, prune(value, keep)]));
}
