import { type EnvEntry, environmentOf } from '../model/environment.ts';
import { readQuantity } from '../model/quantity.ts';
import { containerRule, type Rule, sayIf } from './rule.ts';

/** How a runtime is told how much memory it may take. */
const BOUNDS: Readonly<Record<string, (value: string) => string | undefined>> = {
  GOMEMLIMIT: (value) => /^(\d+[KMG]i)B$/.exec(value)?.[1],
  MAX_HEAP_SIZE: (value) => /^(\d+[KMG])$/.exec(value)?.[1]?.concat('i'),
  ES_JAVA_OPTS: (value) => /-Xmx(\d+[kmg])\b/.exec(value)?.[1]?.toUpperCase().concat('i'),
  NODE_OPTIONS: (value) => /--max-old-space-size=(\d+)\b/.exec(value)?.[1]?.concat('Mi'),
};

/** Else Kubernetes kills it where it would have collected its garbage. */
const fits = containerRule('what a runtime may take is less than the limit', (container, _workload, overlay) => {
  const limit = readQuantity(container.resources.limits.memory ?? '') ?? 0;
  return environmentOf(overlay, container).flatMap((entry) => {
    const bound = boundOf(entry);
    return sayIf(
      bound !== undefined && !(bound < limit),
      entry.path,
      `${entry.value} is not less than the limit of ${container.resources.limits.memory}`,
    );
  });
});

/** In bytes; `NaN` for what cannot be read; `undefined` for variables that are none of these. */
function boundOf({ name, value = '' }: EnvEntry): number | undefined {
  const read = Object.hasOwn(BOUNDS, name) ? BOUNDS[name] : undefined;
  return read === undefined ? undefined : (readQuantity(read(value) ?? '') ?? Number.NaN);
}

export const MEMORY_RULES: readonly Rule[] = [fits];
