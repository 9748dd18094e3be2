import type { Directory } from '../../directory/directory.ts';
import { RemoteRefusal, RemoteSilence } from '../../remote/failure.ts';
import { findPersonIfPossible } from './person.ts';
import type { PartnerCenterClient } from './client.ts';
import { toReferral } from './to-referral.ts';
import { isMarketplaceLead, isMicrosofts, type WireReferral } from './wire.ts';
import type { Contact, Referral, TeamMember } from '../referral.ts';
import type { Actor } from '../../identity/actor.ts';

/** Puts the two records of a deal together. Failures are those of the client. */
export interface DealReader {
  list(actor: Actor, deadlineMs: number): Promise<Referral[]>;
  /** Null for what can't be the id of a deal. */
  get(actor: Actor, id: string, deadlineMs: number): Promise<Referral | null>;
  /** Our own records of late, as they come. */
  listRecent(actor: Actor, deadlineMs: number): Promise<WireReferral[]>;
  /** The deal of our record, with Microsoft's side as far as it can be read. */
  complete(actor: Actor, own: WireReferral, deadlineMs: number): Promise<Referral>;
  toReferral(actor: Actor, own: WireReferral, microsoft: WireReferral | null): Promise<Referral>;
}

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** How many deals solutions are harvested from. */
const RECENT = 100;
/** How many of Microsoft's sides are asked for at a time where the list doesn't carry them. */
const SIDES_AT_A_TIME = 5;
/** And how many in all: older deals are read in full when they are opened. */
const SIDES_AT_MOST = 40;

export function createDealReader(client: PartnerCenterClient, directory: Directory): DealReader {
  /** The API knows no object ids: the actor's own entry is told by the address. */
  async function memberReader(actor: Actor): Promise<(contact: Contact) => TeamMember> {
    const person = await findPersonIfPossible(directory, actor);
    const email = person?.email.toLowerCase();
    return (contact) =>
      contact.email.toLowerCase() === email ? { ...contact, objectId: actor.objectId } : contact;
  }

  async function readAll(actor: Actor, deadlineMs: number): Promise<WireReferral[]> {
    const records: WireReferral[] = [];
    for await (const record of client.listNewest(actor, deadlineMs)) records.push(record);
    return records;
  }

  const reader: DealReader = {
    async toReferral(actor, own, microsoft) {
      return toReferral(own, microsoft, { tenantId: actor.tenantId, toMember: await memberReader(actor) });
    },
    async complete(actor, own, deadlineMs) {
      const microsoft = await sideOrNull(client, actor, own, deadlineMs);
      return reader.toReferral(actor, own, microsoft);
    },
    async get(actor, id, deadlineMs) {
      if (!GUID.test(id)) return null;
      const own = await client.get(actor, id, deadlineMs);
      if (isMicrosofts(own)) return null;
      const microsoft = mayHaveMicrosofts(own) ? await client.findMicrosofts(actor, own, deadlineMs) : null;
      return reader.toReferral(actor, own, microsoft);
    },
    async list(actor, deadlineMs) {
      const records = await readAll(actor, deadlineMs);
      const own = records.filter((record) => !isMicrosofts(record) && !isMarketplaceLead(record));
      const sides = await readSides(client, actor, { own, all: records }, deadlineMs);
      const toMember = await memberReader(actor);
      const deals = own.map((record) =>
        toReferral(record, sides.get(record.id) ?? null, { tenantId: actor.tenantId, toMember }),
      );
      return deals.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
    },
    async listRecent(actor, deadlineMs) {
      const records: WireReferral[] = [];
      for await (const record of client.listNewest(actor, deadlineMs)) {
        if (!isMicrosofts(record)) records.push(record);
        if (records.length >= RECENT) break;
      }
      return records;
    },
  };
  return reader;
}

function mayHaveMicrosofts({ consent, engagementId }: WireReferral): boolean {
  return consent.consentToShareReferralWithMicrosoftSellers === true && engagementId !== null;
}

/** Microsoft's sides by the id of our record: from the list itself, else asked for one by one. */
async function readSides(
  client: PartnerCenterClient,
  actor: Actor,
  { own, all }: { readonly own: readonly WireReferral[]; readonly all: readonly WireReferral[] },
  deadlineMs: number,
): Promise<Map<string, WireReferral>> {
  const microsofts = new Map(all.filter(isMicrosofts).map((record) => [record.engagementId, record]));
  const sides = new Map<string, WireReferral>();
  const missing: WireReferral[] = [];
  for (const record of own) {
    const side = microsofts.get(record.engagementId);
    if (side) sides.set(record.id, side);
    else if (mayHaveMicrosofts(record) && asksForHelp(record)) missing.push(record);
  }
  const waiting = missing.slice(0, SIDES_AT_MOST);
  const work = async (): Promise<void> => {
    for (let record = waiting.shift(); record; record = waiting.shift()) {
      const side = await sideOrNull(client, actor, record, deadlineMs);
      if (side) sides.set(record.id, side);
    }
  };
  await Promise.all(Array.from({ length: SIDES_AT_A_TIME }, work));
  return sides;
}

function asksForHelp({ inviteContext }: WireReferral): boolean {
  const code = inviteContext.assistanceRequestCode;
  return code !== null && code !== '' && code !== 'Unknown';
}

/** Null too where it may not be seen or can't be reached now: our own side is worth showing alone. */
async function sideOrNull(
  client: PartnerCenterClient,
  actor: Actor,
  own: WireReferral,
  deadlineMs: number,
): Promise<WireReferral | null> {
  if (!mayHaveMicrosofts(own)) return null;
  try {
    return await client.findMicrosofts(actor, own, deadlineMs);
  } catch (error) {
    if (error instanceof RemoteRefusal || error instanceof RemoteSilence) return null;
    throw error;
  }
}
