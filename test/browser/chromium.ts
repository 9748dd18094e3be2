import { existsSync } from 'node:fs';
import type { Suite } from 'mocha';
import { type Browser, chromium } from 'playwright-core';

/** Where Chromium, or Chrome, lies on the systems we know. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser found on this machine, started; or null. */
export async function launchChromium(): Promise<Browser | null> {
  const executablePath = chromiumPath();
  return executablePath === null ? null : chromium.launch({ executablePath, args: ARGUMENTS });
}

function chromiumPath(): string | null {
  return PLACES.find((path) => existsSync(path)) ?? null;
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium before a suite's tests and ends it after them; without one they are skipped, by name. */
export function useChromium(suite: Suite): () => Browser {
  let browser: Browser | null = null;
  suite.timeout(60_000);
  suite.beforeAll('starts Chromium', async function () {
    browser = await launchChromium();
    if (browser === null) this.skip();
  });
  suite.afterAll('ends Chromium', async () => {
    await browser?.close();
  });
  return () => {
    if (browser === null) throw new Error('Chromium is not running');
    return browser;
  };
}
