import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Activity, TestAdapter, TurnContext } from 'botbuilder';
import pino from 'pino';
import { createFileStorage } from '../../app/storage.ts';
import { openServices } from '../../app/services.ts';
import { type Bot, createBot } from '../../bot/bot.ts';
import type { Session } from '../../bot/session.ts';
import type { Connector } from '../../channel/connector.ts';
import { createDelivery } from '../../channel/delivery.ts';
import { readConfig } from '../../config/config.ts';
import { sara } from '../../directory/sample-people.ts';
import type { NewReferral } from '../../referrals/referral.ts';
import { toMember } from '../../referrals/team.ts';
import { lockFolder } from '../../storage/folder-lock.ts';
import type { PersonRecord } from '../../storage/person-record.ts';
import type { RecordKey, RecordStore } from '../../storage/record-store.ts';

/** The whole bot in this process, without HTTP; each turn begins where the conversation was left standing. */
export interface TurnStage {
  /** Says these messages in a new conversation of a new person; from there `say` goes on. */
  standAt(messages: readonly string[]): Promise<void>;
  /** One turn from where the conversation stands, which it doesn't move. Resolves to what was answered. */
  say(text: string): Promise<string>;
  close(): Promise<void>;
}

const NOW = new Date('2026-11-24T09:00:00Z');

/** Replies come back with the turn, so nothing goes out by it. */
const CONNECTOR: Connector = { send: () => Promise.resolve('taken') };

/**
 * Opens the bot with the sample company.
 *
 * @param deals how many deals the seller has beside the sample's, each with a customer of its own.
 */
export async function openTurnStage(deals = 0): Promise<TurnStage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cosell-stage-'));
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  const lock = await lockFolder(dataDir);
  const log = pino({ level: 'silent' });
  const { services, memory } = await openServices({
    config,
    lock,
    storage: createFileStorage(lock, () => NOW),
    log,
    now: () => NOW,
  });
  for (let at = 0; at < deals; at += 1)
    await services.gateway.create(sara, dealNumber(at), `stage-${String(at)}`);
  const [sessions, people] = [createStanding<Session>(), createStanding<PersonRecord>()];
  const bot = createBot({
    ...services,
    sessions: sessions.store,
    people: people.store,
    connector: CONNECTOR,
    delivery: createDelivery({ connector: CONNECTOR }),
    limits: config.limits,
    onRefused: () => undefined,
    onError(error) {
      throw error;
    },
    experts: null,
    onRated: () => undefined,
    onTurn: () => undefined,
  });
  const play = (text: string): Promise<string> => memory.run(() => playTurn(bot, text));
  return {
    async standAt(messages) {
      for (const each of [sessions, people]) each.empty();
      for (const text of messages) await play(text);
      for (const each of [sessions, people]) each.keep();
    },
    say(text) {
      for (const each of [sessions, people]) each.restore();
      return play(text);
    },
    async close() {
      await lock.release();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Records in memory, which can be set back to what they were. */
function createStanding<T>(): {
  readonly store: RecordStore<T>;
  readonly empty: () => void;
  readonly keep: () => void;
  readonly restore: () => void;
} {
  let texts = new Map<string, string>();
  let kept = texts;
  const parsed = (text: string | undefined): T | null =>
    text === undefined ? null : (JSON.parse(text) as T);
  return {
    store: {
      get: (key) => Promise.resolve(parsed(texts.get(nameOf(key)))),
      open(key) {
        const text = texts.get(nameOf(key));
        return Promise.resolve({ record: parsed(text), version: text ?? null });
      },
      put(key, record) {
        const text = JSON.stringify(record);
        texts.set(nameOf(key), text);
        return Promise.resolve(text);
      },
      change(key, change) {
        const after = change(parsed(texts.get(nameOf(key))));
        if (after === null) texts.delete(nameOf(key));
        else texts.set(nameOf(key), JSON.stringify(after));
        return Promise.resolve(after);
      },
      delete: (key) => Promise.resolve(void texts.delete(nameOf(key))),
      list: () => Promise.resolve([...texts.values()].flatMap((text) => parsed(text) ?? [])),
      sweep: () => Promise.resolve(0),
    },
    empty: () => void (texts = new Map()),
    keep: () => void (kept = new Map(texts)),
    restore: () => void (texts = new Map(kept)),
  };
}

const nameOf = (key: RecordKey): string => JSON.stringify(key);

async function playTurn(bot: Bot, text: string): Promise<string> {
  const said: string[] = [];
  const adapter = new TestAdapter(() => Promise.resolve());
  const context = new TurnContext(adapter, messageOf(text));
  context.onSendActivities((_, activities) => {
    for (const each of activities) said.push(JSON.stringify([each.text, each.attachments]));
    return Promise.resolve([]);
  });
  await bot(context);
  return said.join('\n');
}

function messageOf(text: string): Partial<Activity> {
  const { objectId, tenantId } = sara;
  return {
    type: 'message',
    text,
    channelId: 'bench',
    deliveryMode: 'expectReplies',
    locale: 'it-IT',
    localTimezone: 'Europe/Rome',
    from: { id: `29:${objectId}`, aadObjectId: objectId, name: 'Sara' },
    recipient: { id: 'bot', name: 'Assistente' },
    conversation: { id: 'stage', tenantId, isGroup: false, conversationType: 'personal', name: '' },
  };
}

function dealNumber(at: number): NewReferral {
  return {
    kind: 'private',
    name: `Deal ${String(at)}`,
    customer: {
      name: `${nameNumber(at)} Logistica`,
      address: { line1: 'Via dei Moli 14', city: 'Chioggia', country: 'IT' },
      contact: null,
    },
    solutions: [{ id: 'SOL-70218-QRT', name: 'Aurelia WMS' }],
    value: { amount: 41_500, currency: 'EUR' },
    closingDate: '2027-06-30',
    helpCode: null,
    notes: null,
    marketplaceIntent: 'HaveNotDecided',
    team: [toMember(sara)],
    hasConsent: true,
  };
}

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru'];

/** A made-up name of four syllables, another one for each number below ten thousand: 12 is "Babacedi". */
function nameNumber(at: number): string {
  const digits = String(at).padStart(4, '0');
  const name = Array.from(digits, (digit) => SYLLABLES[Number(digit)] ?? '').join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
