import { type ConfigFile, configFilesOf, configValues, withEnv } from './config-files.ts';
import { type EnvEntry, environmentOf, expand } from './environment.ts';
import type { Service } from './kinds.ts';
import { isListening } from './listeners.ts';
import type { Overlay, Workload } from './overlay.ts';
import { containersOf } from './pod.ts';

/** A host and port that a pod is told to speak to. */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** Where that is said, from the pod's `spec` or from a ConfigMap. */
  readonly path: string;
  /** Of the variable, where it is one. */
  readonly variable: string | undefined;
}

/** For people with a browser, not for the pod. */
const FOR_BROWSERS = ['JAEGER_UI_URL'];

/** All that a pod is told to speak to: by its environment, its arguments and the files of YAML that it mounts. */
export function addressesOf(overlay: Overlay, { pod }: Workload): readonly Address[] {
  return containersOf(pod).flatMap((container) => {
    const env = environmentOf(overlay, container);
    const at = `containers.${container.name}`;
    return [
      ...env
        .filter(({ name }) => !FOR_BROWSERS.includes(name))
        .flatMap(({ name, value = '', path }) => found(value, `${at}.${path}`, name)),
      ...[...container.command, ...container.args].flatMap((word) => found(expand(word, env), `${at}.args`)),
      ...configFilesOf(overlay, pod, container).flatMap((file) => addressesIn(file, env)),
    ];
  });
}

function addressesIn({ configMap, key, text }: ConfigFile, env: readonly EnvEntry[]): readonly Address[] {
  return configValues(text)
    .filter((one) => !isListening(one))
    .flatMap(({ path, value }) => found(withEnv(value, env), `${configMap}/${key}/${path.join('.')}`));
}

const HOST = '[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?';
const URL_IN_TEXT = new RegExp(String.raw`\b([a-z][a-z0-9+]*):\/\/(${HOST})(?::(\d{1,5}))?(?![a-z0-9])`, 'gi');
const HOST_AND_PORT = new RegExp(String.raw`^(${HOST}):(\d{1,5})$`, 'i');

function found(text: string, path: string, variable?: string): readonly Address[] {
  const urls = [...text.matchAll(URL_IN_TEXT)].map(([, scheme, host = '', port]) => ({
    host,
    port: port === undefined ? (scheme === 'https' ? 443 : 80) : Number(port),
  }));
  const pairs = text.split(/[\s,;]+/).flatMap((word) => {
    const match = HOST_AND_PORT.exec(word);
    return match === null ? [] : [{ host: match[1] ?? '', port: Number(match[2]) }];
  });
  return [...urls, ...pairs].map((one) => ({ ...one, path, variable }));
}

/** The Service that a host name leads to from within its namespace: `cassandra`, `cassandra-0.cassandra`, `cassandra.tracing.svc`. */
export function serviceOf({ services, workloads }: Overlay, host: string): Service | undefined {
  const words = host.split('.');
  const isPod = workloads.some(
    ({ kind, name, serviceName }) =>
      kind === 'StatefulSet' && serviceName === words[1] && new RegExp(`^${name}-\\d+$`).test(words[0] ?? ''),
  );
  const name = isPod ? words[1] : words[0];
  const rest = words.slice(isPod ? 2 : 1);
  const isInside = rest.length === 0 || rest[1] === 'svc';
  return isInside ? services.find(({ metadata }) => metadata.name === name) : undefined;
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host.startsWith('127.') || host === '[::1]' || host === '';
}

/** All addresses of the machine: to listen on, never to speak to. */
export function isAnyAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '[::]';
}
