import type { LaunchOptions } from '@playwright/test';

/** How a Chromium is started by tests, figures and pictures alike. Playwright's own flags already leave the sandbox and the network out. */
export function launchOptions(executablePath: string | undefined): LaunchOptions {
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    // Text and canvas come out alike whether or not the machine has a graphics card.
    args: ['--disable-gpu', '--font-render-hinting=none', '--force-color-profile=srgb'],
  };
}
