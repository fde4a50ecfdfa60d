import type { Container } from './pod.ts';

const OMIKUJI = 'server/omikuji/main.ts';

/** Whether a container runs the image of the repository's Dockerfile, wherever it was pushed. */
export function isOurImage({ image }: Container): boolean {
  return /(^|\/)kuji(:|@|$)/.test(image);
}

export function isOmikuji(container: Container): boolean {
  return isOurImage(container) && [...container.command, ...container.args].includes(OMIKUJI);
}

/** What the image does if it is not told something else. */
export function isDashboard(container: Container): boolean {
  return isOurImage(container) && !isOmikuji(container);
}
