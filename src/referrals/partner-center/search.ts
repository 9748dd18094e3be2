import type { PartnerCenterClient } from './client.ts';
import type { PlannedDeal } from './planned-deal.ts';
import { draftOf, type Journal } from './journal.ts';
import { isMicrosofts, type WireReferral } from './wire.ts';
import type { NewReferral } from '../referral.ts';
import type { Actor } from '../../identity/actor.ts';

/** The service's clock and ours may differ by so much. */
const CLOCK_SKEW_MS = 300_000;

export interface WantedDeal {
  readonly actor: Actor;
  readonly planned: PlannedDeal;
  /** What was sent as `externalReferenceId`; null for nothing. */
  readonly reference: string | null;
}

/**
 * Looks among the newest records for the one that the planned deal asked for; null where it isn't there. A record
 * that another planned deal made is passed over, however alike.
 */
export async function searchDeal(
  client: PartnerCenterClient,
  journal: Journal,
  { actor, planned, reference }: WantedDeal,
  deadlineMs: number,
): Promise<WireReferral | null> {
  const draft = draftOf(planned);
  const oldestMs = Date.parse(planned.recordedAt) - CLOCK_SKEW_MS;
  for await (const record of client.listNewest(actor, deadlineMs)) {
    if (Date.parse(record.createdDateTime ?? '') < oldestMs) return null;
    const isAlike = isSameDeal(record, draft, reference);
    if (isAlike && !(await journal.isTaken(planned, record.id))) return record;
  }
  return null;
}

function isSameDeal(record: WireReferral, draft: NewReferral, reference: string | null): boolean {
  if (isMicrosofts(record)) return false;
  if (reference !== null && record.externalReferenceId !== reference) return false;
  return (
    record.name?.trim() === draft.name.trim() &&
    record.customerProfile.name?.trim() === draft.customer.name.trim() &&
    record.details.dealValue === draft.value.amount &&
    record.details.currency === draft.value.currency
  );
}
