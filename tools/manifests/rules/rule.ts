import type { Problem } from '../finding.ts';
import type { Overlay, Workload } from '../model/overlay.ts';
import { type Container, containersOf } from '../model/pod.ts';

/** One thing that must hold in every overlay. A rule comes with at least one mutation that breaks it: `mutations/`. */
export interface Rule {
  /** What must hold, as a short sentence. */
  readonly name: string;
  readonly check: (overlay: Overlay) => readonly Problem[];
}

/** What a rule about one pod or container has to say: the path within it, and the message. */
export type Said = readonly [path: string, message: string];

/** A rule that looks at each workload by itself. Paths are from the pod's `spec`. */
export function podRule(name: string, check: (workload: Workload, overlay: Overlay) => readonly Said[]): Rule {
  return {
    name,
    check: (overlay) =>
      overlay.workloads.flatMap((workload) =>
        check(workload, overlay).map(([path, message]) => ({
          object: `${workload.kind}/${workload.name}`,
          path: path === '' ? workload.podPath : `${workload.podPath}.${path}`,
          message,
        })),
      ),
  };
}

/** A rule that looks at each container, init containers too. Paths are from the container. */
export function containerRule(
  name: string,
  check: (container: Container, workload: Workload, overlay: Overlay) => readonly Said[],
): Rule {
  return podRule(name, (workload, overlay) =>
    containersOf(workload.pod).flatMap((container) =>
      check(container, workload, overlay).map(
        ([path, message]): Said => [`containers.${container.name}${path === '' ? '' : `.${path}`}`, message],
      ),
    ),
  );
}

/** `[[path, message]]` if `isWrong`, else nothing. */
export function sayIf(isWrong: boolean, path: string, message: string): readonly Said[] {
  return isWrong ? [[path, message]] : [];
}
