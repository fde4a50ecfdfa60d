/** A mistake in a manifest: where it is, and what to do about it. */
export interface Finding {
  /** The folder under k8s/overlays. */
  readonly overlay: string;
  /** `kind/name`, as kubectl takes it. */
  readonly object: string;
  /** Within the object, with dots: `spec.template.spec.containers.kuji.image`. */
  readonly path: string;
  readonly message: string;
  /** The name of the rule that found it. */
  readonly rule: string;
}

/** A finding before it is known which rule and which overlay it belongs to. */
export type Problem = Pick<Finding, 'object' | 'path' | 'message'>;

/** One line for people. */
export function findingText({ overlay, object, path, message, rule }: Finding): string {
  return `${overlay}: ${object}${path === '' ? '' : ` ${path}`}: ${message} (${rule})`;
}
