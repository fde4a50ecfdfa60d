/**
 * Whether a file is sent to whoever builds the image, by the rules of .dockerignore: a pattern that fits a file or a folder above
 * it leaves it out, or with `!` takes it in again; the last one that fits counts.
 *
 * @param text of the .dockerignore
 * @param path of a file from the root of the repository, with `/`
 */
export function isSent(text: string, path: string): boolean {
  const parts = path.split('/');
  const places = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  let isOut = false;
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const isTaken = line.startsWith('!');
    const pattern = patternOf(isTaken ? line.slice(1) : line);
    if (places.some((place) => pattern.test(place))) isOut = !isTaken;
  }
  return !isOut;
}

/** `*` is anything within a name, `**` any folders. */
function patternOf(glob: string): RegExp {
  const source = glob
    .replace(/^\/|\/$/g, '')
    .split(/(\*\*\/|\*|\?)/)
    .map((part) => {
      if (part === '**/') return '(?:.*/)?';
      if (part === '*') return '[^/]*';
      if (part === '?') return '[^/]';
      return part.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
    });
  return new RegExp(`^${source.join('')}$`);
}
