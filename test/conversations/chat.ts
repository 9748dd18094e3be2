import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type App, createApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import * as people from '../../src/directory/sample-people.ts';
import type { Person } from '../../src/directory/directory.ts';
import type { Learned, Lessons } from '../../src/app/trained-index.ts';
import { learnOnce } from '../learned.ts';
import { quietLog } from '../quiet-log.ts';
import { type ReceivedActivity, buttonsOf, textOf } from './received.ts';

/** The day on which every conversation of the tests takes place: a Tuesday. */
export const TODAY = new Date('2026-11-24T09:00:00Z');

/** What a channel failed once is tried again at once, not in a third of a second. */
const CHANNEL_RETRY_MS = 1;

/** A running bot with the sample company, on a folder and a port of its own. */
export interface TestBot {
  readonly app: App;
  readonly address: string;
  readonly dataDir: string;
  /** Moves the clock that the bot reads. */
  setNow(now: Date): void;
  stop(): Promise<void>;
}

export interface TestBotOptions {
  readonly dataDir?: string;
  readonly now?: Date;
  readonly env?: Readonly<Record<string, string>>;
  /** What it knows; absent means what ships. */
  readonly learned?: Promise<Learned>;
  /** A knowledge folder that it keeps up with instead. */
  readonly lessons?: Lessons;
  /** Absent means that nothing is logged. */
  readonly log?: Logger;
}

/** Starts the real app on loopback: real HTTP, real adapter, real files. */
export async function startTestBot(options: TestBotOptions = {}): Promise<TestBot> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'cosell-')));
  const clock = { now: options.now ?? TODAY };
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...options.env });
  const app = await createApp(config, {
    log: options.log ?? quietLog,
    now: () => clock.now,
    ...(options.lessons === undefined
      ? { learned: options.learned ?? learnOnce() }
      : { lessons: options.lessons }),
    channelRetryMs: CHANNEL_RETRY_MS,
  });
  const address = await app.start();
  return {
    app,
    address,
    dataDir,
    setNow: (now) => void (clock.now = now),
    async stop() {
      await app.stop();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What the bot said in one turn. */
export interface Said {
  /** All text of all replies, cards included, joined by line ends. */
  readonly text: string;
  /** The titles of all buttons, in order. */
  readonly buttons: readonly string[];
  readonly activities: readonly ReceivedActivity[];
}

/** One person's chat with the bot, over HTTP with `deliveryMode: expectReplies`. */
export class Chat {
  readonly #address: string;
  readonly #person: Person;
  readonly conversationId: string;
  readonly #isGroup: boolean;
  readonly #serviceUrl: string | null;
  #last: Said = { text: '', buttons: [], activities: [] };

  constructor(
    bot: { readonly address: string },
    person: Person = people.sara,
    conversationId?: string,
    isGroup = false,
    /** Where messages go that the bot sends by itself. */
    serviceUrl: string | null = null,
  ) {
    this.#address = bot.address;
    this.#person = person;
    this.conversationId = conversationId ?? `test-${randomUUID()}`;
    this.#isGroup = isGroup;
    this.#serviceUrl = serviceUrl;
  }

  get last(): Said {
    return this.#last;
  }

  say(text: string): Promise<Said> {
    return this.send({ type: 'message', text });
  }

  /** Taps the button with that title in the last turn that had one. */
  tap(title: string, said: Said = this.#last): Promise<Said> {
    return this.submit(this.valueOf(title, said));
  }

  /** What the button with that title would send. */
  valueOf(title: string, said: Said = this.#last): unknown {
    const button = said.activities.flatMap(buttonsOf).find((each) => each.title === title);
    if (button === undefined)
      throw new Error(`no button "${title}" among ${said.buttons.join(' | ')}\n${said.text}`);
    return button.data;
  }

  submit(value: unknown): Promise<Said> {
    return this.send({ type: 'message', value });
  }

  join(): Promise<Said> {
    return this.send({
      type: 'conversationUpdate',
      membersAdded: [{ id: this.#person.objectId }, { id: 'bot' }],
    });
  }

  async send(part: Readonly<Record<string, unknown>>): Promise<Said> {
    const activities = await this.post(part);
    const said = {
      activities,
      text: activities.map(textOf).join('\n'),
      buttons: activities.flatMap(buttonsOf).map(({ title }) => title),
    };
    this.#last = said;
    return said;
  }

  /** Posts an activity and returns the replies; throws when the bot did not answer with 200. */
  async post(part: Readonly<Record<string, unknown>>): Promise<ReceivedActivity[]> {
    const response = await fetch(`${this.#address}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...this.#envelope(), ...part }),
    });
    if (response.status !== 200)
      throw new Error(`the bot answered ${String(response.status)}: ${await response.text()}`);
    const body = (await response.json()) as { activities?: ReceivedActivity[] };
    return (body.activities ?? []).filter(({ type }) => type === 'message');
  }

  #envelope(): Readonly<Record<string, unknown>> {
    const { objectId, firstName, lastName, tenantId } = this.#person;
    return {
      id: randomUUID(),
      channelId: 'test',
      deliveryMode: 'expectReplies',
      ...(this.#serviceUrl === null ? {} : { serviceUrl: this.#serviceUrl }),
      locale: 'it-IT',
      localTimezone: 'Europe/Rome',
      from: { id: `29:${objectId}`, aadObjectId: objectId, name: `${firstName} ${lastName}` },
      recipient: { id: 'bot', name: 'Assistente' },
      conversation: { id: this.conversationId, tenantId, isGroup: this.#isGroup },
      channelData: { tenant: { id: tenantId } },
    };
  }
}
