import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import * as z from 'zod';
import { KINDS } from './kinds.ts';
import { KNOWN_REQUIRED } from './known-required.ts';
import { KNOWN_ITEMS, KNOWN_WORDS } from './known-words.ts';
import { type Definitions, definitionsFile, type SchemaNode } from './prune-definitions.ts';

/** The oldest Kubernetes that the manifests are for, and the newest that there are definitions of. */
export const KUBERNETES_VERSIONS = ['1.27', '1.37'] as const;
export type KubernetesVersion = (typeof KUBERNETES_VERSIONS)[number];

export interface SchemaProblem {
  /** With dots. */
  readonly path: string;
  readonly message: string;
}

/** What is wrong with an object: unknown and missing fields, wrong types, unknown words. */
export type SchemaCheck = (object: unknown) => readonly SchemaProblem[];

const head = z.object({ apiVersion: z.string(), kind: z.string() });

/** @throws Error where what is known besides is about no field of that Kubernetes */
export function compileSchema(version: KubernetesVersion): SchemaCheck {
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajv.addSchema({ $id: 'kubernetes', ...withKnowledge(readDefinitions(version)) });
  return (object) => {
    const read = head.safeParse(object);
    if (!read.success) return [{ path: '', message: 'it has no apiVersion or no kind' }];
    const { apiVersion, kind } = read.data;
    const definition = KINDS[`${apiVersion}/${kind}`];
    if (definition === undefined) return [{ path: 'apiVersion', message: `there is no ${kind} in ${apiVersion}` }];
    const validate = ajv.getSchema(`kubernetes#/$defs/${definition}`);
    if (validate === undefined) throw new Error(`no definition of ${kind}`);
    return validate(object) ? [] : (validate.errors ?? []).map((error) => problemOf(error, version));
  };
}

function readDefinitions(version: KubernetesVersion): Definitions {
  const url = new URL(`fixtures/kubernetes-${version}.json`, import.meta.url);
  return definitionsFile.parse(JSON.parse(readFileSync(url, 'utf8')));
}

function withKnowledge({ $defs }: Definitions): Definitions {
  const changed = new Map(Object.entries($defs));
  const change = (name: string, to: (before: SchemaNode) => SchemaNode): void => {
    const before = changed.get(name);
    if (before === undefined) throw new Error(`there is no definition ${name}`);
    changed.set(name, to(before));
  };
  const changeField = (field: string, to: (before: SchemaNode) => SchemaNode): void => {
    const dot = field.lastIndexOf('.');
    const name = field.slice(dot + 1);
    change(field.slice(0, dot), (before) => {
      const property = before.properties?.[name];
      if (property === undefined) throw new Error(`there is no field ${field}`);
      return { ...before, properties: { ...before.properties, [name]: to(property) } };
    });
  };
  for (const [field, words] of Object.entries(KNOWN_WORDS)) {
    changeField(field, (before) => ({ ...before, enum: words }));
  }
  for (const [field, words] of Object.entries(KNOWN_ITEMS)) {
    changeField(field, (before) => ({ ...before, items: { ...before.items, enum: words } }));
  }
  for (const [name, fields] of Object.entries(KNOWN_REQUIRED)) {
    change(name, (before) => ({ ...before, required: [...new Set([...(before.required ?? []), ...fields])] }));
  }
  return { $defs: Object.fromEntries(changed) };
}

function problemOf({ instancePath, keyword, params, message }: ErrorObject, version: string): SchemaProblem {
  const path = instancePath.slice(1).replaceAll('/', '.').replaceAll('~1', '/');
  if (keyword === 'additionalProperties') {
    const name = String(params.additionalProperty);
    return { path: path === '' ? name : `${path}.${name}`, message: `there is no such field in Kubernetes ${version}` };
  }
  if (keyword === 'enum') return { path, message: `must be one of ${[params.allowedValues].flat().join(', ')}` };
  return { path, message: message ?? keyword };
}
