import { createHash } from 'node:crypto';
import { isUnreadable, type RecordKey, type RecordStore } from '../../storage/record-store.ts';
import { type Claim, draftSchema, type Intent, isOpen, type OpenIntent } from './intent.ts';
import { firstWord } from './word.ts';
import type { NewReferral } from '../referral.ts';
import { type Actor, personKey } from '../../identity/actor.ts';

export interface JournalRecords {
  readonly intents: RecordStore<Intent>;
  readonly openIntents: RecordStore<OpenIntent>;
  readonly claims: RecordStore<Claim>;
}

/** Remembers what was about to be created, so that no crash and no silence makes a deal twice or loses it. */
export interface Journal {
  /** @throws AppError `unreachable` where it is there and can't be read: whether the deal was made isn't known then. */
  read(actor: Actor, key: string): Promise<Intent | null>;
  /** All of a person, whatever became of them; those that can't be read are left out. */
  listOf(actor: Actor): Promise<readonly Intent[]>;
  /** Recorded before the first call; survives a power cut. */
  begin(actor: Actor, key: string, draft: NewReferral): Promise<Intent>;
  /** What is forgotten and settled is deleted instead. */
  save(intent: Intent): Promise<void>;
  /** The draft was confirmed again, as it is now. */
  renew(intent: Intent, draft: NewReferral): Promise<Intent>;
  /** Our record was made, or found: it belongs to this intent from now on. */
  claim(intent: Intent, referralId: string): Promise<void>;
  /** Whether another intent made this record. */
  isTaken(intent: Intent, referralId: string): Promise<boolean>;
  /** Nothing was made, and nothing will be; or it is made and told, and its person wants it forgotten. */
  drop(intent: Intent): Promise<void>;
  /** Every intent that goes on by itself, or whose seller has still to hear of it. */
  listOpen(): Promise<readonly Intent[]>;
}

const intentKey = (actor: Actor, key: string): RecordKey => [personKey(actor), key];
const claimKey = ({ tenantId }: Actor, referralId: string): RecordKey => [tenantId.toLowerCase(), referralId];
const printOf = (intent: Intent): string =>
  createHash('sha256')
    .update(`${personKey(intent)}/${intent.key}`)
    .digest('base64url');

export function createJournal({ intents, openIntents, claims }: JournalRecords, now: () => Date): Journal {
  const put = (intent: Intent): Promise<void> =>
    intents.put(intentKey(intent, intent.key), intent, { isDurable: true });

  async function mark(intent: Intent, asOpen: boolean): Promise<void> {
    const { tenantId, objectId, key } = intent;
    const open: OpenIntent | null = asOpen ? { schema: 1, tenantId, objectId, key } : null;
    const change = (before: OpenIntent | null): OpenIntent | null => open && { ...before, ...open };
    await openIntents.change(intentKey(intent, key), change, { isDurable: true });
  }

  async function drop(intent: Intent): Promise<void> {
    await intents.delete(intentKey(intent, intent.key));
    await mark(intent, false);
  }

  async function save(intent: Intent): Promise<void> {
    if (isOpen(intent)) {
      // As in `begin`: what is open is marked before, and what isn't loses its mark after.
      await mark(intent, true);
      return put(intent);
    }
    if (intent.forgottenAt !== undefined) return drop(intent);
    await put(intent.step === 'done' ? { ...intent, draft: null } : intent);
    await mark(intent, false);
  }

  return {
    read: (actor, key) => intents.get(intentKey(actor, key)),
    listOf: (actor) => intents.list(personKey(actor)),
    async begin({ tenantId, objectId }, key, draft) {
      const nothing = { createAskedAt: null, inviteAskedAt: null, referralId: null, engagementId: null };
      const intent: Intent = {
        schema: 1,
        kind: 'intent',
        key,
        tenantId,
        objectId,
        step: 'create',
        draft: draftSchema.parse(draft),
        recordedAt: now().toISOString(),
        isResting: false,
        word: null,
        ...nothing,
      };
      // The mark first: one that leads to no intent is passed over, an intent without one is forgotten.
      await mark(intent, true);
      await put(intent);
      return intent;
    },
    save,
    async renew(intent, draft) {
      // What was owed of the earlier try is heard in this one.
      const word = intent.word === null ? null : firstWord(now());
      const again = { ...intent, isResting: false, word, draft: draftSchema.parse(draft) };
      await save(again);
      return again;
    },
    claim: (intent, referralId) =>
      claims.put(claimKey(intent, referralId), { schema: 1, print: printOf(intent) }, { isDurable: true }),
    async isTaken(intent, referralId) {
      const claim = await claims.get(claimKey(intent, referralId));
      return claim !== null && claim.print !== printOf(intent);
    },
    drop,
    async listOpen() {
      const open = await openIntents.list();
      const found = await Promise.all(open.map((each) => readIfPossible(intents, each)));
      return found.filter((intent) => intent !== null);
    },
  };
}

/** One that can't be read holds up no other; the store says which. */
async function readIfPossible(
  intents: RecordStore<Intent>,
  { key, ...actor }: OpenIntent,
): Promise<Intent | null> {
  try {
    return await intents.get(intentKey(actor, key));
  } catch (error) {
    if (isUnreadable(error)) return null;
    throw error;
  }
}

/** The draft in the form of the port. Only while the intent isn't done and told. */
export function draftOf({ draft, key }: Intent): NewReferral {
  if (!draft) throw new Error(`journal: the intent of '${key}' is done and has no draft`);
  return draft;
}
