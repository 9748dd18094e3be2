import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

export interface ChatOptions {
  readonly locale?: 'it-IT' | 'en-US';
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly reducedMotion?: 'reduce' | 'no-preference';
}

/** A person at the chat page. */
export interface Chat {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about: errors of scripts, refusals of the content security policy. */
  readonly complaints: readonly string[];
  /** All messages, oldest first. */
  readonly messages: Locator;
  /** Types and presses Enter; resolves when the assistant has answered. */
  say(text: string): Promise<void>;
  /** Taps the newest button with this title; resolves when the assistant has answered. */
  tap(title: string): Promise<void>;
  /** The assistant's newest message, as it is read. */
  lastMessage(): Promise<string>;
  close(): Promise<void>;
}

/** Opens the chat page in a browser of its own, and waits for what it shows first. */
export async function openChat(browser: Browser, url: string, options: ChatOptions = {}): Promise<Chat> {
  const context = await browser.newContext({
    locale: options.locale ?? 'it-IT',
    timezoneId: 'Europe/Rome',
    colorScheme: options.colorScheme ?? 'light',
    viewport: options.viewport ?? { width: 1280, height: 800 },
    reducedMotion: options.reducedMotion ?? 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  const bots = page.locator('.bot');
  // The welcome: were it still to come, it would be taken for the answer to what is said first.
  await bots.first().waitFor();

  const afterAnswer = async (act: () => Promise<void>): Promise<void> => {
    const before = await bots.count();
    const done = page.waitForResponse((response) => response.request().method() === 'POST');
    await act();
    await done;
    await bots.nth(before).waitFor();
  };

  return {
    page,
    context,
    complaints,
    messages: page.locator('.message'),
    say: (text) =>
      afterAnswer(async () => {
        await page.locator('#box').fill(text);
        await page.locator('#box').press('Enter');
      }),
    tap: (title) => afterAnswer(() => page.getByRole('button', { name: title, exact: true }).last().click()),
    lastMessage: async () => (await bots.last().locator('.bubble').innerText()).trim(),
    close: () => context.close(),
  };
}
