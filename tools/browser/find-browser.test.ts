import { describe, expect, it } from 'vitest';
import { type BrowserSources, findBrowser } from './find-browser.ts';

/** A machine that has nothing; `log` is what was done to it. */
function machine(changes: Partial<BrowserSources> & { readonly present?: Set<string> }) {
  const log: string[] = [];
  const present = changes.present ?? new Set<string>();
  const sources: BrowserSources = {
    named: undefined,
    playwrightPath: '/playwright/chrome',
    machinePaths: () => ['/usr/bin/chromium', '/usr/bin/google-chrome'],
    works: async (path) => present.has(path),
    installByPlaywright: async () => void log.push('playwright install'),
    installByApt: undefined,
    ...changes,
  };
  return { sources, log, present };
}

describe('the browser for the tests', () => {
  it('is the one that is named, whatever else there is', async () => {
    const { sources, log } = machine({ named: '/my/chrome', present: new Set(['/my/chrome', '/playwright/chrome']) });
    expect(await findBrowser(sources)).toEqual({ kind: 'found', path: '/my/chrome' });
    expect(log).toEqual([]);
  });

  it('is never another than the one that is named', async () => {
    const { sources, log } = machine({ named: '/my/chrome', present: new Set(['/playwright/chrome']) });
    expect(await findBrowser(sources)).toEqual({
      kind: 'none',
      message: 'KUJI_CHROMIUM is "/my/chrome", but no browser starts there.',
    });
    expect(log).toEqual([]);
  });

  it("is Playwright's own where that is installed", async () => {
    const { sources, log } = machine({ present: new Set(['/playwright/chrome', '/usr/bin/chromium']) });
    expect(await findBrowser(sources)).toEqual({ kind: 'found', path: '/playwright/chrome' });
    expect(log).toEqual([]);
  });

  it("is Playwright's own where that can be installed, even if the machine has another", async () => {
    const { sources, present } = machine({
      present: new Set(['/usr/bin/chromium']),
      installByPlaywright: async () => void present.add('/playwright/chrome'),
    });
    expect(await findBrowser(sources)).toEqual({ kind: 'found', path: '/playwright/chrome' });
  });

  it("is the machine's first that starts, where Playwright can install none", async () => {
    const { sources, log } = machine({
      present: new Set(['/usr/bin/google-chrome']),
      installByApt: async () => void log.push('apt-get'),
    });
    expect(await findBrowser(sources)).toEqual({ kind: 'found', path: '/usr/bin/google-chrome' });
    expect(log).toEqual(['playwright install']);
  });

  it('comes by apt-get at last', async () => {
    const { sources, log, present } = machine({
      installByApt: async () => {
        log.push('apt-get');
        present.add('/usr/bin/chromium');
      },
    });
    expect(await findBrowser(sources)).toEqual({ kind: 'found', path: '/usr/bin/chromium' });
    expect(log).toEqual(['playwright install', 'apt-get']);
  });

  it('is told to be missing, with what to do, where nothing helps', async () => {
    const { sources } = machine({ installByApt: async () => undefined });
    const search = await findBrowser(sources);
    expect(search.kind === 'none' && search.message).toContain('KUJI_CHROMIUM=');
  });
});
