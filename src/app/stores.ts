import type { Logger } from 'pino';
import type * as z from 'zod';
import type { Storage } from './storage.ts';
import { accountsSchema } from '../auth/accounts.ts';
import { sessionSchema, startOver } from '../bot/session.ts';
import type { RetentionDays } from '../config/config.ts';
import { claimSchema, plannedDealSchema, openMarkSchema } from '../referrals/partner-center/planned-deal.ts';
import { askerSchema, expertsChannelSchema } from '../experts/asked-expert.ts';
import { askerKey, withoutExpert } from '../experts/experts.ts';
import { questionSchema } from '../questions/question.ts';
import { outboundEntrySchema } from '../outbound/entry.ts';
import type { JournalRecords } from '../referrals/partner-center/journal.ts';
import type { PersonData, PersonStore } from '../storage/person-data.ts';
import { forgottenSchema, placeOf, withPlaces } from '../storage/forgotten.ts';
import { mendPersonRecord, personRecordSchema } from '../storage/person-record.ts';
import type { RecordOptions } from '../storage/record-steps.ts';
import type { RecordKey, RecordStore } from '../storage/record-store.ts';
import { watchPersonKey, type WatchRecords } from '../watch/watch-store.ts';
import { tenantDealsSchema, watchPersonSchema } from '../watch/watched.ts';
import { takenEventsSchema } from '../webhooks/replays.ts';
import { declinedSchema } from '../workshop/declined.ts';
import { LAYERS, layersSchema, layerTextSchema, withoutAuthor } from '../workshop/layer.ts';
import { usageSchema } from '../workshop/usage.ts';
import { type Actor, personKey } from '../identity/actor.ts';

/** One line of the register: a store, what it holds and for how long. */
interface StoreLine<T> extends Pick<RecordOptions<T>, 'refuses' | 'replace' | 'cacheSize'> {
  /** What names of its records begin with; on a disk its folder, with slashes, below the data folder. */
  readonly folder: string;
  /** Of the record; its `schema` number is 1. */
  readonly schema: z.ZodType<T>;
  /** What is in it, for whoever runs the assistant: the README's table says it in the same words. */
  readonly holds: string;
  /** Which of the configured days it goes after; null where it is the company's own work, and stays. */
  readonly days: keyof RetentionDays | null;
  /** Under which key, or whose owner, a person's records are; null where nothing in it is of a person. */
  readonly personKey: ((actor: Actor) => RecordKey) | null;
}

const line = <T, K extends StoreLine<T>['personKey'], D extends StoreLine<T>['days']>(
  each: StoreLine<T> & { readonly personKey: K; readonly days: D },
) => each;

/**
 * The register of all stores that the assistant writes: they are opened by it, deleting a person's data and the end
 * of what is old go over it, and a test holds it against the disk. `deals.json`, `process.lock`, `sandbox.json` and
 * the folder of temporary files are no stores.
 */
export const REGISTER = {
  sessions: line({
    folder: 'sessions',
    schema: sessionSchema,
    holds:
      'the thread of each chat: the answer shown last, the open form’s place, ids of handled messages, replies not yet taken',
    days: 'sessions',
    personKey,
    replace: startOver,
  }),
  people: line({
    folder: 'people',
    schema: personRecordSchema,
    holds:
      'of each person the language, drafts, ratings of notes, and the role, country or programmes they told',
    days: 'drafts',
    personKey,
    refuses: 'newer',
    replace: mendPersonRecord,
  }),
  accounts: line({
    folder: 'accounts',
    schema: accountsSchema,
    holds: 'by which names channels know who signed in, and to what; no tokens',
    days: 'drafts',
    personKey,
  }),
  intents: line({
    folder: 'journal/intents',
    schema: plannedDealSchema,
    holds: 'deals confirmed for Partner Center, whole until they are made and told',
    days: 'drafts',
    personKey,
    // Taken for absent, its deal would be made a second time.
    refuses: 'unreadable',
  }),
  'open-intents': line({
    folder: 'journal/open',
    schema: openMarkSchema,
    holds: 'which of these are still to be sent or told',
    days: 'drafts',
    personKey,
    refuses: 'unreadable',
  }),
  claims: line({
    folder: 'journal/claims',
    schema: claimSchema,
    holds: 'which deal of Partner Center was made for which of these, as a fingerprint',
    days: 'drafts',
    personKey: null,
    refuses: 'unreadable',
  }),
  'watch-people': line({
    folder: 'watch/people',
    schema: watchPersonSchema,
    holds:
      'where to write to a person by itself, what they want to be told, their consent, which news they were told, and if they want to hear of changes which answers they got',
    days: 'drafts',
    personKey: watchPersonKey,
    // A round reads them all.
    cacheSize: 20_000,
  }),
  'watch-deals': line({
    folder: 'watch/deals',
    schema: tenantDealsSchema,
    holds: 'of each watched deal its id and Microsoft’s answer as last read',
    days: 'drafts',
    personKey: null,
  }),
  questions: line({
    folder: 'questions',
    schema: questionSchema,
    holds:
      'questions that were not answered, or asked back, and how content people were with answers, without names and facts',
    days: 'questions',
    personKey,
  }),
  'declined-questions': line({
    folder: 'workshop/declined',
    schema: declinedSchema,
    holds: 'ids of questions that an editor has dealt with',
    days: 'questions',
    personKey: null,
  }),
  usage: line({
    folder: 'workshop/usage',
    schema: usageSchema,
    holds:
      'of each day and company how many questions came out how, which answers and dialogs were used, as numbers',
    days: 'drafts',
    personKey: null,
  }),
  'knowledge-layers': line({
    folder: 'workshop/layers',
    schema: layersSchema,
    holds: 'which files of the knowledge editors changed over the folder, when and who',
    days: null,
    personKey: null,
    // Taken for absent, all that editors did would be written over.
    refuses: 'unreadable',
  }),
  'knowledge-texts': line({
    folder: 'workshop/texts',
    schema: layerTextSchema,
    holds: 'the texts of these files, each version its own',
    days: null,
    personKey: null,
    refuses: 'unreadable',
  }),
  experts: line({
    folder: 'experts/channels',
    schema: expertsChannelSchema,
    holds: 'of each company in which channel its experts are asked',
    days: 'drafts',
    personKey: null,
  }),
  'expert-questions': line({
    folder: 'experts/questions',
    schema: askerSchema,
    holds: 'what people asked the experts, without names and facts, how it stands and where to write to them',
    days: 'drafts',
    personKey: askerKey,
  }),
  outbound: line({
    folder: 'outbound',
    schema: outboundEntrySchema,
    holds: 'messages to people that nobody waits for, and for an hour that they were sent',
    days: 'sessions',
    personKey,
  }),
  events: line({
    folder: 'watch/events',
    schema: takenEventsSchema,
    holds: 'fingerprints of the last thousand events of Partner Center',
    days: 'sessions',
    personKey: null,
  }),
  forgotten: line({
    folder: 'forgotten',
    schema: forgottenSchema,
    holds:
      'where records stood that people had deleted, and when, as fingerprints: no backup brings them back',
    days: 'backups',
    // The note of a deletion outlives it.
    personKey: null,
  }),
} as const;

