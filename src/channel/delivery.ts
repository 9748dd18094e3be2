import { AsyncLocalStorage } from 'node:async_hooks';
import { createBoundedCache } from '../bounded-cache.ts';
import type { Connector, OutgoingActivity, Sent } from './connector.ts';

/** What is to be said in one conversation at once, as a unit that is sent again until it was taken. */
export interface Letter {
  /** The id of the activity that it answers, or one of its own. Another conversation may have the same one. */
  readonly id: string;
  /** Names the conversation among those of all channels. */
  readonly conversation: string;
  readonly activities: readonly OutgoingActivity[];
}

/**
 * `waiting` while it is being sent or stands in line, `settled` when the channel has it or will never want it, `failed`
 * when it was not taken and nobody tries any more.
 */
export type LetterState = 'waiting' | 'settled' | 'failed';

/** Sends letters: those of one conversation one after the other, in the order they were posted. */
export interface Delivery {
  /**
   * Resolves to what came of it: `failed` also where that isn't known in time. One that can't be sent is tried once
   * more for those behind it. Where the next one can't be sent either, all of them fail, or they would be read before
   * it; where it can, the channel is well, and the one that failed is at fault. A letter that is posted again while it waits is sent once, and
   * one that was settled is not sent again.
   */
  readonly post: (letter: Letter) => Promise<Sent>;
  /** Null for a letter that this process never had, or forgot. */
  readonly stateOf: (letter: Pick<Letter, 'id' | 'conversation'>) => LetterState | null;
  /** What the channel calls the messages of a letter, as far as it said so; none for a letter that this process never had. */
  readonly idsOf: (letter: Pick<Letter, 'id' | 'conversation'>) => readonly string[];
  /** Resolves when a letter stands in line no more, which can be after who posted it heard that it failed. */
  readonly ended: (letter: Letter) => Promise<void>;
}

export interface DeliveryOptions {
  readonly connector: Connector;
  /** Milliseconds that sending one letter may take, with all attempts. */
  readonly sendMs?: number;
  /** Milliseconds after which who posted a letter hears that it failed, wherever it stands in line. */
  readonly patienceMs?: number;
}

/** A channel gives up on a turn after about 15 s, of which services may have had 8.5. */
const SEND_MS = 4_500;
const PATIENCE_MS = 6_000;
/** Further letters for a conversation that takes none are not put in line: their sessions keep them. */
const LONGEST_LINE = 50;
/** So many letters are remembered, to know one that is posted again. */
const REMEMBERED = 5_000;

interface Waiting {
  readonly letter: Letter;
  /** True once it failed, and is tried again since others stand behind it. */
  isSecondTry: boolean;
  /** Runs what is done for it as part of the turn that posted it, whichever turn began the line. */
  readonly inItsTurn: <T>(work: () => T) => T;
  readonly outcome: Promise<Sent>;
  readonly settle: (outcome: Sent) => void;
  readonly ended: Promise<void>;
  readonly markEnded: () => void;
}

/** Names a letter among all: activities are numbered by conversation alone, and anybody may choose a number. */
export const letterKey = ({ id, conversation }: Pick<Letter, 'id' | 'conversation'>): string =>
  JSON.stringify([conversation, id]);

interface Known {
  readonly state: LetterState;
  /** What came of it, once it is settled. */
  readonly outcome: Sent;
  /** How many of its activities the channel has: these are not sent again. */
  readonly sent: number;
  readonly ids: readonly string[];
  /** How often it failed though another one of the same conversation was taken right after it. */
  readonly strikes: number;
}

const FRESH: Known = { state: 'waiting', outcome: 'failed', sent: 0, ids: [], strikes: 0 };

/** A letter that was passed over so often is not tried any more: it is the letter that is at fault, not the channel. */
const MOST_STRIKES = 2;

