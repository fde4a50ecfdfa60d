import { findBrowser } from './find-browser.ts';
import { thisMachine } from './this-machine.ts';

/**
 * The path of a Chromium for tests, figures and pictures, installed if need be.
 *
 * @throws an error whose message tells what to do, where there is none
 */
export async function browserPath(say: (line: string) => void): Promise<string> {
  const search = await findBrowser(thisMachine(process.env, say));
  if (search.kind === 'none') throw new Error(search.message);
  return search.path;
}
