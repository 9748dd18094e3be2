import type { Directory } from '../../directory/directory.ts';
import { AppError } from '../../errors.ts';
import { createSerial } from '../../serial.ts';
import type { ReferralGateway } from '../gateway.ts';
import { Creation, type CreationOptions } from './creation.ts';
import type { DealReader } from './deals.ts';
import { toAppError } from './errors.ts';
import { createForgetting } from './forgetting.ts';
import { type Intent, isPastDoubt } from './intent.ts';
import type { Journal } from './journal.ts';
import { type KeptDeals, type Outcome, outcomeOf, type Resumed } from './kept.ts';
import { findPersonIfPossible } from './person.ts';
import { seenOr } from './sight.ts';
import { afterFailure, afterTold, firstWord, withNews, type Word } from './word.ts';
import type { NewReferral, Referral } from '../referral.ts';
import { withCreator } from '../team.ts';
import type { Actor } from '../../identity/actor.ts';

export interface CreatingParts {
  readonly creation: CreationOptions;
  readonly journal: Journal;
  readonly deals: DealReader;
  readonly directory: Directory;
  readonly deadline: () => number;
}

type IsWanted = (actor: Actor, key: string) => Promise<boolean>;

/** The part of the gateway that makes deals, each once for its key. */
export function createCreating(
  parts: CreatingParts,
): Pick<ReferralGateway, 'create' | 'findByKey'> & KeptDeals {
  const { journal, deals, deadline } = parts;
  const { now } = parts.creation;
  const serial = createSerial();
  const onePerKey = <T>(actor: Actor, key: string, work: () => Promise<T>): Promise<T> =>
    serial.run(`${actor.tenantId}/${actor.objectId}/${key}`, work);

  async function finish(actor: Actor, key: string, draft: NewReferral | null) {
    const known = await journal.read(actor, key);
    if (known?.step === 'done')
      return { referral: await readMade(actor, known.referralId ?? ''), isNew: false };
    if (!known && !draft) throw new AppError('refused', `partner center: nothing is kept for '${key}'`);
    const intent = await beginOrRenew(parts, actor, key, known, draft);
    const { own, microsoft } = await new Creation(parts.creation, actor, intent, deadline()).run();
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
  const resumeOne = (actor: Actor, key: string): Promise<Outcome | null> =>
    onePerKey(actor, key, async () => {
      const kept = await journal.read(actor, key);
      if (kept === null) return null;
      if (kept.step !== 'done' && !kept.isResting && kept.word?.what !== 'not-sent') {
        // Whoever may hear nothing in a turn of theirs is owed a word from here on.
        await journal.save({ ...kept, word: kept.word ?? firstWord(now()) });
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

  /** Changes what is owed; what is owed no more is done with. */
  async function settleWord(actor: Actor, key: string, change: (word: Word) => Word | null): Promise<void> {
    const kept = await journal.read(actor, key);
    if (!kept?.word) return;
    const word = change(kept.word);
    if (word === null && kept.word.what === 'not-sent') return journal.drop(kept);
    await journal.save({ ...kept, word });
  }

  /** How it ended is told in the person's own turn. */
  const createInTurn = async (actor: Actor, draft: NewReferral, key: string) => {
    const heard = () =>
      settleWord(actor, key, (word) => (['nothing-yet', 'sign-in'].includes(word.what) ? word : null));
    try {
      return await finish(actor, key, draft);
    } finally {
      // Not noted, it is told once more: better than to be told that it failed.
      await heard().catch(() => undefined);
    }
  };

  async function takeBack(actor: Actor, key: string): Promise<Outcome | null> {
    if (await withdraw(actor, key)) return { kind: 'withdrawn' };
    const isMade = await findByKey(actor, key).then(
      (made) => made !== null,
      () => false,
    );
    return isMade ? resumeOne(actor, key) : { kind: 'waiting' };
  }

  async function findByKey(actor: Actor, key: string): Promise<Referral | null> {
    const intent = await journal.read(actor, key);
    if (!intent) return null;
    const found = await seenOr(new Creation(parts.creation, actor, intent, deadline()).findMade(), null);
    return found ? deals.complete(actor, found, deadline()) : null;
  }

  const withdraw = (actor: Actor, key: string): Promise<boolean> =>
    onePerKey(actor, key, async () => {
      const intent = await journal.read(actor, key);
      if (!intent) return true;
      if (intent.step !== 'create') return false;
      const made = await hasBeenMade(new Creation(parts.creation, actor, intent, deadline()));
      if (made) return false;
      await journal.drop(intent);
      return true;
    });

  async function resumeKept(intent: Intent, isStillWanted: IsWanted): Promise<Resumed | null> {
    const { tenantId, objectId, key, step } = intent;
    const actor = { tenantId, objectId };
    const isForgotten = intent.forgottenAt !== undefined;
    if (isPastDoubt(intent, now())) {
      await onePerKey(actor, key, () => journal.drop(intent));
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
        settleWord(actor, key, (word) => (isTold ? afterTold : afterFailure)(word, now())),
      ),
    async resume(isStillWanted = () => Promise.resolve(true)) {
      const resumed: Resumed[] = [];
      for (const intent of await journal.listOpen()) {
        const one = await resumeKept(intent, isStillWanted);
        if (one !== null) resumed.push(one);
      }
      return resumed;
    },
    ...createForgetting({ journal, takeBack, onePerKey, now }),
  };
}

/** True as well where the service can't say. */
async function hasBeenMade(creation: Creation): Promise<boolean> {
  try {
    return (await creation.findMade()) !== null;
  } catch (error) {
    if (toAppError(error) instanceof AppError) return true;
    throw error;
  }
}

/**
 * The intent, with the draft as it was last confirmed where nothing of it can have been sent; where the invitation
 * was refused, that one is sent as it was last confirmed.
 */
async function beginOrRenew(
  { journal, directory }: CreatingParts,
  actor: Actor,
  key: string,
  known: Intent | null,
  draft: NewReferral | null,
) {
  const mayRenew = known?.isResting === true || (known?.step === 'create' && known.createAskedAt === null);
  if (known && (!draft || !mayRenew)) return known;
  if (!draft) throw new AppError('refused', `partner center: nothing is kept for '${key}'`);
  const creator = await findPersonIfPossible(directory, actor);
  const whole = creator ? { ...draft, team: withCreator(draft.team, creator) } : draft;
  return known ? journal.renew(known, whole) : journal.begin(actor, key, whole);
}