export function createDelivery(options: DeliveryOptions): Delivery {
  const { connector, sendMs = SEND_MS, patienceMs = PATIENCE_MS } = options;
  const lines = new Map<string, Waiting[]>();
  const known = createBoundedCache<Known>(REMEMBERED);
  const knownOf = (letter: Pick<Letter, 'id' | 'conversation'>): Known =>
    known.get(letterKey(letter)) ?? FRESH;

  const end = ({ letter, settle, markEnded }: Waiting, outcome: Sent): void => {
    const state = outcome === 'failed' ? 'failed' : 'settled';
    const before = knownOf(letter);
    // One that was refused has arrived nowhere: if it is tried again, then from its beginning.
    const sent = outcome === 'refused' && letter.activities.length === 1 ? 0 : before.sent;
    known.set(letterKey(letter), { ...before, state, outcome, sent });
    settle(outcome);
    markEnded();
  };
  const sendAll = async (letter: Letter, signal: AbortSignal): Promise<Sent> => {
    let last: Sent = 'taken';
    for (let { sent } = knownOf(letter); sent < letter.activities.length; sent += 1) {
      const activity = letter.activities[sent];
      const note = (id: string): void => {
        const before = knownOf(letter);
        known.set(letterKey(letter), { ...before, ids: [...before.ids, id] });
      };
      if (activity !== undefined) last = await connector.send(activity, signal, note);
      if (last === 'failed' || last === 'unwanted' || last === 'blocked') return last;
      known.set(letterKey(letter), { ...knownOf(letter), sent: sent + 1 });
    }
    return last;
  };
  const sendInTime = (letter: Letter): Promise<Sent> => {
    // Not AbortSignal.timeout: that one rings for each letter, sent or not, and makes an error of it.
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), sendMs);
    return sendAll(letter, late.signal).finally(() => clearTimeout(timer));
  };
  /** The channel takes others: what can't be sent was passed over, and after some times is given up. */
  const strike = (passed: readonly Waiting[]): void => {
    for (const each of passed) {
      const strikes = knownOf(each.letter).strikes + 1;
      known.set(letterKey(each.letter), { ...knownOf(each.letter), strikes });
      end(each, strikes < MOST_STRIKES ? 'failed' : 'refused');
    }
  };
  const work = async (conversation: string, line: Waiting[]): Promise<void> => {
    let passed: Waiting[] = [];
    for (let head = line[0]; head !== undefined; head = line[0]) {
      // A connector never throws; if one did, only this letter would suffer.
      const { letter, inItsTurn } = head;
      const outcome = await inItsTurn(() => sendInTime(letter)).catch((): Sent => 'failed');
      if (outcome !== 'failed') {
        strike(passed);
        passed = [];
        end(line.shift() ?? head, outcome);
      } else if (!head.isSecondTry && knownOf(head.letter).strikes === 0 && line.length > 1) {
        head.isSecondTry = true;
        // Who posted it needn't wait for the second try: the channel may bring the activity again meanwhile.
        head.settle(outcome);
      } else if (passed.length === 0 && line.length > 1) {
        passed.push(line.shift() ?? head);
      } else for (const each of [...passed.splice(0), ...line.splice(0)]) end(each, outcome);
    }
    lines.delete(conversation);
  };
  const putInLine = (letter: Letter): Promise<Sent> => {
    const line = lines.get(letter.conversation);
    const twin = findIn(line, letter);
    if (twin !== undefined) return twin.outcome;
    if (line !== undefined && line.length >= LONGEST_LINE) return Promise.resolve('failed');
    known.set(letterKey(letter), { ...knownOf(letter), state: 'waiting' });
    // Who begins a line works in its own turn.
    const waiting = waitingFor(letter, line === undefined ? HERE : AsyncLocalStorage.snapshot());
    if (line !== undefined) line.push(waiting);
    else {
      const begun = [waiting];
      lines.set(letter.conversation, begun);
      void work(letter.conversation, begun);
    }
    return waiting.outcome;
  };

  return {
    post: (letter) => {
      const before = known.get(letterKey(letter));
      // What was refused as it is may be taken another time, if anybody tries again.
      return before?.state === 'settled' && before.outcome !== 'refused'
        ? Promise.resolve(before.outcome)
        : within(patienceMs, putInLine(letter));
    },
    stateOf: (letter) => known.get(letterKey(letter))?.state ?? null,
    idsOf: (letter) => knownOf(letter).ids,
    ended: (letter) => findIn(lines.get(letter.conversation), letter)?.ended ?? Promise.resolve(),
  };
}

function findIn(line: readonly Waiting[] | undefined, { id }: Letter): Waiting | undefined {
  return line?.find(({ letter }) => letter.id === id);
}

const HERE: Waiting['inItsTurn'] = (work) => work();

function waitingFor(letter: Letter, inItsTurn: Waiting['inItsTurn']): Waiting {
  let settle: Waiting['settle'] = () => undefined;
  let markEnded: Waiting['markEnded'] = () => undefined;
  const outcome = new Promise<Sent>((resolve) => {
    settle = resolve;
  });
  const ended = new Promise<void>((resolve) => {
    markEnded = resolve;
  });
  return { letter, isSecondTry: false, inItsTurn, outcome, settle, ended, markEnded };
}

/** A letter that comes through later is settled all the same, and not sent again when it is posted again. */
async function within(ms: number, outcome: Promise<Sent>): Promise<Sent> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Sent>((resolve) => {
    timer = setTimeout(() => resolve('failed'), ms);
  });
  return Promise.race([outcome, late]).finally(() => clearTimeout(timer));
}
