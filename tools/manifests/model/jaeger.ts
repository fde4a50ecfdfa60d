import { type ConfigValue, configFilesOf, configValues, withEnv } from './config-files.ts';
import { type EnvEntry, environmentOf } from './environment.ts';
import type { Overlay, Workload } from './overlay.ts';
import type { Container } from './pod.ts';

/** A container with a Jaeger 2, and the configuration that it is given. */
export interface JaegerContainer {
  readonly workload: Workload;
  readonly container: Container;
  readonly env: readonly EnvEntry[];
  /** As they stand in the file. */
  readonly written: readonly ConfigValue[];
  /** As Jaeger reads them: with the environment. */
  readonly read: readonly ConfigValue[];
}

export function jaegersOf(overlay: Overlay): readonly JaegerContainer[] {
  return overlay.workloads.flatMap((workload) =>
    workload.pod.spec.containers
      .filter(({ image }) => /(^|\/)jaeger(:|@|$)/.test(image))
      .map((container) => {
        const env = environmentOf(overlay, container);
        const written = configFilesOf(overlay, workload.pod, container).flatMap(({ text }) => configValues(text));
        const read = written.map(({ path, value }) => ({ path, value: withEnv(value, env) }));
        return { workload, container, env, written, read };
      }),
  );
}

/** Whether its traces are gone with the pod. */
export function keepsTracesInMemory({ written }: JaegerContainer): boolean {
  return written.some(({ path }) => path.includes('jaeger_storage') && path.includes('memory'));
}
