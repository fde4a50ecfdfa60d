/** Where a Chromium may come from. All that looks at the machine or changes it is here, so that the order can be tested. */
export interface BrowserSources {
  /** The path that the caller of the script names (`KUJI_CHROMIUM`), or undefined. */
  readonly named: string | undefined;
  /** Where Playwright keeps its own browser, installed or not. */
  readonly playwrightPath: string;
  /** Paths of Chromium-like browsers on the machine, the best first. Asked anew after an installation. */
  readonly machinePaths: () => readonly string[];
  /** Whether the browser at this path exists and starts. */
  readonly works: (path: string) => Promise<boolean>;
  /** Lets Playwright download its browser; never fails, it just may have done nothing. */
  readonly installByPlaywright: () => Promise<void>;
  /** Installs the package of the distribution; undefined where there is no apt-get or no right to use it. */
  readonly installByApt: (() => Promise<void>) | undefined;
}

export type BrowserSearch =
  | { readonly kind: 'found'; readonly path: string }
  /** What to do about it, for people. */
  | { readonly kind: 'none'; readonly message: string };

/**
 * Finds a Chromium: the one that is named, else one that Playwright has or can install, else one on the machine, else (root on
 * Debian) the package `chromium`.
 */
export async function findBrowser(sources: BrowserSources): Promise<BrowserSearch> {
  const { named, playwrightPath, machinePaths, works, installByPlaywright, installByApt } = sources;
  if (named !== undefined) {
    if (await works(named)) return { kind: 'found', path: named };
    return { kind: 'none', message: `KUJI_CHROMIUM is ${JSON.stringify(named)}, but no browser starts there.` };
  }
  const firstThatWorks = async (paths: readonly string[]): Promise<string | undefined> => {
    for (const path of paths) if (await works(path)) return path;
    return undefined;
  };
  // Each step is taken only if those before it found nothing.
  const steps: readonly (() => Promise<string | undefined>)[] = [
    () => firstThatWorks([playwrightPath]),
    async () => {
      await installByPlaywright();
      return await firstThatWorks([playwrightPath]);
    },
    () => firstThatWorks(machinePaths()),
    async () => {
      if (installByApt === undefined) return undefined;
      await installByApt();
      return await firstThatWorks(machinePaths());
    },
  ];
  for (const step of steps) {
    const path = await step();
    if (path !== undefined) return { kind: 'found', path };
  }
  return { kind: 'none', message: NONE };
}

const NONE = `No Chromium was found, and none could be installed.
Install one ("npx playwright install --with-deps chromium", or the package "chromium" or Google Chrome), or name one: KUJI_CHROMIUM=/path/to/chromium`;
