import type { Directory } from '../directory/directory.ts';
import { AppError } from '../errors.ts';
import { RemoteSilence } from '../remote/failure.ts';
import { createSerial } from '../serial.ts';
import type { Actor, ReferralGateway } from './gateway.ts';
import { Creation, type CreationOptions } from './partner-center-creation.ts';
import type { DealReader } from './partner-center-deals.ts';
import type { Intent, Journal } from './partner-center-journal.ts';
import { findPersonIfPossible } from './partner-center-person.ts';
import { seenOr } from './partner-center-sight.ts';
import type { NewReferral, Referral } from './referral.ts';
import { withCreator } from './team.ts';

/** A deal that was kept when the service was away, and how it fared when it was tried again. */
export interface Resumed {
  readonly actor: Actor;
  readonly key: string;
  readonly outcome:
    | { readonly kind: 'created'; readonly referral: Referral }
    | { readonly kind: 'waiting' }
    /** The person no longer wants it, and it was not made. */
    | { readonly kind: 'withdrawn' }
    | { readonly kind: 'failed'; readonly error: AppError };
}

/** What becomes of deals that were confirmed while the service was away. */
export interface KeptDeals {
  /**
   * Tries again what was kept; call it now and then, and tell each person how theirs fared. What the person
   * no longer wants is taken back; where it was made already it is made complete instead.
   */
  resume(isStillWanted?: (actor: Actor, key: string) => Promise<boolean>): Promise<readonly Resumed[]>;
  /**
   * Takes back a deal that is kept and not made yet. False where it was made meanwhile, or where the service
   * can't be asked whether it was.
   */
  withdraw(actor: Actor, key: string): Promise<boolean>;
}

export interface CreatingParts {
  readonly creation: CreationOptions;
  readonly journal: Journal;
  readonly deals: DealReader;
  readonly directory: Directory;
  readonly deadline: () => number;
}

/** The part of the gateway that makes deals, each once for its key. */
export function createCreating(
  parts: CreatingParts,
): Pick<ReferralGateway, 'create' | 'findByKey'> & KeptDeals {
  const { journal, deals, deadline } = parts;
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
    const made = await seenOr(deals.get(actor, id, deadline()), null);
    if (made) return made;
    throw new AppError('refused', `partner center: deal ${id} is not there`, {
      details: { reason: 'not-found' },
    });
  }

  async function resumeOne(actor: Actor, key: string): Promise<Resumed['outcome']> {
    try {
      return { kind: 'created', ...(await onePerKey(actor, key, () => finish(actor, key, null))) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const isWaiting = error.code === 'unreachable' || error.code === 'unauthorized';
      return isWaiting ? { kind: 'waiting' } : { kind: 'failed', error };
    }
  }

  async function takeBack(actor: Actor, key: string): Promise<Resumed['outcome']> {
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

  return {
    create: (actor, draft, key) => onePerKey(actor, key, () => finish(actor, key, draft)),
    findByKey,
    withdraw,
    async resume(isStillWanted = () => Promise.resolve(true)) {
      const resumed: Resumed[] = [];
      for (const { tenantId, objectId, key } of await journal.listOpen()) {
        const actor = { tenantId, objectId };
        const isWanted = await isStillWanted(actor, key);
        resumed.push({ actor, key, outcome: await (isWanted ? resumeOne : takeBack)(actor, key) });
      }
      return resumed;
    },
  };
}

/** True as well where the service can't say. */
async function hasBeenMade(creation: Creation): Promise<boolean> {
  try {
    return (await creation.findMade()) !== null;
  } catch (error) {
    if (error instanceof RemoteSilence || error instanceof AppError) return true;
    throw error;
  }
}

/** The intent, with the draft as it was last confirmed where nothing of it can have been sent. */
async function beginOrRenew(
  { journal, directory }: CreatingParts,
  actor: Actor,
  key: string,
  known: Intent | null,
  draft: NewReferral | null,
) {
  const isUntouched = known === null || (known.step === 'create' && known.createAskedAt === null);
  if (known && (!draft || !isUntouched)) return known;
  if (!draft) throw new AppError('refused', `partner center: nothing is kept for '${key}'`);
  const creator = await findPersonIfPossible(directory, actor);
  return journal.begin(actor, key, creator ? { ...draft, team: withCreator(draft.team, creator) } : draft);
}
