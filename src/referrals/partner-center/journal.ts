import { createHash } from 'node:crypto';
import { isUnreadable, type RecordKey, type RecordStore } from '../../storage/record-store.ts';
import { type Claim, draftSchema, type PlannedDeal, isOpen, type OpenMark } from './planned-deal.ts';
import { firstNotice } from './owed-notice.ts';
import type { NewReferral } from '../referral.ts';
import { type Actor, personKey } from '../../identity/actor.ts';

export interface JournalRecords {
  readonly plannedDeals: RecordStore<PlannedDeal>;
  readonly openMarks: RecordStore<OpenMark>;
  readonly claims: RecordStore<Claim>;
}

/** Remembers what was about to be created, so that no crash and no silence makes a deal twice or loses it. */
export interface Journal {
  /** @throws AppError `unreachable` where it is there and can't be read: whether the deal was made isn't known then. */
  read(actor: Actor, key: string): Promise<PlannedDeal | null>;
  /** All of a person, whatever became of them; those that can't be read are left out. */
  listOf(actor: Actor): Promise<readonly PlannedDeal[]>;
  /** Recorded before the first call; survives a power cut. */
  begin(actor: Actor, key: string, draft: NewReferral): Promise<PlannedDeal>;
  /** What is forgotten and settled is deleted instead. */
  save(planned: PlannedDeal): Promise<void>;
  /** The draft was confirmed again, as it is now. */
  renew(planned: PlannedDeal, draft: NewReferral): Promise<PlannedDeal>;
  /** Our record was made, or found: it belongs to this planned deal from now on. */
  claim(planned: PlannedDeal, referralId: string): Promise<void>;
  /** Whether another planned deal made this record. */
  isTaken(planned: PlannedDeal, referralId: string): Promise<boolean>;
  /** Nothing was made, and nothing will be; or it is made and told, and its person wants it forgotten. */
  drop(planned: PlannedDeal): Promise<void>;
  /** Every planned deal that goes on by itself, or whose seller has still to hear of it. */
  listOpen(): Promise<readonly PlannedDeal[]>;
}

const plannedKey = (actor: Actor, key: string): RecordKey => [personKey(actor), key];
const claimKey = ({ tenantId }: Actor, referralId: string): RecordKey => [tenantId.toLowerCase(), referralId];
const printOf = (planned: PlannedDeal): string =>
  createHash('sha256')
    .update(`${personKey(planned)}/${planned.key}`)
    .digest('base64url');

export function createJournal({ plannedDeals, openMarks, claims }: JournalRecords, now: () => Date): Journal {
  const put = async (planned: PlannedDeal): Promise<void> => {
    await plannedDeals.put(plannedKey(planned, planned.key), planned, { isDurable: true });
  };

  async function mark(planned: PlannedDeal, asOpen: boolean): Promise<void> {
    const { tenantId, objectId, key } = planned;
    const open: OpenMark | null = asOpen ? { schema: 1, tenantId, objectId, key } : null;
    const change = (before: OpenMark | null): OpenMark | null => open && { ...before, ...open };
    await openMarks.change(plannedKey(planned, key), change, { isDurable: true });
  }

  async function drop(planned: PlannedDeal): Promise<void> {
    await plannedDeals.delete(plannedKey(planned, planned.key));
    await mark(planned, false);
  }

  async function save(planned: PlannedDeal): Promise<void> {
    if (isOpen(planned)) {
      // As in `begin`: what is open is marked before, and what isn't loses its mark after.
      await mark(planned, true);
      return put(planned);
    }
    if (planned.forgottenAt !== undefined) return drop(planned);
    await put(planned.step === 'done' ? { ...planned, draft: null } : planned);
    await mark(planned, false);
  }

  return {
    read: (actor, key) => plannedDeals.get(plannedKey(actor, key)),
    listOf: (actor) => plannedDeals.list(personKey(actor)),
    async begin({ tenantId, objectId }, key, draft) {
      const nothing = { createAskedAt: null, inviteAskedAt: null, referralId: null, engagementId: null };
      const planned: PlannedDeal = {
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
      // The mark first: one that leads to no planned deal is passed over, a planned deal without one is forgotten.
      await mark(planned, true);
      await put(planned);
      return planned;
    },
    save,
    async renew(planned, draft) {
      // What was owed of the earlier try is heard in this one.
      const word = planned.word === null ? null : firstNotice(now());
      const again = { ...planned, isResting: false, word, draft: draftSchema.parse(draft) };
      await save(again);
      return again;
    },
    async claim(planned, referralId) {
      const claim: Claim = { schema: 1, print: printOf(planned) };
      await claims.put(claimKey(planned, referralId), claim, { isDurable: true });
    },
    async isTaken(planned, referralId) {
      const claim = await claims.get(claimKey(planned, referralId));
      return claim !== null && claim.print !== printOf(planned);
    },
    drop,
    async listOpen() {
      const open = await openMarks.list();
      const found = await Promise.all(open.map((each) => readIfPossible(plannedDeals, each)));
      return found.filter((planned) => planned !== null);
    },
  };
}

/** One that can't be read holds up no other; the store says which. */
async function readIfPossible(
  plannedDeals: RecordStore<PlannedDeal>,
  { key, ...actor }: OpenMark,
): Promise<PlannedDeal | null> {
  try {
    return await plannedDeals.get(plannedKey(actor, key));
  } catch (error) {
    if (isUnreadable(error)) return null;
    throw error;
  }
}

/** The draft in the form of the port. Only while the planned deal isn't done and told. */
export function draftOf({ draft, key }: PlannedDeal): NewReferral {
  if (!draft) throw new Error(`journal: the deal of '${key}' is done and has no draft`);
  return draft;
}
