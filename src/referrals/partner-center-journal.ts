import * as z from 'zod';
import type { RecordStore } from '../storage/record-store.ts';
import { createSerial } from '../serial.ts';
import type { Actor } from './gateway.ts';
import { firstWord, wordSchema } from './partner-center-word.ts';
import type { NewReferral } from './referral.ts';

const contact = { firstName: z.string(), lastName: z.string(), phone: z.string(), email: z.string() };

/** A confirmed deal as it waits for the service; the types are those of NewReferral. */
const draftSchema = z.object({
  kind: z.enum(['co-sell', 'shared', 'private']),
  name: z.string(),
  customer: z.object({
    name: z.string(),
    address: z.object({
      line1: z.string(),
      city: z.string(),
      country: z.string(),
      state: z.string().optional(),
      postalCode: z.string().optional(),
    }),
    contact: z.object(contact).nullable(),
  }),
  solutions: z.array(z.object({ id: z.string(), name: z.string() })),
  value: z.object({ amount: z.number(), currency: z.string() }),
  closingDate: z.string(),
  helpCode: z
    .enum([
      'GeneralOrOther',
      'CustomerTechnicalArchitecture',
      'ProofOfConceptOrDemo',
      'QuotesOrLicensing',
      'PostSalesCustomerSuccess',
      'WorkloadSpecificValueProposition',
    ])
    .nullable(),
  notes: z.string().nullable(),
  marketplaceIntent: z.enum(['Yes', 'No', 'HaveNotDecided']),
  team: z.array(z.object({ ...contact, objectId: z.string().optional() })),
  hasConsent: z.literal(true),
  crmId: z.string().nullable().optional(),
  recreates: z.string().nullable().optional(),
  partnerLocation: z.string().nullable().optional(),
  classification: z
    .object({ area: z.string().optional(), play: z.string().optional(), role: z.string().optional() })
    .optional(),
});

const intentSchema = z.object({
  schema: z.literal(1),
  kind: z.literal('intent'),
  key: z.string(),
  tenantId: z.string(),
  objectId: z.string(),
  /** What is left to do: make our record, invite Microsoft, nothing. */
  step: z.enum(['create', 'invite', 'done']),
  /** Null once it is done and told: what the service holds isn't kept here a second time. */
  draft: draftSchema.nullable(),
  /** ISO UTC: when the intent was recorded, before anything was sent. */
  recordedAt: z.string(),
  /** ISO UTC: when our record was last asked for without a clear answer; null while nothing is in doubt. */
  createAskedAt: z.string().nullable(),
  /** The same for the invitation. */
  inviteAskedAt: z.string().nullable(),
  referralId: z.string().nullable(),
  engagementId: z.string().nullable(),
  /** True where the service refused to go on: then nothing goes on by itself, only when the seller says so. */
  isResting: z.boolean().default(false),
  /** What the seller has still to hear; null where they hear it at once. Absent in older intents. */
  word: wordSchema.nullable().default(null),
});

/** Says which key a record of the service was made for, so that no other key takes it for its own. */
const claimSchema = z.object({ schema: z.literal(1), kind: z.literal('claim'), owner: z.string() });

/** The intents that go on by themselves, or owe a word: a store by key can't be listed. */
const openSchema = z.object({ schema: z.literal(1), kind: z.literal('open'), intents: z.array(z.string()) });

export const journalRecordSchema = z.discriminatedUnion('kind', [intentSchema, claimSchema, openSchema]);
export type JournalRecord = z.infer<typeof journalRecordSchema>;
export type Intent = z.infer<typeof intentSchema>;

const OPEN_KEY = 'open';

/** Remembers what was about to be created, so that no crash and no silence makes a deal twice or loses it. */
export interface Journal {
  read(actor: Actor, key: string): Promise<Intent | null>;
  /** Recorded before the first call; survives a power cut. */
  begin(actor: Actor, key: string, draft: NewReferral): Promise<Intent>;
  save(intent: Intent): Promise<void>;
  /** The draft was confirmed again, as it is now. */
  renew(intent: Intent, draft: NewReferral): Promise<Intent>;
  /** Our record was made, or found: it belongs to this intent from now on. */
  claim(intent: Intent, referralId: string): Promise<void>;
  /** Whether another intent made this record. */
  isTaken(intent: Intent, referralId: string): Promise<boolean>;
  /** Nothing was made, and nothing will be. */
  drop(intent: Intent): Promise<void>;
  /** Every intent that goes on by itself, or whose seller has still to hear of it. */
  listOpen(): Promise<readonly Intent[]>;
}

const intentKey = ({ tenantId, objectId }: Actor, key: string): string =>
  ['intent', tenantId.toLowerCase(), objectId.toLowerCase(), key].join('/');

export function createJournal(store: RecordStore<JournalRecord>, now: () => Date): Journal {
  const serial = createSerial();
  const put = (key: string, record: JournalRecord): Promise<void> =>
    store.put(key, record, { isDurable: true });

  async function readIntent(key: string): Promise<Intent | null> {
    const record = await store.get(key);
    return record?.kind === 'intent' ? record : null;
  }

  const setOpen = (key: string, isOpen: boolean): Promise<void> =>
    serial.run(OPEN_KEY, async () => {
      const record = await store.get(OPEN_KEY);
      const known = record?.kind === 'open' ? record.intents : [];
      if (known.includes(key) === isOpen) return;
      const intents = isOpen ? [...known, key] : known.filter((one) => one !== key);
      await put(OPEN_KEY, { schema: 1, kind: 'open', intents });
    });

  async function save(intent: Intent): Promise<void> {
    const key = intentKey(intent, intent.key);
    const isOpen = intent.word !== null || (intent.step !== 'done' && !intent.isResting);
    // As in `begin`: what is open is on the list before, and what isn't leaves it after.
    if (isOpen) await setOpen(key, true);
    await put(key, intent.step === 'done' && !isOpen ? { ...intent, draft: null } : intent);
    if (!isOpen) await setOpen(key, false);
  }

  return {
    read: (actor, key) => readIntent(intentKey(actor, key)),
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
      // The list first: an entry of it that names no intent is passed over, an intent out of it is forgotten.
      await setOpen(intentKey(intent, key), true);
      await put(intentKey(intent, key), intent);
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
      put(`claim/${referralId}`, { schema: 1, kind: 'claim', owner: intentKey(intent, intent.key) }),
    async isTaken(intent, referralId) {
      const record = await store.get(`claim/${referralId}`);
      return record?.kind === 'claim' && record.owner !== intentKey(intent, intent.key);
    },
    async drop(intent) {
      await store.delete(intentKey(intent, intent.key));
      await setOpen(intentKey(intent, intent.key), false);
    },
    async listOpen() {
      const record = await store.get(OPEN_KEY);
      const keys = record?.kind === 'open' ? record.intents : [];
      const intents = await Promise.all(keys.map(readIntent));
      return intents.filter((intent) => intent !== null);
    },
  };
}

/** The draft in the form of the port: absent parts are left out. Only while the intent isn't done and told. */
export function draftOf({ draft, key }: Intent): NewReferral {
  if (!draft) throw new Error(`journal: the intent of '${key}' is done and has no draft`);
  return JSON.parse(JSON.stringify(draft)) as NewReferral;
}
