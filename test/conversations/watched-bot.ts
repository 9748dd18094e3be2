import { expect } from 'chai';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Person } from '../../src/directory/directory.ts';
import { EVENTS_PATH } from '../../src/http/webhook-route.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { environmentOf, writeCompanyFiles } from '../fakes/company.ts';
import type { FakeUser } from '../fakes/entra.ts';
import { startStage, type Stage } from '../fakes/stage.ts';
import { Chat, startTestBot, type TestBot, TODAY } from './chat.ts';
import { signInUrlOf } from './real-bot.ts';
import { buttonsOf, type ReceivedActivity, textOf } from './received.ts';

/** What a person was told without having asked. */
export interface Told {
  readonly text: string;
  readonly buttons: readonly string[];
}

/** A bot on the real adapters whose people have personal chats, and which Partner Center tells of changes. */
export interface WatchedBot extends TestBot {
  readonly stage: Stage;
  readonly connector: BotConnector;
  /** What came into the person's chat by itself. */
  toldTo(person: Person): Told[];
  /** Resolves when every event was delivered and every reading is done. */
  settle(): Promise<void>;
  /** Ends the process, as it were, and starts another on the same folder, with the same services behind it. */
  restart(): Promise<WatchedBot>;
}

/** @param more of the environment, such as where records are kept. */
export async function startWatchedBot(
  log?: Logger,
  more: Readonly<Record<string, string>> = {},
): Promise<WatchedBot> {
  const clock = { now: TODAY };
  const stage = await startStage({ partnerCenter: { now: () => clock.now, retryDelayMs: 1 } });
  const connector = await startBotConnector();
  const dir = await mkdtemp(join(tmpdir(), 'cosell-watched-'));
  const rootsFile = join(dir, 'roots.pem');
  const { webhooks } = stage.partnerCenter;
  await writeFile(rootsFile, webhooks.authority.pem);
  const env = {
    ...environmentOf(stage),
    ...(await writeCompanyFiles(dir)),
    WEBHOOK_URL: `http://127.0.0.1${EVENTS_PATH}`,
    WEBHOOK_CERTIFICATE_HOSTS: new URL(webhooks.certificateUrl).host,
    WEBHOOK_ROOTS_FILE: rootsFile,
    ...more,
  };
  return open({ stage, connector, dir, env, clock, ...(log === undefined ? {} : { log }) });
}

interface Setting {
  readonly stage: Stage;
  readonly connector: BotConnector;
  readonly dir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly clock: { now: Date };
  readonly log?: Logger;
}

async function open(setting: Setting): Promise<WatchedBot> {
  const { stage, connector, dir, env, clock, log } = setting;
  const logging = log === undefined ? {} : { log };
  const bot = await startTestBot({ dataDir: join(dir, 'data'), env, now: clock.now, ...logging });
  return {
    ...bot,
    stage,
    connector,
    toldTo: (person) => toldTo(connector, person),
    async settle() {
      await stage.partnerCenter.webhooks.settle();
      await bot.app.watch.settle();
    },
    setNow(now) {
      clock.now = now;
      bot.setNow(now);
    },
    async restart() {
      await bot.stop();
      return open(setting);
    },
    async stop() {
      await bot.stop();
      await stage.close();
      await connector.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

const conversationOf = ({ objectId }: Pick<Person, 'objectId'>) => `chat-${objectId}`;

function toldTo({ sent }: BotConnector, person: Person): Told[] {
  return sent
    .filter(({ conversationId }) => conversationId === conversationOf(person))
    .map(({ activity }) => activity as unknown as ReceivedActivity)
    .filter(({ type }) => type === 'message')
    .map((activity) => ({
      text: `${activity.summary ?? ''}\n${textOf(activity)}`,
      buttons: buttonsOf(activity).map(({ title }) => title),
    }));
}

/** The person's chat: what they ask is answered at once, what comes by itself goes to the connector. */
export function chatOf(bot: WatchedBot, person: Person): Chat {
  return new Chat(bot, person, conversationOf(person), false, bot.connector.url);
}

/** Signs the person in and has them agree to being worked for. */
export async function agree(bot: WatchedBot, person: Person): Promise<Chat> {
  const chat = chatOf(bot, person);
  await signInAs(bot, chat, person);
  await chat.say('avvisami');
  await bot.settle();
  return chat;
}

export async function signInAs(bot: WatchedBot, chat: Chat, person: Pick<Person, 'objectId'>): Promise<void> {
  const url = signInUrlOf(await chat.say('accedi'));
  const code = await bot.stage.tokens.signIn(url, person.objectId);
  await chat.say(code ?? '');
}

/** Registers the bot for the events of the user's company, as the command does. */
export async function subscribe({ stage, address }: WatchedBot, user: FakeUser): Promise<void> {
  const token = stage.entra.issue(user, 'https://api.partnercenter.microsoft.com');
  const response = await fetch(`${stage.partnerCenter.partner.url}/webhooks/v1/registration`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({
      WebhookUrl: `${address}${EVENTS_PATH}?tenant=${user.tenantId}`,
      WebhookEvents: ['referral-created', 'referral-updated', 'related-referral-updated'],
      SignatureTokenToMsSignatureHeader: true,
    }),
  });
  if (response.status !== 200) throw new Error(`not subscribed: ${String(response.status)}`);
}

/**
 * Answers what the assistant asks until the deal can be created: by the first pattern that fits a question, or "salta".
 *
 * @throws AssertionError where the summary isn't reached in fourteen turns.
 */
export async function answerUntilSummary(
  chat: Chat,
  answers: readonly (readonly [RegExp, string])[],
): Promise<void> {
  for (let turn = 0; turn < 14 && !chat.last.buttons.includes('Crea il deal'); turn += 1) {
    const question = chat.last.text
      .split('\n')
      .filter((line) => line.includes('?'))
      .join(' ');
    await chat.say(answers.find(([pattern]) => pattern.test(question))?.[1] ?? 'salta');
  }
  expect(chat.last.buttons, chat.last.text).to.include('Crea il deal');
}