type Register = typeof REGISTER;
export type StoreName = keyof Register;
export type RecordOf<N extends StoreName> = z.infer<Register[N]['schema']>;
/** Every store of the register, opened. */
export type Stores = { readonly [N in StoreName]: RecordStore<RecordOf<N>> };

/** Those with a person's key; a new one has to have its sentence in the bot's texts too. */
type WithPerson = { [N in StoreName]: Register[N]['personKey'] extends null ? never : N }[StoreName];
const personStores: readonly (WithPerson & PersonStore)[] = namesOf().filter(isOfPerson);

export interface OpenStoresOptions {
  readonly storage: Pick<Storage, 'openRecords'>;
  readonly log: Logger;
}

/** Opens every store, whichever are used: what another mode of running left behind is deleted and ends as well. */
export function openStores({ storage, log }: OpenStoresOptions): Stores {
  const reported = new Set<string>();
  const open = (name: StoreName): RecordStore<unknown> => {
    const { folder, schema, ...more }: StoreLine<unknown> = REGISTER[name] as StoreLine<unknown>;
    return storage.openRecords(folder, {
      ...more,
      schema,
      onUnreadable({ file, outcome }) {
        // A round may meet it every minute.
        if (reported.has(`${name}/${file}`)) return;
        reported.add(`${name}/${file}`);
        log.warn({ store: name, file, outcome }, 'a stored record could not be read as it was');
      },
    });
  };
  return Object.fromEntries(namesOf().map((name) => [name, open(name)])) as unknown as Stores;
}

/** The stores of the journal, as it wants them. */
export function journalOf(stores: Stores): JournalRecords {
  return { plannedDeals: stores.intents, openMarks: stores['open-intents'], claims: stores.claims };
}

/** The stores of the watch, as it wants them. */
export function watchRecordsOf(stores: Stores): WatchRecords {
  return { people: stores['watch-people'], deals: stores['watch-deals'] };
}

/** All that is kept of a person, as the register says. */
export function createPersonData(stores: Stores, days: RetentionDays, now: () => Date): PersonData {
  const erase = async (actor: Actor, gone: typeof personStores = personStores): Promise<void> => {
    for (const store of gone) await stores[store].delete(REGISTER[store].personKey(actor));
  };
  const note = async (actor: Actor, gone: typeof personStores): Promise<void> => {
    const at = now().toISOString();
    const places = gone.map((store) => ({ place: placeOf(store, REGISTER[store].personKey(actor)), at }));
    await stores.forgotten.change(personKey(actor), (before) => withPlaces(before, places), {
      isDurable: true,
    });
  };
  /** What a person did in records of others: an expert who answered a colleague, an editor who changed an answer. */
  const leaveOthers = async (actor: Actor): Promise<void> => {
    const askers = stores['expert-questions'];
    for (const asker of await askers.list(actor.tenantId.toLowerCase()))
      await askers.change(askerKey(asker), (before) => before && withoutExpert(before, actor));
    const layers = stores['knowledge-layers'];
    await layers.change(LAYERS, (before) => before && withoutAuthor(before, actor));
  };
  return {
    async held(actor) {
      const found = personStores.map(async (store) => {
        const { length: count } = await stores[store].list(REGISTER[store].personKey(actor));
        return { store, count, days: days[REGISTER[store].days] };
      });
      return (await Promise.all(found)).filter(({ count }) => count > 0);
    },
    async forget(actor, except = []) {
      const gone = personStores.filter((store) => !except.includes(store));
      // First, since who dies in between must not leave what a backup could undo. A full disk keeps nothing from going.
      const noted = note(actor, gone);
      await Promise.allSettled([noted]);
      await erase(actor, gone);
      await leaveOthers(actor);
      await noted;
    },
    erase: (actor) => erase(actor),
  };
}

function namesOf(): StoreName[] {
  return Object.keys(REGISTER) as StoreName[];
}

function isOfPerson(name: StoreName): name is WithPerson & PersonStore {
  return REGISTER[name].personKey !== null;
}
