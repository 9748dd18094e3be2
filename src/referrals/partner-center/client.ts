import type { PatchOperation } from './bodies.ts';
import { findMicrosofts } from './to-referral.ts';
import { readReferral, type WireReferral } from './wire.ts';
import { RemoteRefusal, RemoteSilence } from '../../remote/failure.ts';
import { readItems } from '../../remote/paging.ts';
import type { RemoteService } from '../../remote/remote-service.ts';
import type { Actor } from '../../identity/actor.ts';

/** What to change of one record. */
export interface RecordChange {
  readonly id: string;
  readonly patch: readonly PatchOperation[];
  /** Of the record as the user saw it. */
  readonly eTag: string;
  readonly deadlineMs: number;
}

/** The referrals API, call by call. Failures are RemoteRefusal and RemoteSilence, or the token source's. */
export interface PartnerCenterClient {
  /** Every record that the actor may see, newest first, page by page. */
  listNewest(actor: Actor, deadlineMs: number): AsyncGenerator<WireReferral>;
  /** All records of a joint deal: ours, and Microsoft's where it was invited. */
  listEngagement(actor: Actor, engagementId: string, deadlineMs: number): Promise<readonly WireReferral[]>;
  /** Microsoft's record of the deal; null where it was not invited. */
  findMicrosofts(actor: Actor, own: WireReferral, deadlineMs: number): Promise<WireReferral | null>;
  get(actor: Actor, id: string, deadlineMs: number): Promise<WireReferral>;
  create(actor: Actor, body: unknown, deadlineMs: number): Promise<WireReferral>;
  /** The record as it is afterwards. */
  patch(actor: Actor, change: RecordChange): Promise<WireReferral>;
}

const ROOT = '/v1.0/engagements/referrals';

export function createPartnerCenterClient(service: RemoteService): PartnerCenterClient {
  // Documentation writes GUIDs in filters with quotes, captured payloads without: what worked is kept.
  let quote = "'";

  async function readAll(actor: Actor, path: string, deadlineMs: number): Promise<WireReferral[]> {
    const records: WireReferral[] = [];
    for await (const item of readItems(service, actor, path, deadlineMs)) {
      const record = readReferral(item);
      if (record) records.push(record);
    }
    return records;
  }

  const engagementPath = (engagementId: string): string => {
    const filter = encodeURIComponent(`engagementId eq ${quote}${engagementId}${quote}`);
    return `${ROOT}?$filter=${filter}&$orderby=createdDateTime`;
  };

  const client: PartnerCenterClient = {
    async *listNewest(actor, deadlineMs) {
      for await (const item of readItems(
        service,
        actor,
        `${ROOT}?$orderby=createdDateTime%20desc`,
        deadlineMs,
      )) {
        const record = readReferral(item);
        if (record) yield record;
      }
    },
    async listEngagement(actor, engagementId, deadlineMs) {
      try {
        return await readAll(actor, engagementPath(engagementId), deadlineMs);
      } catch (error) {
        if (!(error instanceof RemoteRefusal) || error.status !== 400) throw error;
        quote = quote === '' ? "'" : '';
        return readAll(actor, engagementPath(engagementId), deadlineMs);
      }
    },
    async findMicrosofts(actor, own, deadlineMs) {
      if (own.engagementId === null) return null;
      return findMicrosofts(await client.listEngagement(actor, own.engagementId, deadlineMs), own.id);
    },
    async get(actor, id, deadlineMs) {
      const { body } = await service.send(actor, { method: 'GET', path: `${ROOT}/${id}` }, deadlineMs);
      return orUnreadable(readReferral(body), 'none');
    },
    async create(actor, body, deadlineMs) {
      const answer = await service.send(actor, { method: 'POST', path: ROOT, body }, deadlineMs);
      return orUnreadable(readReferral(answer.body), 'real');
    },
    async patch(actor, { id, patch, eTag, deadlineMs }) {
      const headers = { 'if-match': eTag, prefer: 'return=representation' };
      const request = { method: 'PATCH', path: `${ROOT}/${id}`, headers, body: patch } as const;
      const { body } = await service.send(actor, request, deadlineMs);
      return readReferral(body) ?? client.get(actor, id, deadlineMs);
    },
  };
  return client;
}

function orUnreadable(record: WireReferral | null, doubt: 'none' | 'real'): WireReferral {
  if (record) return record;
  throw new RemoteSilence('partner center', 'unreadable', doubt);
}
