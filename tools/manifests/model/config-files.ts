import { parseYaml } from '../render/parse-yaml.ts';
import type { EnvEntry } from './environment.ts';
import type { Overlay } from './overlay.ts';
import type { Container, PodTemplate } from './pod.ts';

/** A file that a ConfigMap puts into a pod. */
export interface ConfigFile {
  readonly configMap: string;
  readonly key: string;
  readonly text: string;
  /** Where the container finds it. */
  readonly mountedAt: string;
}

/** A value within a file of YAML. */
export interface ConfigValue {
  /** Keys and indices from the top. */
  readonly path: readonly string[];
  readonly value: string | number | boolean | null;
}

/** The files of YAML that a container mounts out of ConfigMaps. */
export function configFilesOf(
  { configMaps }: Overlay,
  { spec }: PodTemplate,
  { volumeMounts }: Container,
): readonly ConfigFile[] {
  return volumeMounts.flatMap((mount) => {
    const volume = spec.volumes.find(({ name }) => name === mount.name);
    const found = configMaps.find(({ metadata }) => metadata.name === volume?.configMap?.name);
    return Object.entries(found?.data ?? {})
      .filter(([key]) => /\.ya?ml$/.test(key))
      .map(([key, text]) => ({
        configMap: found?.metadata.name ?? '',
        key,
        text,
        mountedAt: `${mount.mountPath}/${key}`,
      }));
  });
}

/**
 * Every value of a file, in its order; an empty list or record is none.
 *
 * @throws Error where the text is no YAML
 */
export function configValues(text: string): readonly ConfigValue[] {
  return parseYaml(text).flatMap((document) => [...leavesOf(document, [])]);
}

function* leavesOf(node: unknown, path: readonly string[]): Generator<ConfigValue> {
  if (node === null || typeof node === 'string' || typeof node === 'number' || typeof node === 'boolean') {
    yield { path, value: node };
  } else if (typeof node === 'object') {
    for (const [key, child] of Object.entries(node)) yield* leavesOf(child, [...path, key]);
  }
}

const REFERENCE = /\$\{env:([A-Za-z_][A-Za-z0-9_]*)(:-([^}]*))?\}/g;

export interface EnvReference {
  readonly name: string;
  readonly fallback: string | undefined;
}

/** The variables that a value of a collector's configuration asks for: `${env:NAME}`, `${env:NAME:-default}`. */
export function envReferences(value: ConfigValue['value']): readonly EnvReference[] {
  return [...String(value).matchAll(REFERENCE)].map(([, name = '', , fallback]) => ({ name, fallback }));
}

/** The value as the collector reads it; what nobody sets is empty. */
export function withEnv(value: ConfigValue['value'], env: readonly EnvEntry[]): string {
  return String(value).replace(REFERENCE, (_all, name: string, _rest, fallback: string | undefined) => {
    return env.find((one) => one.name === name)?.value || fallback || '';
  });
}
