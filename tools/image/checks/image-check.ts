import type { Container, ImageSystem } from '../image-system.ts';

/** The containers that the checks are about: two dashboards, as in `docker run` and as in the manifests, and the other program. */
export interface Running {
  /** With a Jaeger embedded. */
  readonly embedded: Container;
  /** Asks the Jaeger that `embedded` has. */
  readonly apart: Container;
  /** Sends its spans to that Jaeger. */
  readonly omikuji: Container;
}

/** One thing that is held of the image. */
export interface ImageCheck {
  /** A sentence of what holds. */
  readonly name: string;
  /** Returns what was seen, if there is something to see. @throws what is wrong */
  run(system: ImageSystem, running: Running): Promise<string | undefined>;
}
