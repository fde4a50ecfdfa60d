import * as z from 'zod';
import { ALL_RULES } from './all-rules.ts';
import type { Finding } from './finding.ts';
import { readOverlay } from './model/overlay.ts';
import { compileSchema, KUBERNETES_VERSIONS, type SchemaCheck } from './schema/compile-schema.ts';

/** The name of the rule that comes before all others. */
export const SCHEMA_RULE = 'objects are what Kubernetes knows';

/**
 * Makes the check of one overlay's objects. Where they are not even what the schema asks for, only that is said: the rules read them
 * as what they claim to be.
 */
export function manifestCheck(): (overlay: string, objects: readonly unknown[]) => readonly Finding[] {
  const schemas = KUBERNETES_VERSIONS.map(compileSchema);
  return (overlay, objects) => {
    const unknown = objects.flatMap((object) => checkSchema(overlay, object, schemas));
    if (unknown.length > 0) return unknown;
    const read = readOverlay(overlay, objects);
    return ALL_RULES.flatMap(({ name, check }) =>
      check(read).map((problem): Finding => ({ ...problem, overlay, rule: name })),
    );
  };
}

const head = z.object({
  kind: z.string().default('?'),
  metadata: z.object({ name: z.string().default('?') }).default({ name: '?' }),
});

function checkSchema(overlay: string, object: unknown, schemas: readonly SchemaCheck[]): readonly Finding[] {
  const read = head.safeParse(object);
  const name = read.success ? `${read.data.kind}/${read.data.metadata.name}` : '?';
  const problems = schemas.flatMap((check) => check(object));
  const missing =
    read.success && read.data.metadata.name !== '?' ? [] : [{ path: 'metadata.name', message: 'is missing' }];
  const texts = new Map([...missing, ...problems].map((one) => [`${one.path} ${one.message}`, one]));
  return [...texts.values()].map((problem) => ({ ...problem, overlay, object: name, rule: SCHEMA_RULE }));
}
