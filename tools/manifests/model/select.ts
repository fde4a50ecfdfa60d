import type { Service } from './kinds.ts';
import type { Overlay, Workload } from './overlay.ts';
import type { LabelSelector } from './pod.ts';

type Labels = Readonly<Record<string, string>>;

/** Whether the labels are what the selector asks for. An empty selector takes all. */
export function selects({ matchLabels, matchExpressions }: LabelSelector, labels: Labels): boolean {
  const isEqual = Object.entries(matchLabels).every(([key, value]) => labels[key] === value);
  return isEqual && matchExpressions.every((one) => holds(one, labels[one.key]));
}

function holds({ operator, values }: LabelSelector['matchExpressions'][number], value: string | undefined): boolean {
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

export function isEmptySelector({ matchLabels, matchExpressions }: LabelSelector): boolean {
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}

/** The workloads whose pods a selector takes. */
export function selectedWorkloads({ workloads }: Overlay, selector: LabelSelector): readonly Workload[] {
  return workloads.filter(({ pod }) => selects(selector, pod.metadata.labels));
}

/** The workloads behind a Service: none where it has no selector. */
export function workloadsBehind(overlay: Overlay, { spec }: Service): readonly Workload[] {
  if (Object.keys(spec.selector).length === 0) return [];
  return selectedWorkloads(overlay, { matchLabels: spec.selector, matchExpressions: [] });
}
