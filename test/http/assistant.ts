import { once } from 'node:events';
import pino from 'pino';
import { createApp } from '../../src/app/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { finish, startModule } from '../child-process.ts';
import { learnOnce } from '../learned.ts';

/** The app id of the assistant that is not open to everybody. */
export const APP_ID = '0f0f0f0f-1111-4222-8333-444444444444';

/** A message in Teams that is answered in the response. */
export const TEAMS_MESSAGE = {
  type: 'message',
  id: 'a1',
  channelId: 'msteams',
  conversation: { id: 'c1', conversationType: 'personal' },
  from: { id: 'u1' },
  recipient: { id: 'b1' },
  deliveryMode: 'expectReplies',
  text: 'ciao, un segreto',
};

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** The assistant with an app id, as its callers see it. */
export interface Assistant {
  readonly url: string;
  post(authorization: string, activity?: unknown): Promise<Answer>;
  /** What it logged so far, line by line. */
  readonly log: readonly Record<string, unknown>[];
  stop(): Promise<void>;
}

const IDENTITY = { PORT: '0', MicrosoftAppId: APP_ID, MicrosoftAppPassword: 'hunter2' };

type Env = Readonly<Record<string, string>>;

/** Starts it here. `env` needs DATA_DIR, and CHANNEL_KEYS_URL where anybody is to be believed. */
export async function startAssistant(env: Env, now?: Date): Promise<Assistant> {
  const log: Record<string, unknown>[] = [];
  const write = (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>);
  const clock = now === undefined ? {} : { now: () => now };
  const app = await createApp(readConfig({ ...IDENTITY, ...env }), {
    log: pino({}, { write }),
    learned: learnOnce(),
    ...clock,
  });
  const url = await app.start();
  return { url, post: poster(`${url}/api/messages`), log, stop: () => app.stop() };
}

/** Posts activities to an address. */
export function poster(url: string): Assistant['post'] {
  return async (authorization, activity = TEAMS_MESSAGE) => {
    const headers = {
      'Content-Type': 'application/json',
      ...(authorization === '' ? {} : { authorization }),
    };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
}

/** What a process printed: its log, line by line, and whatever else. */
export interface Printed {
  readonly log: readonly Record<string, unknown>[];
  readonly others: readonly string[];
  readonly all: string;
}

/** Starts it in a process of its own, where what is printed past the log is seen too; runs `work`, and ends it. */
export async function printedWhile(
  env: Env,
  work: (post: Assistant['post']) => Promise<void>,
): Promise<Printed> {
  const child = startModule('src/main', [], { ...IDENTITY, ...env });
  const finished = finish(child);
  const failed = finished.then(({ stderr }) => Promise.reject(new Error(stderr)));
  const [ready] = (await Promise.race([once(child.stdout ?? child, 'data'), failed])) as [string];
  failed.catch(() => undefined);
  try {
    await work(poster(/http:\S+/.exec(ready)?.[0] ?? ''));
  } finally {
    child.kill('SIGTERM');
  }
  const { stdout, stderr } = await finished;
  const lines = `${stdout.replace(ready, '')}\n${stderr}`.split('\n').filter((line) => line !== '');
  const isLog = (line: string): boolean => line.startsWith('{"level":');
  return {
    log: lines.filter(isLog).map((line) => JSON.parse(line) as Record<string, unknown>),
    others: lines.filter((line) => !isLog(line)),
    all: lines.join('\n'),
  };
}
