import type { FoundDeal } from './bot-process.ts';
import type { TakenReply } from './connector.ts';
import type { PersonTurn } from './conversation.ts';
import { CREATED, type Ledger, WON, type Wish } from './seller.ts';

/** What happened, as it was seen from outside the bot. */
export interface Observed {
  readonly turns: readonly PersonTurn[];
  readonly taken: readonly TakenReply[];
  readonly ledger: Ledger;
  readonly deals: readonly FoundDeal[];
  /** What somebody must be told without having asked, by a name that the message alone holds. */
  readonly news: readonly string[];
}

/** What a run counts of the bot's promises. */
export interface Tally {
  /** What people said, each counted once however often it was delivered. */
  readonly turns: number;
  readonly redeliveries: number;
  /** Turns that no delivery of got a 2xx. */
  readonly undelivered: number;
  /** Deals whose creation was said to be done, or whose confirmation was answered with 2xx and silence. */
  readonly confirmed: number;
  /** Confirmed deals that are there at the end. */
  readonly found: number;
  readonly lost: number;
  /** Customers with more than one deal, all of whom were meant to have one. */
  readonly doubled: number;
  /** Deals for customers whose seller never confirmed. */
  readonly unasked: number;
  readonly closed: number;
  /** Deals that were said to be won and aren't. */
  readonly closingsLost: number;
  readonly replies: number;
  /** Answered with 2xx, and no reply ever arrived. */
  readonly silent: number;
  /** Turns whose replies came again after a kill, which may fall between the channel's taking and the bot's noting it. */
  readonly repeatedAfterKill: number;
  /** The same reply again, with no kill in between. */
  readonly repeated: number;
  /** Replies to a turn that came after replies to a later one of the same chat. */
  readonly outOfOrder: number;
  readonly givenUp: number;
  /** Messages that nobody asked for, of them those that never came, and how often one came again. */
  readonly news: number;
  readonly newsLost: number;
  readonly newsRepeated: number;
}

/** Counts; it knows nothing of the bot but what a channel and its people see. */
export function tallyOf({ turns, taken: all, ledger, deals, news }: Observed): Tally {
  const taken = all.filter(({ replyTo }) => replyTo !== '');
  const told = all.filter(({ replyTo }) => replyTo === '');
  const comings = news.map((name) => told.filter(({ content }) => content.includes(name)).length);
  const firsts = withoutRepeats(taken);
  const repeats = taken.length - firsts.length;
  const afterKill = repeatsAfterKill(taken);
  const answered = new Set(taken.map(({ replyTo }) => replyTo));
  return {
    turns: turns.length,
    redeliveries: sum(turns.map(({ deliveries }) => Math.max(0, deliveries - 1))),
    undelivered: turns.filter(({ isAnswered }) => !isAnswered).length,
    ...countDeals(ledger, deals, taken),
    replies: firsts.length,
    silent: turns.filter(({ id, isAnswered }) => isAnswered && !answered.has(id)).length,
    repeatedAfterKill: new Set(afterKill.map(({ replyTo, kills }) => `${replyTo}|${String(kills.begun)}`))
      .size,
    repeated: repeats - afterKill.length,
    outOfOrder: countOutOfOrder(turns, firsts),
    givenUp: ledger.givenUp,
    news: news.length,
    newsLost: comings.filter((count) => count === 0).length,
    newsRepeated: sum(comings.map((count) => Math.max(0, count - 1))),
  };
}

type DealCounts = Pick<
  Tally,
  'confirmed' | 'found' | 'lost' | 'doubled' | 'unasked' | 'closed' | 'closingsLost'
>;

function countDeals(
  { wishes }: Ledger,
  deals: readonly FoundDeal[],
  taken: readonly TakenReply[],
): DealCounts {
  const dealsOf = ({ customer }: Wish) => deals.filter((deal) => deal.customer === customer);
  const confirmed = wishes.filter(({ creations }) => isPromise(creations, taken, CREATED));
  const closed = wishes.filter(({ closings }) => isPromise(closings, taken, WON));
  const lost = confirmed.filter((wish) => dealsOf(wish).length === 0);
  return {
    confirmed: confirmed.length,
    found: confirmed.length - lost.length,
    lost: lost.length,
    doubled: wishes.filter((wish) => dealsOf(wish).length > 1).length,
    unasked: wishes.filter((wish) => wish.creations.length === 0 && dealsOf(wish).length > 0).length,
    closed: closed.length,
    closingsLost: closed.filter((wish) => !dealsOf(wish).some(({ state }) => state === 'Closed/Won')).length,
  };
}

/** The seller was told that it is done, or got nothing but the channel's word that the bot has it. */
function isPromise(
  confirmations: readonly PersonTurn[],
  taken: readonly TakenReply[],
  done: RegExp,
): boolean {
  return confirmations.some(({ id, isAnswered }) => {
    const replies = taken.filter(({ replyTo }) => replyTo === id);
    return replies.length === 0 ? isAnswered : replies.some(({ content }) => done.test(content));
  });
}

const keyOf = ({ replyTo, content }: TakenReply): string => `${replyTo}|${content}`;

function withoutRepeats(taken: readonly TakenReply[]): TakenReply[] {
  const seen = new Set<string>();
  return taken.filter((reply) => {
    const isNew = !seen.has(keyOf(reply));
    seen.add(keyOf(reply));
    return isNew;
  });
}

/** Of the same replies, those with a kill between them and the one before, as far as can be seen from outside. */
function repeatsAfterKill(taken: readonly TakenReply[]): TakenReply[] {
  const killsOver = new Map<string, number>();
  return taken.filter((reply) => {
    const before = killsOver.get(keyOf(reply));
    killsOver.set(keyOf(reply), reply.kills.over);
    return before !== undefined && before < reply.kills.begun;
  });
}

function countOutOfOrder(turns: readonly PersonTurn[], replies: readonly TakenReply[]): number {
  const numbers = new Map(turns.map(({ id }, number) => [id, number]));
  const latest = new Map<string, number>();
  return replies.filter(({ conversationId, replyTo }) => {
    const number = numbers.get(replyTo) ?? -1;
    const before = latest.get(conversationId) ?? -1;
    latest.set(conversationId, Math.max(before, number));
    return number < before;
  }).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
