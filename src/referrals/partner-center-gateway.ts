import type { Directory } from '../directory/directory.ts';
import { AppError } from '../errors.ts';
import { RemoteRefusal, RemoteSilence } from '../remote/failure.ts';
import type { RemoteService } from '../remote/remote-service.ts';
import type { RecordStore } from '../storage/record-store.ts';
import { createSerial } from '../storage/serial.ts';
import type { Actor, ReferralGateway } from './gateway.ts';
import {
  toChangePatch,
  toClosingPatch,
  toRegistrationPatch,
  type PatchOperation,
} from './partner-center-bodies.ts';
import { createPartnerCenterClient, type PartnerCenterClient } from './partner-center-client.ts';
import { Creation, type CreationOptions } from './partner-center-creation.ts';
import { toAppError } from './partner-center-errors.ts';
import { createJournal, type Journal, type JournalRecord } from './partner-center-journal.ts';
import { createDealReader, type DealReader } from './partner-center-deals.ts';
import { changeRecord } from './partner-center-change.ts';
import { findPersonIfPossible } from './partner-center-person.ts';
import { mergeSolutions } from './partner-center-solutions.ts';
import type { NewReferral, Referral } from './referral.ts';
import type { DealRegistration } from './registration.ts';
import type { SolutionList } from './solutions-file.ts';
import { withCreator } from './team.ts';

export interface PartnerCenterGatewayOptions {
  /** The referrals API: its origin is https://api.partner.microsoft.com. */
  readonly service: RemoteService;
  readonly journal: RecordStore<JournalRecord>;
  /** Says who the actor is, for the deal's team. */
  readonly directory: Directory;
  /** The company's own list of solutions, by tenant. */
  readonly solutions?: SolutionList;
  /** See {@link CreationOptions.mayUseCrmId}; false unless told. */
  readonly mayUseCrmId?: boolean;
  /** Milliseconds that one operation may take with all its calls; under the 10 s of a turn. */
  readonly operationMs?: number;
  /** See {@link CreationOptions.settleMs}. */
  readonly settleMs?: number;
  readonly now?: () => Date;
}

/** A deal that was kept when the service was away, and how it fared when it was tried again. */
export interface Resumed {
  readonly actor: Actor;
  readonly key: string;
  readonly outcome:
    | { readonly kind: 'created'; readonly referral: Referral }
    | { readonly kind: 'waiting' }
    | { readonly kind: 'failed'; readonly error: AppError };
}

export interface PartnerCenterGateway extends ReferralGateway {
  /** Registers a won deal for the incentive; errors as for `update`. */
  register(actor: Actor, id: string, registration: DealRegistration, eTag: string): Promise<Referral>;
  /** Tries again what was kept; call it now and then, and tell each person how theirs fared. */
  resume(): Promise<readonly Resumed[]>;
  /**
   * Takes back a deal that is kept and not made yet. False where it was made meanwhile, or where the service
   * can't be asked whether it was.
   */
  withdraw(actor: Actor, key: string): Promise<boolean>;
}

/** Deals on Partner Center, each call with the actor's own token. */
export function createPartnerCenterGateway(options: PartnerCenterGatewayOptions): PartnerCenterGateway {
  const now = options.now ?? (() => new Date());
  const client = createPartnerCenterClient(options.service);
  const journal = createJournal(options.journal, now);
  const deals = createDealReader(client, options.directory);
  const settings = { mayUseCrmId: options.mayUseCrmId ?? false, settleMs: options.settleMs ?? 20_000 };
  const creation: CreationOptions = { client, journal, now, ...settings };
  const deadline = (): number => Date.now() + (options.operationMs ?? 8000);
  return {
    ...createReading(options, client, deals, deadline),
    ...createChanging(client, deals, deadline),
    ...createCreating({ creation, journal, deals, directory: options.directory, deadline }),
  };
}

function createReading(
  options: PartnerCenterGatewayOptions,
  client: PartnerCenterClient,
  deals: DealReader,
  deadline: () => number,
): Pick<ReferralGateway, 'list' | 'get' | 'listSolutions'> {
  return {
    list: (actor) => seenOr(deals.list(actor, deadline()), []),
    get: (actor, id) => seenOr(deals.get(actor, id, deadline()), null),
    async listSolutions(actor) {
      const listed = options.solutions?.get(actor.tenantId.toLowerCase()) ?? [];
      const recent = await seenOr(deals.listRecent(actor, deadline()), []);
      return mergeSolutions(listed, recent);
    },
  };
}

/** What the actor may not see isn't there for them; a stronger sign-in is another matter. */
async function seenOr<T>(work: Promise<T>, unseen: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const isRefusal = error instanceof RemoteRefusal && [403, 404].includes(error.status);
    if (isRefusal && error.claims === null) return unseen;
    throw toAppError(error);
  }
}

function createChanging(
  client: PartnerCenterClient,
  deals: DealReader,
  deadline: () => number,
): Pick<PartnerCenterGateway, 'close' | 'update' | 'register'> {
  const change = async (
    actor: Actor,
    id: string,
    patch: PatchOperation[],
    eTag: string,
  ): Promise<Referral> => {
    const deadlineMs = deadline();
    const own = await changeRecord(client, actor, { id, patch, eTag, deadlineMs });
    return deals.complete(actor, own, deadlineMs);
  };
  return {
    close: (actor, id, closing, eTag) => change(actor, id, toClosingPatch(closing), eTag),
    update: (actor, id, changes, eTag) => change(actor, id, toChangePatch(changes), eTag),
    register: (actor, id, registration, eTag) => change(actor, id, toRegistrationPatch(registration), eTag),
  };
}

interface CreatingParts {
  readonly creation: CreationOptions;
  readonly journal: Journal;
  readonly deals: DealReader;
  readonly directory: Directory;
  readonly deadline: () => number;
}

function createCreating(
  parts: CreatingParts,
): Pick<PartnerCenterGateway, 'create' | 'findByKey' | 'resume' | 'withdraw'> {
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

  return {
    create: (actor, draft, key) => onePerKey(actor, key, () => finish(actor, key, draft)),
    async findByKey(actor, key) {
      const intent = await journal.read(actor, key);
      if (!intent) return null;
      const found = await seenOr(new Creation(parts.creation, actor, intent, deadline()).findMade(), null);
      return found ? deals.complete(actor, found, deadline()) : null;
    },
    async resume() {
      const resumed: Resumed[] = [];
      for (const { tenantId, objectId, key } of await journal.listOpen()) {
        const actor = { tenantId, objectId };
        resumed.push({ actor, key, outcome: await resumeOne(actor, key) });
      }
      return resumed;
    },
    withdraw: (actor, key) =>
      onePerKey(actor, key, async () => {
        const intent = await journal.read(actor, key);
        if (!intent) return true;
        if (intent.step !== 'create') return false;
        const made = await hasBeenMade(new Creation(parts.creation, actor, intent, deadline()));
        if (made) return false;
        await journal.drop(intent);
        return true;
      }),
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
  known: Awaited<ReturnType<Journal['read']>>,
  draft: NewReferral | null,
) {
  const isUntouched = known === null || (known.step === 'create' && known.createAskedAt === null);
  if (known && (!draft || !isUntouched)) return known;
  if (!draft) throw new AppError('refused', `partner center: nothing is kept for '${key}'`);
  const creator = await findPersonIfPossible(directory, actor);
  return journal.begin(actor, key, creator ? { ...draft, team: withCreator(draft.team, creator) } : draft);
}
