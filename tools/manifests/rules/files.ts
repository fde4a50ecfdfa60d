import { environmentOf } from '../model/environment.ts';
import type { Overlay } from '../model/overlay.ts';
import type { Container, PodTemplate } from '../model/pod.ts';
import { containerRule, podRule, type Rule, sayIf } from './rule.ts';

/** Where programs write, as their images have it. Under a read-only root each is a volume, or they end with an error. */
const WRITES_TO: readonly (readonly [image: RegExp, paths: readonly string[]])[] = [
  [/(^|\/)jaeger(:|@|$)/, ['/tmp']],
  [/(^|\/)cassandra(:|@|$)/, ['/tmp', '/var/lib/cassandra', '/var/log/cassandra']],
  [
    /(^|\/)elasticsearch(:|@|$)/,
    ['/tmp', ...['config', 'data', 'logs'].map((name) => `/usr/share/elasticsearch/${name}`)],
  ],
];

const writable = podRule('where a program writes is a volume', ({ pod }) =>
  pod.spec.containers.flatMap(({ name, image, volumeMounts }) =>
    WRITES_TO.filter(([pattern]) => pattern.test(image))
      .flatMap(([, paths]) => paths)
      .flatMap((path) =>
        sayIf(
          !volumeMounts.some(({ mountPath }) => mountPath === path),
          `containers.${name}.volumeMounts`,
          `there is no volume at ${path}, where it writes`,
        ),
      ),
  ),
);

const readable = containerRule('a file that a container is told to read is there', (container, { pod }, overlay) => {
  const env = environmentOf(overlay, container).map(({ value = '' }) => value);
  const words = [...container.command, ...container.args, ...env].flatMap((text) => text.match(/\/[\w./-]+/g) ?? []);
  return foldersOf(overlay, pod, container).flatMap(({ mountPath, keys }) =>
    words
      .map((word) => word.replace(/^\/\/(?=\/)/, ''))
      .filter((word) => word.startsWith(`${mountPath}/`))
      .flatMap((word) => sayIf(!keys.includes(word.slice(mountPath.length + 1)), 'args', `${word} is in no ConfigMap`)),
  );
});

/** The folders of a container whose files are known: those of ConfigMaps. */
function foldersOf({ configMaps }: Overlay, { spec }: PodTemplate, { volumeMounts }: Container) {
  return volumeMounts.flatMap(({ name, mountPath }) => {
    const wanted = spec.volumes.find((volume) => volume.name === name)?.configMap?.name;
    const found = configMaps.find(({ metadata }) => metadata.name === wanted);
    return wanted === undefined ? [] : [{ mountPath, keys: Object.keys(found?.data ?? {}) }];
  });
}

export const FILE_RULES: readonly Rule[] = [writable, readable];
