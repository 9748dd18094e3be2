import type { Directory } from '../../directory/directory.ts';
import { AppError } from '../../errors.ts';
import type { Leases } from '../../storage/lease.ts';
import type { ReferralGateway } from '../gateway.ts';
import { DealAttempt, type AttemptOptions } from './attempt.ts';
import type { DealReader } from './deals.ts';
import { toAppError } from './errors.ts';
import { createForgetting } from './forgetting.ts';
import { type PlannedDeal, isPastDoubt } from './planned-deal.ts';
import type { Journal } from './journal.ts';
import { type KeptDeals, type KeptOutcome, outcomeOf, type Resumed } from './kept-deals.ts';
import { findPersonIfPossible } from './person.ts';
import { seenOr } from './seen.ts';
import { afterFailure, afterTold, firstNotice, withNews, type OwedNotice } from './owed-notice.ts';
import type { NewReferral, Referral } from '../referral.ts';
import { withCreator } from '../team.ts';
import { type Actor, personKey } from '../../identity/actor.ts';

export interface DealMakerParts {
  readonly attempt: AttemptOptions;
  readonly journal: Journal;
  readonly deals: DealReader;
  readonly directory: Directory;
  /** One process at a time is at a deal. */
  readonly leases: Leases;
  readonly deadline: () => number;
}

/** A deal to go on with: what the journal knows of it, and the draft where the seller has just confirmed it. */
interface Confirmed {
  readonly actor: Actor;
  readonly key: string;
  readonly known: PlannedDeal | null;
  readonly draft: NewReferral | null;
}

type IsWanted = (actor: Actor, key: string) => Promise<boolean>;

