import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Person } from '../../directory/directory.ts';
import { seededRandom } from '../../matching/random.ts';
import type { BotUnderTest } from './bot-process.ts';
import { type FaultyConnector, openConnector } from './connector.ts';
import { Conversation, type PersonTurn } from './conversation.ts';
import { customerNames } from './customers.ts';
import { killAgainAndAgain } from './kills.ts';
import { comesTrue, Moments } from './moments.ts';
import { chatAWhile, type Ledger, personNumber, type Seller } from './seller.ts';
import { type Tally, tallyOf } from './tally.ts';

export interface RunOptions {
  readonly bot: BotUnderTest;
  readonly kills: number;
  /** The same seed plans the same kills and conversations; how they meet depends on the machine's timing. */
  readonly seed: number;
  /** Chats that go on at the same time; 12 unless told. */
  readonly chats?: number;
  /** How long the channel waits for an answer before it brings an activity again; 15,000, as Teams does, unless told. */
  readonly patienceMs?: number;
  /** Told before each kill. */
  readonly onKill?: (number: number) => void;
}

/** What the run itself did to the bot. */
export interface Attacks {
  kills: number;
  /** Those of the kills that fell while the bot started, or soon after. */
  killsAtStart: number;
  startFailures: number;
  /** Times that the channel answered nothing in one chat, and times that it answered 500 there for a while. */
  hangs: number;
  refusals: number;
  /** Of both, those during which other people's chats stood still. */
  standstills: number;
  /** Of those that lasted, those during which the other chats of the same person stood still. */
  ownStandstills: number;
}

/** The counts of a run. */
export interface RunCounts extends Tally, Readonly<Attacks> {
  readonly seed: number;
  /** Replies that the channel answered with 500. */
  readonly refused: number;
  /** Replies that the channel never answered. */
  readonly hung: number;
}

/** All that a run works on. */
export interface Run {
  readonly options: RunOptions;
  /** Draws the lots of kills and faults; each chat has its own, so that its pace changes none of them. */
  readonly random: () => number;
  readonly moments: Moments;
  readonly connector: FaultyConnector;
  readonly turns: PersonTurn[];
  readonly ledger: Ledger;
  readonly newCustomer: () => string;
  /** What somebody must be told without having asked, by a name that the message holds. */
  readonly news: string[];
  /** The chats under way. */
  readonly open: Set<Conversation>;
  /** Whose chat it is, of every chat there was. */
  readonly people: Map<string, Person>;
  readonly attacks: Attacks;
  readonly stopping: AbortController;
  /** True once the last kill is over: no more new chats, and the channel fails no more. */
  isEnding: boolean;
  /** Of the kills begun, those of which nothing is on the line any more. */
  killsOver: number;
}

const DEFAULT_CHATS = 12;
const TEAMS_PATIENCE_MS = 15_000;
/** Tasks of one chat; then its person opens another. */
const TASKS_A_CHAT = 4;
/** One reply of so many is answered with 500. */
const REFUSED_SHARE = 1 / 30;
/** Replies that come after the last turn have so long. */
const SETTLE_MS = 10_000;
/** Messages that nobody asked for have longer: what a channel refused is tried again after a quarter of a minute. */
const NEWS_SETTLE_MS = 120_000;
const NEWS_EVERY_MS = 7_000;
const NEWS_SOON_MS = 500;
/** So often the first news is tried after the last kill, where a run is over before anybody could be told. */
const MOST_LATE = 60;

/**
 * Lets sellers chat with a bot that is killed again and again, at random moments under load, and started on
 * what it kept. The channel behaves as real ones do: it brings again what wasn't answered with 2xx, and now and
 * then it fails itself. Ends when all has been said and delivered, and counts what became of it.
 *
 * The bot keeps its promises where no confirmed deal is missing or there twice, no turn ends in silence, and
 * no reply comes twice but where a kill fell between the channel's taking it and the bot's noting that. So a
 * bot must keep a reply until the channel took it, answer no 2xx before, and send what it kept, and not act
 * again, when the activity is brought again.
 *
 * @throws AppError `unreachable` when the bot does not start any more.
 */
