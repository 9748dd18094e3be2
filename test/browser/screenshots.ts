// Takes the pictures of docs/screenshots: what a person does on the chat page, on the tab and in Teams, wide and on a
// phone.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { learnOnce } from '../learned.ts';
import { quietLog } from '../quiet-log.ts';
import { type Chat, type ChatOptions, openChat } from './chat.ts';
import { startTestBot } from '../conversations/chat.ts';
import { startBotConnector } from '../fakes/bot-connector.ts';
import { launchChromium } from './chromium.ts';
import { drawParts, openTeamsPage } from './teams-page.ts';
import { TEAMS_SCENES } from './teams-scenes.ts';

const FOLDER = 'docs/screenshots';

/** What is done on the chat page before its picture is taken. */
const TALKS: Readonly<Record<string, (chat: Chat) => Promise<void>>> = {
  answer: (chat) => chat.say('xke nn posso premere nuovo deal??'),
  'tapped-card': async (chat) => {
    await chat.say('nuovo deal');
    await chat.tap('Privato');
  },
  'deal-created': async (chat) => {
    await chat.say('crea un deal privato da 80k con Proseware per fine marzo');
    await chat.tap('Crea il deal');
  },
  'deal-status': (chat) => chat.say('Microsoft ha accettato il deal con Contoso?'),
};

/** Each scene is taken wide and on a phone, light and dark. */
const VIEWS: readonly ChatOptions[] = [
  { width: 1100, height: 800 },
  { width: 390, height: 844 },
].flatMap((viewport) => (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })));

async function openTab(browser: Browser, url: string, options: ChatOptions): Promise<Page> {
  const context = await browser.newContext({ locale: 'it-IT', timezoneId: 'Europe/Rome', ...options });
  const page = await context.newPage();
  await page.goto(`${url}/tabs/deals`);
  await page.locator('#shown .ac-adaptiveCard').waitFor();
  return page;
}

async function openScene(
  browser: Browser,
  url: string,
  { scene, options }: { scene: string; options: ChatOptions },
): Promise<Page> {
  const talk = TALKS[scene];
  if (talk === undefined) return openTab(browser, url, options);
  const chat = await openChat(browser, url, options);
  await talk(chat);
  return chat.page;
}

/** With an assistant of its own, so that no scene sees what another left. */
async function take(browser: Browser, scene: string, options: ChatOptions): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'co-sell-pictures-'));
  const config = readConfig({ PORT: '0', DATA_DIR: dir });
  const app = await createApp(config, { log: quietLog, learned: learnOnce() });
  const path = pathOf(scene, options);
  try {
    const page = await openScene(browser, await app.start(), { scene, options });
    await page.screenshot({ path, animations: 'disabled' });
    await page.context().close();
    process.stdout.write(`${path}\n`);
  } finally {
    await app.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

const pathOf = (scene: string, { viewport, colorScheme }: ChatOptions): string =>
  join(FOLDER, `${scene}-${String(viewport?.width)}-${String(colorScheme)}.png`);

/** What only Teams has, as its renderer draws it. The whole of it, however long. */
async function takeTeams(browser: Browser, scene: string): Promise<void> {
  const play = TEAMS_SCENES[scene];
  if (play === undefined) throw new Error(`no scene "${scene}"`);
  const connector = await startBotConnector();
  const bot = await startTestBot();
  try {
    const parts = await play(bot, connector);
    for (const view of VIEWS) {
      const width = view.viewport?.width ?? 0;
      const { colorScheme = 'light' } = view;
      const page = await openTeamsPage(browser, {
        viewport: { width, height: 200 },
        colorScheme,
        locale: 'it-IT',
      });
      await drawParts(page, colorScheme, parts);
      await page.screenshot({ path: pathOf(scene, view), fullPage: true });
      await page.close();
      process.stdout.write(`${pathOf(scene, view)}\n`);
    }
  } finally {
    await bot.stop();
    await connector.close();
  }
}

const browser = await launchChromium();
if (browser === null) throw new Error('no Chromium on this machine');
try {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  for (const scene of [...Object.keys(TALKS), 'deals-tab'])
    for (const view of VIEWS) await take(browser, scene, view);
  for (const scene of Object.keys(TEAMS_SCENES)) await takeTeams(browser, scene);
} finally {
  await browser.close();
}