/** The part of the gateway that makes deals, each once for its key. */
export function createDealMaker(
  parts: DealMakerParts,
): Pick<ReferralGateway, 'create' | 'findByKey'> & KeptDeals {
  const { journal, deals, leases, deadline } = parts;
  const { now } = parts.attempt;
  const onePerKey = <T>(actor: Actor, key: string, work: () => Promise<T>): Promise<T> =>
    leases.run(`deal|${personKey(actor)}/${key}`, work);

  async function finish(actor: Actor, key: string, draft: NewReferral | null) {
    const known = await journal.read(actor, key);
    if (known?.step === 'done')
      return { referral: await readMade(actor, known.referralId ?? ''), isNew: false };
    if (!known && !draft) throw new AppError('refused', `partner center: nothing is kept for '${key}'`);
    const planned = await beginOrRenew(parts, { actor, key, known, draft });
    const { own, microsoft } = await new DealAttempt(parts.attempt, actor, planned, deadline()).run();
    return { referral: await deals.toReferral(actor, own, microsoft), isNew: true };
  }

  async function readMade(actor: Actor, id: string): Promise<Referral> {
    const made = await seenOr(deals.get(actor, id, deadline()), null).catch((cause: unknown) => {
      if (!(cause instanceof AppError) || cause.code !== 'unreachable') throw cause;
      const message = `partner center: deal ${id} is made, and can't be read now`;
      throw new AppError('unreachable', message, { cause, details: { reason: 'made-unread' } });
    });
    if (made) return made;
    throw new AppError('refused', `partner center: deal ${id} is not there`, {
      details: { reason: 'not-found' },
    });
  }

  /** Goes on with what is kept. Null where there is nothing to say: the person heard it in their own turn. */
  const resumeOne = (actor: Actor, key: string): Promise<KeptOutcome | null> =>
    onePerKey(actor, key, async () => {
      const kept = await journal.read(actor, key);
      if (kept === null) return null;
      if (kept.step !== 'done' && !kept.isResting && kept.word?.what !== 'not-sent') {
        // Whoever may hear nothing in a turn of theirs must be told how it ended, from here on.
        await journal.save({ ...kept, word: kept.word ?? firstNotice(now()) });
        await finish(actor, key, null).catch(async (error: unknown) => {
          if (!(error instanceof AppError)) throw error;
          if (error.code === 'unauthorized') await noteSignedOut(actor, key);
        });
      }
      return outcomeOf(await journal.read(actor, key), now());
    });

  async function noteSignedOut(actor: Actor, key: string): Promise<void> {
    const kept = await journal.read(actor, key);
    if (!kept?.word || kept.word.isSignInTold) return;
    await journal.save({ ...kept, word: withNews(kept.word, 'sign-in', now()) });
  }

  /** Changes the notice that must still be delivered; where none is left the deal is done with. */
  async function settleNotice(
    actor: Actor,
    key: string,
    change: (notice: OwedNotice) => OwedNotice | null,
  ): Promise<void> {
    const kept = await journal.read(actor, key);
    if (!kept?.word) return;
    const notice = change(kept.word);
    if (notice === null && kept.word.what === 'not-sent') return journal.drop(kept);
    await journal.save({ ...kept, word: notice });
  }

  /** How it ended is told in the person's own turn. */
  const createInTurn = async (actor: Actor, draft: NewReferral, key: string) => {
    const heard = () =>
      settleNotice(actor, key, (notice) =>
        ['nothing-yet', 'sign-in'].includes(notice.what) ? notice : null,
      );
    try {
      return await finish(actor, key, draft);
    } finally {
      // Not noted, it is told once more: better than to be told that it failed.
      await heard().catch(() => undefined);
    }
  };

  async function takeBack(actor: Actor, key: string): Promise<KeptOutcome | null> {
    if (await withdraw(actor, key)) return { kind: 'withdrawn' };
    const isMade = await findByKey(actor, key).then(
      (made) => made !== null,
      () => false,
    );
    return isMade ? resumeOne(actor, key) : { kind: 'waiting' };
  }

  async function findByKey(actor: Actor, key: string): Promise<Referral | null> {
    const planned = await journal.read(actor, key);
    if (!planned) return null;
    const found = await seenOr(new DealAttempt(parts.attempt, actor, planned, deadline()).findMade(), null);
    return found ? deals.complete(actor, found, deadline()) : null;
  }

  const withdraw = (actor: Actor, key: string): Promise<boolean> =>
    onePerKey(actor, key, async () => {
      const planned = await journal.read(actor, key);
      if (!planned) return true;
      if (planned.step !== 'create') return false;
      const made = await hasBeenMade(new DealAttempt(parts.attempt, actor, planned, deadline()));
      if (made) return false;
      await journal.drop(planned);
      return true;
    });

  async function resumeKept(planned: PlannedDeal, isStillWanted: IsWanted): Promise<Resumed | null> {
    const { tenantId, objectId, key, step } = planned;
    const actor = { tenantId, objectId };
    const isForgotten = planned.forgottenAt !== undefined;
    if (isPastDoubt(planned, now())) {
      await onePerKey(actor, key, () => journal.drop(planned));
      return { actor, key, isForgotten, outcome: { kind: 'withdrawn' } };
    }
    const isWanted = step === 'done' || (!isForgotten && (await isStillWanted(actor, key)));
    const outcome = await (isWanted ? resumeOne : takeBack)(actor, key);
    return outcome && { actor, key, isForgotten, outcome };
  }

  return {
    create: (actor, draft, key) => onePerKey(actor, key, () => createInTurn(actor, draft, key)),
    findByKey,
    withdraw,
    noteTold: (actor, key, isTold) =>
      onePerKey(actor, key, () =>
        settleNotice(actor, key, (notice) => (isTold ? afterTold : afterFailure)(notice, now())),
      ),
    async resume(isStillWanted = () => Promise.resolve(true)) {
      const resumed: Resumed[] = [];
      for (const planned of await journal.listOpen()) {
        const one = await resumeKept(planned, isStillWanted);
        if (one !== null) resumed.push(one);
      }
      return resumed;
    },
    ...createForgetting({ journal, takeBack, onePerKey, now }),
  };
}

/** True as well where the service can't say. */
async function hasBeenMade(creation: DealAttempt): Promise<boolean> {
  try {
    return (await creation.findMade()) !== null;
  } catch (error) {
    if (toAppError(error) instanceof AppError) return true;
    throw error;
  }
}

/**
 * The planned deal, with the draft as it was last confirmed where nothing of it can have been sent; where the invitation
 * was refused, that one is sent as it was last confirmed.
 */
async function beginOrRenew({ journal, directory }: DealMakerParts, { actor, key, known, draft }: Confirmed) {
  const mayRenew = known?.isResting === true || (known?.step === 'create' && known.createAskedAt === null);
  if (known && (!draft || !mayRenew)) return known;
  if (!draft) throw new AppError('refused', `partner center: nothing is kept for '${key}'`);
  const creator = await findPersonIfPossible(directory, actor);
  const whole = creator ? { ...draft, team: withCreator(draft.team, creator) } : draft;
  return known ? journal.renew(known, whole) : journal.begin(actor, key, whole);
}
