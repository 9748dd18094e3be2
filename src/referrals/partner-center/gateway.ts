import type { Directory } from '../../directory/directory.ts';
import type { RemoteService } from '../../remote/remote-service.ts';
import type { ReferralGateway } from '../gateway.ts';
import { toChangePatch, toClosingPatch, toRegistrationPatch, type PatchOperation } from './bodies.ts';
import { createPartnerCenterClient, type PartnerCenterClient } from './client.ts';
import { createDealMaker } from './deal-maker.ts';
import type { AttemptOptions } from './attempt.ts';
import { createJournal, type JournalRecords } from './journal.ts';
import type { KeptDeals } from './kept-deals.ts';
import { createDealReader, type DealReader } from './deals.ts';
import { changeRecord } from './change.ts';
import { seenOr } from './seen.ts';
import { mergeSolutions } from './solutions.ts';
import type { Referral } from '../referral.ts';
import type { DealRegistration } from '../registration.ts';
import type { SolutionList } from '../solutions-file.ts';
import type { Leases } from '../../storage/lease.ts';
import type { Actor } from '../../identity/actor.ts';

export interface PartnerCenterGatewayOptions {
  /** The referrals API: its origin is https://api.partner.microsoft.com. */
  readonly service: RemoteService;
  readonly journal: JournalRecords;
  /** One process at a time makes a deal. */
  readonly leases: Leases;
  /** Says who the actor is, for the deal's team. */
  readonly directory: Directory;
  /** The company's own list of solutions, by tenant. */
  readonly solutions?: SolutionList;
  /** See {@link AttemptOptions.mayUseCrmId}; false unless told. */
  readonly mayUseCrmId?: boolean;
  /** Milliseconds that one operation may take with all its calls; under the 10 s of a turn. */
  readonly operationMs?: number;
  /** See {@link AttemptOptions.settleMs}. */
  readonly settleMs?: number;
  readonly now?: () => Date;
}

export interface PartnerCenterGateway extends ReferralGateway, KeptDeals {
  /** Registers a won deal for the incentive; errors as for `update`. */
  register(actor: Actor, id: string, registration: DealRegistration, eTag: string): Promise<Referral>;
}

/** Deals on Partner Center, each call with the actor's own token. */
export function createPartnerCenterGateway(options: PartnerCenterGatewayOptions): PartnerCenterGateway {
  const now = options.now ?? (() => new Date());
  const client = createPartnerCenterClient(options.service);
  const journal = createJournal(options.journal, now);
  const deals = createDealReader(client, options.directory);
  const settings = { mayUseCrmId: options.mayUseCrmId ?? false, settleMs: options.settleMs ?? 20_000 };
  const creation: AttemptOptions = { client, journal, now, ...settings };
  const deadline = (): number => Date.now() + (options.operationMs ?? 8000);
  return {
    ...createReading(options, client, deals, deadline),
    ...createChanging(client, deals, deadline),
    ...createDealMaker({
      attempt: creation,
      journal,
      deals,
      directory: options.directory,
      leases: options.leases,
      deadline,
    }),
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
