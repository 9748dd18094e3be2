import * as z from 'zod';
import { createTurnHandler } from './turn-handler.ts';
import type { LiveKnowledge } from './live-knowledge.ts';
import { ownMessage } from './self-test.ts';
import type { TurnRunner } from '../bot/adapter.ts';
import { createBot } from '../bot/bot.ts';
import type { BotServices, StandingServices } from '../bot/turn.ts';
import type { Directory } from '../directory/directory.ts';
import type { Example } from '../matching/entries.ts';
import { createQuestions } from '../questions/questions.ts';
import type { TurnMemory } from '../referrals/turn-memory.ts';
import type { RecordStore } from '../storage/record-store.ts';
import { createRecordStore } from '../storage/records.ts';
import type { TextStore } from '../storage/text-store.ts';

type Way = Pick<BotServices, 'connector' | 'delivery'>;
/** What these turns have of their own: limits, and nobody who is told. */
type Own = 'limits' | 'experts' | 'onTurn' | 'onRated' | 'onRefused' | 'onError';

export interface NobodysTurnsParts {
  readonly services: Omit<StandingServices, Own | keyof Way>;
  readonly live: Pick<LiveKnowledge, 'present'>;
  readonly way: Way;
  readonly limits: BotServices['limits'];
  readonly adapter: TurnRunner;
  readonly memory: TurnMemory;
}

/** Keeps nothing. */
const NOWHERE: TextStore = {
  read: () => Promise.resolve(null),
  write: (_name, text) => Promise.resolve(text),
  copy: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  async *list() {
    // Nothing is there.
  },
  placeOf: (name) => name,
};

/** Whoever has deals has customers, whose names are looked for in all that they say. */
const CUSTOMERS = ['Contoso S.p.A.', 'Fabrikam', 'Adatum Retail', 'Northwind Traders'];

/** Knows nobody. */
const NOBODY: Directory = {
  findPerson: () => Promise.resolve(null),
  listColleagues: () => Promise.resolve([]),
  listAdmins: () => Promise.resolve([]),
};

/**
 * Whole turns of nobody, by which code is made fast: read, matched, routed, answered and made a card, but neither kept,
 * sent, counted nor logged. No dialog is begun, since that would ask services.
 */
export function createNobodysTurns(parts: NobodysTurnsParts): (example: Example) => Promise<void> {
  const { services, adapter, memory } = parts;
  const bot = createBot({
    ...services,
    ...parts.way,
    limits: parts.limits,
    sessions: keptNowhere(),
    people: keptNowhere(),
    directory: NOBODY,
    demoActor: null,
    signIn: null,
    experts: null,
    questions: createQuestions(null),
    namesToHide: () => Promise.resolve({ customers: CUSTOMERS, people: [] }),
    dealNames: () => Promise.resolve({ customers: CUSTOMERS, solutions: [] }),
    onTurn: () => undefined,
    onRated: () => undefined,
    onRefused: () => undefined,
    onError: () => '',
  });
  const handler = createTurnHandler({ botFor: () => bot, memory, trace: null });
  return async ({ text, locale }) => {
    if (parts.live.present().answerer.match(text, { locale }).outcome === 'dialog') return;
    await adapter.runTurn(ownMessage(text), handler);
  };
}

function keptNowhere<T>(): RecordStore<T> {
  return createRecordStore<T>(NOWHERE, { schema: z.custom<T>(() => true), cacheSize: 1 });
}
