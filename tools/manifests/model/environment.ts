import type { Overlay } from './overlay.ts';
import type { Container } from './pod.ts';

/** One variable that a container finds in its environment. */
export interface EnvEntry {
  readonly name: string;
  /** `undefined`: a Secret or the cluster knows it, nobody here does. */
  readonly value: string | undefined;
  readonly isSecret: boolean;
  /** Where it comes from, within the container. */
  readonly path: string;
}

/** What a container finds in its environment, as Kubernetes puts it together: what is named goes before what comes with the rest. */
export function environmentOf(overlay: Overlay, { env, envFrom }: Container): readonly EnvEntry[] {
  const found = new Map<string, EnvEntry>();
  const add = (entry: EnvEntry) => void found.set(entry.name, entry);
  envFrom.forEach(({ prefix, configMapRef, secretRef }, index) => {
    const path = `envFrom.${index}`;
    for (const [name, value] of Object.entries(dataOf(overlay, configMapRef?.name))) {
      add({ name: prefix + name, value, isSecret: false, path: `${path}.${name}` });
    }
    for (const name of keysOfSecret(overlay, secretRef?.name)) {
      add({ name: prefix + name, value: undefined, isSecret: true, path: `${path}.${name}` });
    }
  });
  for (const { name, value, valueFrom } of env) {
    const { configMapKeyRef, secretKeyRef } = valueFrom ?? {};
    const ofMap = configMapKeyRef && dataOf(overlay, configMapKeyRef.name)[configMapKeyRef.key];
    const known = valueFrom === undefined ? expand(value ?? '', [...found.values()]) : ofMap;
    add({ name, value: known, isSecret: secretKeyRef !== undefined, path: `env.${name}` });
  }
  return [...found.values()];
}

/** `$(NAME)` stands for a variable that was named before. */
export function expand(text: string, env: readonly EnvEntry[]): string {
  return text.replace(/\$\(([A-Za-z_][A-Za-z0-9_]*)\)/g, (all, word: string) => {
    return env.find(({ name }) => name === word)?.value ?? all;
  });
}

function dataOf({ configMaps }: Overlay, name: string | undefined): Readonly<Record<string, string>> {
  return configMaps.find(({ metadata }) => metadata.name === name)?.data ?? {};
}

/** The keys of a Secret of the overlay. */
export function keysOfSecret({ secrets }: Overlay, name: string | undefined): readonly string[] {
  const found = secrets.find(({ metadata }) => metadata.name === name);
  return found === undefined ? [] : [...Object.keys(found.data), ...Object.keys(found.stringData)];
}