export async function runDurability(options: RunOptions): Promise<RunCounts> {
  const run = await openRun(options);
  const { bot, seed, chats = DEFAULT_CHATS } = options;
  try {
    await bot.start();
    const telling = tellNews(run);
    const chatting = Array.from({ length: chats }, (_, number) => chatUntilEnd(run, number));
    await Promise.all([killAgainAndAgain(run), telling, ...chatting]);
    await settle(run);
    const tally = tallyOf({ ...run, taken: run.connector.taken, deals: await bot.deals() });
    return { seed, ...run.attacks, ...run.connector.faults, ...tally };
  } finally {
    run.stopping.abort();
    await run.connector.close();
  }
}

async function openRun(options: RunOptions): Promise<Run> {
  const refusing = randomOf(options, 'refusing');
  const moments = new Moments();
  const state = { isEnding: false, killsOver: 0 };
  const attacks: Attacks = {
    kills: 0,
    killsAtStart: 0,
    startFailures: 0,
    hangs: 0,
    refusals: 0,
    standstills: 0,
    ownStandstills: 0,
  };
  const connector = await openConnector({
    moments,
    isRefused: () => !state.isEnding && refusing() < REFUSED_SHARE,
    kills: () => ({ begun: attacks.kills, over: state.killsOver }),
  });
  return Object.assign(state, {
    ...{ options, moments, connector, attacks },
    random: randomOf(options, 'kills'),
    turns: [],
    news: [],
    ledger: { wishes: [], givenUp: 0 },
    newCustomer: customerNames(),
    open: new Set<Conversation>(),
    people: new Map<string, Person>(),
    stopping: new AbortController(),
  });
}

/** A row of numbers for each use, all from the seed. */
function randomOf({ seed }: RunOptions, use: string): () => number {
  return seededRandom(
    createHash('sha256')
      .update(`${String(seed)} ${use}`)
      .digest()
      .readInt32LE(),
  );
}

/** One person's chats, one after the other, until no more kills are to come. */
async function chatUntilEnd(run: Run, number: number): Promise<void> {
  const { options, moments, connector, turns, ledger, open, stopping } = run;
  const { bot, patienceMs = TEAMS_PATIENCE_MS } = options;
  const parts = { bot, connector, moments, turns, patienceMs, signal: stopping.signal };
  const random = randomOf(options, `chat ${String(number)}`);
  while (!run.isEnding) {
    const chat = new Conversation(personNumber(number), parts);
    const seller: Seller = { chat, ledger, random, newCustomer: run.newCustomer };
    run.people.set(chat.id, chat.person);
    open.add(chat);
    await bot.welcome?.(chat);
    await chatAWhile(seller, TASKS_A_CHAT);
    open.delete(chat);
  }
}

/** Lets things happen that people are told of, slower than the ten messages a minute that one person may get. */
async function tellNews(run: Run): Promise<void> {
  const { bot } = run.options;
  if (bot.makeNews === undefined) return;
  const random = randomOf(run.options, 'news');
  let left = MOST_LATE;
  while (!run.isEnding || (run.news.length === 0 && left-- > 0)) {
    const name = await bot.makeNews();
    if (name !== null) run.news.push(name);
    // Whoever is the first that may be told shall hear something before the run is over.
    const pause = name === null ? NEWS_SOON_MS : NEWS_EVERY_MS * (1 + random() / 2);
    await wait(pause, undefined, { signal: run.stopping.signal });
  }
}

/** Waits a while for replies and messages that are still to come. */
async function settle({ turns, connector, news }: Run): Promise<void> {
  await comesTrue(() => {
    const answered = new Set(connector.taken.map(({ replyTo }) => replyTo));
    return turns.every(({ id, isAnswered }) => !isAnswered || answered.has(id));
  }, SETTLE_MS);
  const isTold = (name: string) => connector.taken.some(({ content }) => content.includes(name));
  await comesTrue(() => news.every(isTold), NEWS_SETTLE_MS);
}
