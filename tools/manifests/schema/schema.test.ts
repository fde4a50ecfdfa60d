import { describe, expect, it } from 'vitest';
import { compileSchema, KUBERNETES_VERSIONS } from './compile-schema.ts';
import { KINDS } from './kinds.ts';
import { pruneDefinitions } from './prune-definitions.ts';

describe.each(KUBERNETES_VERSIONS)('the schema of Kubernetes %s', (version) => {
  const check = compileSchema(version);

  it.each(Object.keys(KINDS))('knows %s, and no field that it has not', (name) => {
    const kind = name.slice(name.lastIndexOf('/') + 1);
    const apiVersion = name.slice(0, name.lastIndexOf('/'));
    const found = check({ apiVersion, kind, metadata: { name: 'x' }, speck: {} });
    expect(found).toContainEqual({ path: 'speck', message: `there is no such field in Kubernetes ${version}` });
  });

  it('takes numbers and words where either may stand', () => {
    const port = (targetPort: unknown) => ({
      apiVersion: 'v1',
      kind: 'Service',
      spec: { ports: [{ port: 80, targetPort }] },
    });
    expect(check(port(8080))).toEqual([]);
    expect(check(port('http'))).toEqual([]);
    expect(check(port(true))).not.toEqual([]);
    expect(check(port(null))).not.toEqual([]);
  });
});

describe('pruning the definitions', () => {
  const $defs = {
    Kind: {
      description: 'what people read',
      type: ['object', 'null'],
      properties: {
        spec: { $ref: '#/$defs/Spec' },
        status: { $ref: '#/$defs/Status' },
        labels: { type: ['object', 'null'], additionalProperties: { type: ['string', 'null'] } },
      },
      required: ['spec'],
    },
    Spec: {
      type: 'object',
      properties: { self: { $ref: '#/$defs/Spec' }, words: { type: 'array', items: { type: 'string' } } },
    },
    Status: { type: 'object' },
    Other: { type: 'object' },
  };

  it('keeps what a kind needs, strictly, without status, descriptions and null', () => {
    expect(pruneDefinitions({ $defs }, ['Kind'])).toEqual({
      $defs: {
        Kind: {
          type: 'object',
          properties: {
            spec: { $ref: '#/$defs/Spec' },
            labels: { type: 'object', additionalProperties: { type: 'string' } },
          },
          additionalProperties: false,
          required: ['spec'],
        },
        Spec: {
          type: 'object',
          properties: { self: { $ref: '#/$defs/Spec' }, words: { type: 'array', items: { type: 'string' } } },
          additionalProperties: false,
        },
      },
    });
  });

  it('refuses a kind that there is not', () => {
    expect(() => pruneDefinitions({ $defs }, ['Gone'])).toThrow('there is no definition Gone');
  });
});
