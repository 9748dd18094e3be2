import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileStorage } from '../../src/app/storage.ts';
import { openServices } from '../../src/app/services.ts';
import { createBotAdapter } from '../../src/bot/adapter.ts';
import { createBot } from '../../src/bot/bot.ts';
import { createDoor } from '../../src/bot/door.ts';
import { type Session, sessionKey } from '../../src/bot/session.ts';
import type { Connector } from '../../src/channel/connector.ts';
import { createDelivery } from '../../src/channel/delivery.ts';
import { readConfig } from '../../src/config/config.ts';
import { sara } from '../../src/directory/sample-people.ts';
import { readActivity } from '../../src/http/incoming-activity.ts';
import { personKey } from '../../src/identity/actor.ts';
import { lockFolder } from '../../src/storage/folder-lock.ts';
import type { PersonRecord } from '../../src/storage/person-record.ts';
import { buttonsOf, type ReceivedActivity } from '../conversations/received.ts';
import { quietLog } from '../quiet-log.ts';
import { createMemoryRecordStore } from '../storage/memory-record-store.ts';
import { type Body, GOOD } from './messages.ts';

/** What came of one activity. */
export interface Answer {
  /** Of the refusal, or of the turn. */
  readonly status: number;
  readonly said: readonly ReceivedActivity[];
  /** What went wrong within the turn; nothing should. */
  readonly errors: readonly unknown[];
}

/** The assistant from the check of an activity to its answer, with nothing of HTTP. Sara writes. */
export interface BotInProcess {
  /** Says these in a new conversation, from where `play` goes on; resolves to what may be tapped then. */
  standAt(messages: readonly string[]): Promise<unknown[]>;
  /** Plays activities one after the other, from where the conversation stands. */
  play(bodies: readonly Body[]): Promise<readonly Answer[]>;
  close(): Promise<void>;
}

const NOW = new Date('2026-11-24T09:00:00Z');

export async function openBot(): Promise<BotInProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cosell-fuzz-'));
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  const lock = await lockFolder(dataDir);
  const { services, memory } = await openServices({
    config,
    lock,
    storage: createFileStorage(lock, () => NOW),
    log: quietLog,
    now: () => NOW,
  });
  const [sessions, people] = [createMemoryRecordStore<Session>(), createMemoryRecordStore<PersonRecord>()];
  const errors: unknown[] = [];
  const sent: ReceivedActivity[] = [];
  const connector: Connector = {
    send: (activity) => {
      sent.push(JSON.parse(JSON.stringify(activity)) as ReceivedActivity);
      return Promise.resolve('taken');
    },
  };
  const onError = (error: unknown): string => {
    errors.push(error);
    return 'ref';
  };
  const bot = createBot({
    ...services,
    sessions,
    people,
    connector,
    delivery: createDelivery({ connector }),
    limits: config.limits,
    onRefused: () => undefined,
    onError,
    experts: null,
    onRated: () => undefined,
    onTurn: () => undefined,
  });
  const door = createDoor({
    adapter: createBotAdapter(onError),
    handler: (context) => memory.run(() => bot(context)),
    checkCaller: null,
    log: { error: onError, warn: onError },
  });
  const post = async (body: Body): Promise<Answer> => {
    const read = readActivity(body, true);
    if (!read.isValid) return { status: read.status, said: [], errors: [] };
    const response = await door.receive(null, read.activity);
    const { activities = [] } = (response.body ?? {}) as { activities?: ReceivedActivity[] };
    const said = JSON.parse(
      JSON.stringify([...activities, ...sent.splice(0, Infinity)]),
    ) as ReceivedActivity[];
    return { status: response.status, said, errors: errors.splice(0, Infinity) };
  };
  const [key, owner] = [sessionKey(GOOD, sara), personKey(sara)];
  let kept: { session: Session | null; person: PersonRecord | null } = { session: null, person: null };
  const restore = async (): Promise<void> => {
    for (const store of [sessions, people]) for (const name of store.keys()) await store.delete(name);
    if (kept.session !== null) await sessions.put(key, kept.session);
    if (kept.person !== null) await people.put(owner, kept.person);
  };
  let count = 0;
  /** The same id twice is the same activity brought again, which is answered once. */
  const fresh = (body: Body): Body =>
    isObject(body) && typeof body['id'] === 'string' ? { ...body, id: String((count += 1)) } : body;
  return {
    async standAt(messages) {
      kept = { session: null, person: null };
      await restore();
      let taps: unknown[] = [];
      for (const text of messages)
        taps = (await post(fresh({ ...GOOD, text }))).said.flatMap(buttonsOf).map(({ data }) => data);
      kept = { session: await sessions.get(key), person: await people.get(owner) };
      return taps;
    },
    async play(bodies) {
      await restore();
      const answers: Answer[] = [];
      for (const body of bodies) answers.push(await post(fresh(body)));
      return answers;
    },
    async close() {
      await lock.release();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function isObject(body: Body): body is Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
