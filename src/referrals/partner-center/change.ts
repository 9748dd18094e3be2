import { AppError } from '../../errors.ts';
import { RemoteRefusal, RemoteSilence } from '../../remote/failure.ts';
import type { PatchOperation } from './bodies.ts';
import type { PartnerCenterClient, RecordChange } from './client.ts';
import { toAppError } from './errors.ts';
import type { WireReferral } from './wire.ts';
import type { Actor } from '../../identity/actor.ts';

/**
 * Changes our record, and tells the truth when the answer got lost: it is read again and compared.
 *
 * @throws AppError `conflict` when somebody was faster; `refused` with `terminal-state` when it is closed;
 *   else as the service said.
 */
export async function changeRecord(
  client: PartnerCenterClient,
  actor: Actor,
  change: RecordChange,
): Promise<WireReferral> {
  try {
    return await client.patch(actor, change);
  } catch (error) {
    if (error instanceof RemoteRefusal && [400, 409, 412, 422].includes(error.status)) {
      throw await explainRefusal(client, actor, change, error);
    }
    if (!(error instanceof RemoteSilence) || error.doubt === 'none') throw toAppError(error);
    return confirmChange(client, actor, change, error);
  }
}

async function explainRefusal(
  client: PartnerCenterClient,
  actor: Actor,
  { id, deadlineMs }: RecordChange,
  refusal: RemoteRefusal,
): Promise<unknown> {
  const current = await client.get(actor, id, deadlineMs).catch(() => null);
  if (current?.status !== 'Closed') return toAppError(refusal);
  const details = { reason: 'terminal-state' };
  return new AppError('refused', `partner center: deal ${id} is closed`, { cause: refusal, details });
}

async function confirmChange(
  client: PartnerCenterClient,
  actor: Actor,
  change: RecordChange,
  silence: RemoteSilence,
): Promise<WireReferral> {
  const current = await client.get(actor, change.id, change.deadlineMs).catch(() => null);
  if (!current || current.eTag === change.eTag) throw toAppError(silence);
  if (change.patch.every((operation) => isDone(current, operation))) return current;
  const message = `partner center: deal ${change.id} was changed meanwhile`;
  throw new AppError('conflict', message, { cause: silence, details: { reason: 'resourceModified' } });
}

function isDone(record: WireReferral, { path, value }: PatchOperation): boolean {
  if (path.endsWith('/-')) return false;
  const there = path
    .slice(1)
    .split('/')
    .reduce<unknown>((place, name) => (place as Record<string, unknown> | null)?.[name], record);
  const isSameTime = typeof value === 'string' && Date.parse(value) === Date.parse(String(there));
  return there === value || isSameTime;
}
