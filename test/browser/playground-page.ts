import type { Browser, Locator, Page } from 'playwright-core';
import * as z from 'zod';
import { PLACES } from '../playground/playground.ts';

/** A busy machine may take its time, in milliseconds. */
const PATIENCE_MS = 45_000;

type Json = Readonly<Record<string, unknown>>;

/** An activity as the Playground logs it, of the assistant or to it, with what it was answered. */
export interface Logged {
  readonly isOurs: boolean;
  readonly activity: Json;
  readonly status: number;
  readonly answer: unknown;
}

/** What the Playground tells its page; all but activities is left out. */
const frameSchema = z.object({
  log: z.object({
    from: z.string(),
    request: z.object({ body: z.record(z.string(), z.unknown()) }),
    response: z.object({ statusCode: z.number(), body: z.unknown().optional() }),
  }),
});

/** The Agents Playground's page, as the person at its keyboard uses it. */
export interface PlaygroundPage {
  readonly page: Page;
  /** The cards of the chat that is open. */
  readonly cards: Locator;
  /** All activities so far, in the order in which they were answered. */
  readonly logged: readonly Logged[];
  /** The next activity to be logged that is like this. */
  next(isIt: (logged: Logged) => boolean): Promise<Logged>;
  open(place: 'Personal Chat' | typeof PLACES.group | typeof PLACES.channel): Promise<void>;
  /** Types and sends; in a channel a post. */
  say(text: string): Promise<void>;
  /** The same, with the assistant mentioned: picked from the list that "@" opens. */
  mention(text: string): Promise<void>;
  /** Answers in the newest thread of a channel, with the assistant mentioned. */
  reply(text: string): Promise<void>;
  /** Taps the newest button with this title. */
  tap(title: string): Promise<void>;
  /** One of the menu "Mock an Activity". */
  mock(item: string): Promise<void>;
  /**
   * Sends an activity of one's own making by "Custom activity": of the person in the personal chat, or in the place of
   * one that was logged.
   */
  send(part: Json, like?: Logged): Promise<void>;
  /** Opens what asks for a command of the message extension, in the compose box or on the newest message. */
  command(kind: 'Search Command' | 'Action Command', of: 'box' | 'the newest message'): Promise<void>;
  /** What the page says that it can't do. */
  warnings(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Opens the page of a Playground, in the personal chat. */
export async function openPlaygroundPage(browser: Browser, url: string): Promise<PlaygroundPage> {
  const context = await browser.newContext({
    viewport: { width: 1300, height: 900 },
    timezoneId: 'Europe/Rome',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const { logged, next } = readLog(page);
  await page.goto(url);
  const { say, mention, reply } = keyboardOf(page);
  const mock = async (item: string, activity: Json | null = null): Promise<void> => {
    await page.getByRole('button', { name: 'Mock an Activity' }).click();
    await page.getByRole('menu').getByText(item, { exact: true }).click();
    if (activity !== null) await write(page, activity);
    await page.getByRole('button', { name: 'Send activity' }).click();
  };
  return {
    page,
    cards: page.locator('.ac-adaptiveCard'),
    logged,
    next,
    say,
    mention,
    reply,
    mock: (item) => mock(item),
    open: (place) => page.getByRole('treeitem', { name: place }).click(),
    tap: (title) => page.getByRole('button', { name: title, exact: true }).last().click(),
    send: (part, like = firstOf(logged)) => mock('Custom activity', { ...envelopeOf(like), ...part }),
    async command(kind, of) {
      const [name, which] =
        of === 'box'
          ? (['Trigger Message Extension App', 0] as const)
          : (['Show more information', -1] as const);
      // A message just drawn clears what commands have answered, 300 ms later: a box opened before that is emptied.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
      await page.getByRole('button', { name }).nth(which).click();
      await page.getByText(kind, { exact: true }).click();
    },
    async warnings() {
      const texts = await page.getByText(/is not supported yet/).allInnerTexts();
      return [
        ...new Set(texts.flatMap((text) => /([\w ()/]+) is not supported yet/.exec(text)?.[1]?.trim() ?? [])),
      ];
    },
    close: () => context.close(),
  };
}

/** How often an activity is written anew where the editor shows something else. */
const MOST_TRIES = 5;

/**
 * Puts an activity into the editor that shows one. On a busy machine the editor shows its own example only once it has
 * loaded, over what was written before: so it is looked at.
 */
async function write(page: Page, activity: Json): Promise<void> {
  const editor = page.getByRole('dialog').locator('.monaco-editor');
  const text = JSON.stringify(activity);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    await editor.click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(text);
    // It has added the ends of what was begun.
    await page.keyboard.press('ControlOrMeta+Shift+End');
    await page.keyboard.press('Delete');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    const shown = (await editor.locator('.view-line').allInnerTexts()).join('');
    if (unspaced(shown) === unspaced(text)) return;
  }
}

const unspaced = (text: string): string => text.replaceAll(/\s/gu, '');

/** The first activity of the person in the personal chat. */
function firstOf(logged: readonly Logged[]): Logged {
  const first = logged.find(({ activity }) => activity['type'] === 'conversationUpdate');
  if (first === undefined) throw new Error('the personal chat was never opened');
  return first;
}

/** What every activity from there has. */
function envelopeOf({ activity }: Logged): Json {
  const { channelId, serviceUrl, recipient, conversation, from, channelData } = activity;
  return { id: crypto.randomUUID(), channelId, serviceUrl, recipient, conversation, from, channelData };
}

/** What the page is told by its socket. */
function readLog(page: Page): Pick<PlaygroundPage, 'logged' | 'next'> {
  const logged: Logged[] = [];
  const waiting = new Set<(one: Logged) => void>();
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const { success, data } = frameSchema.safeParse(JSON.parse(payload.toString()));
      if (!success) return;
      const { from, request, response } = data.log;
      const one = {
        isOurs: from === 'User Application',
        activity: request.body,
        status: response.statusCode,
        answer: response.body,
      };
      logged.push(one);
      for (const tell of waiting) tell(one);
    }),
  );
  const next: PlaygroundPage['next'] = (isIt) =>
    new Promise((resolve, reject) => {
      const tell = (one: Logged): void => {
        if (!isIt(one)) return;
        clearTimeout(timer);
        waiting.delete(tell);
        resolve(one);
      };
      const timer = setTimeout(() => reject(new Error('no such activity')), PATIENCE_MS);
      waiting.add(tell);
    });
  return { logged, next };
}

function keyboardOf(page: Page): Pick<PlaygroundPage, 'say' | 'mention' | 'reply'> {
  const boxes = page.locator('[data-lexical-editor=true]');
  const post = page.getByRole('button', { name: 'Post', exact: true });
  const write = async (box: Locator, text: string, isMentioned: boolean): Promise<void> => {
    await box.click();
    if (isMentioned) {
      // The list takes a click, and no key.
      await page.keyboard.type(`@${PLACES.bot.slice(0, 3)}`);
      await page.getByRole('menu').getByText(PLACES.bot).click();
    }
    await page.keyboard.insertText(isMentioned ? ` ${text}` : text);
  };
  const put = async (text: string, isMentioned: boolean): Promise<void> => {
    await write(boxes.first(), text, isMentioned);
    if ((await post.count()) > 0) await post.click();
    else await page.keyboard.press('Enter');
  };
  return {
    say: (text) => put(text, false),
    mention: (text) => put(text, true),
    async reply(text) {
      await write(boxes.nth(1), text, true);
      await page.keyboard.press('Enter');
    },
  };
}
