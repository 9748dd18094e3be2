import { createLocalLeases } from '../../../src/storage/lease.ts';
import { createFileDirectory } from '../../../src/directory/file-directory.ts';
import {
  createPartnerCenterGateway,
  type PartnerCenterGateway,
  type PartnerCenterGatewayOptions,
} from '../../../src/referrals/partner-center/gateway.ts';
import type { Claim, PlannedDeal, OpenMark } from '../../../src/referrals/partner-center/planned-deal.ts';
import type { Solution } from '../../../src/referrals/referral.ts';
import { createRemoteService, type RemoteCall } from '../../../src/remote/remote-service.ts';
import type { TokenSource } from '../../../src/auth/token-source.ts';
import { people, startStage, type Stage, type StageOptions } from '../../fakes/stage.ts';
import { createMemoryRecordStore } from '../../storage/memory-record-store.ts';
import { SAMPLE_PEOPLE } from '../../../src/directory/sample-people.ts';
import type { Actor } from '../../../src/identity/actor.ts';

const AUDIENCES = {
  referrals: 'https://api.partner.microsoft.com',
  'partner-center': 'https://api.partnercenter.microsoft.com',
  graph: 'https://graph.microsoft.com',
} as const;

/** Tokens straight from the stand-in for Entra, for whoever is one of the invented people. */
export function tokensOf(stage: Stage): TokenSource {
  return {
    tokenFor: (actor, audience) => {
      const user = Object.values(people).find((one) => one.objectId === actor.objectId);
      if (!user) return Promise.reject(new Error(`test: nobody is ${actor.objectId}`));
      return Promise.resolve(stage.entra.issue(user, AUDIENCES[audience]));
    },
  };
}

/** The journal's stores in memory, which keep copies, as files would. */
function createMemoryJournal() {
  const faults: { beforeWrite: () => Promise<void> } = { beforeWrite: () => Promise.resolve() };
  const beforeWrite = () => faults.beforeWrite();
  return {
    /** Whose `beforeWrite` may be replaced by one that fails. */
    faults,
    plannedDeals: createMemoryRecordStore<PlannedDeal>(beforeWrite),
    openMarks: createMemoryRecordStore<OpenMark>(beforeWrite),
    claims: createMemoryRecordStore<Claim>(beforeWrite),
  };
}

export const solution: Solution = {
  id: 'SOL-70218-QRT',
  name: 'Aurelia WMS',
  isPublished: true,
  isCoSellReady: true,
  isIncentiveEligible: true,
  source: 'company-list',
};

export interface GatewayStage {
  readonly stage: Stage;
  readonly gateway: PartnerCenterGateway;
  readonly calls: RemoteCall[];
  readonly journal: ReturnType<typeof createMemoryJournal>;
  /** Another gateway over the same journal, as after a restart. */
  restart(): PartnerCenterGateway;
}

export const sara: Actor = people.sara;

/** The gateway over the stand-ins, with short waits. */
export async function startGatewayStage(
  options: StageOptions = {},
  more: Partial<PartnerCenterGatewayOptions> = {},
  tokens: (stage: Stage) => TokenSource = tokensOf,
): Promise<GatewayStage> {
  const stage = await startStage(options);
  const calls: RemoteCall[] = [];
  const journal = createMemoryJournal();
  const make = (): PartnerCenterGateway =>
    createPartnerCenterGateway({
      leases: createLocalLeases(),
      service: createRemoteService({
        name: 'partner center',
        baseUrl: stage.partnerCenter.referrals.url,
        audience: 'referrals',
        tokens: tokens(stage),
        attemptTimeoutMs: 2_000,
        retryDelayMs: 5,
        onCall: (call) => calls.push(call),
      }),
      journal,
      directory: createFileDirectory({ people: SAMPLE_PEOPLE, asOf: '2026-11-24T00:00:00Z' }),
      solutions: new Map([[people.sara.tenantId, [solution]]]),
      operationMs: 20_000,
      ...more,
    });
  return { stage, gateway: make(), calls, journal, restart: make };
}
