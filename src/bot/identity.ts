import type { Activity } from 'botbuilder';
import * as z from 'zod';
import type { Directory, Person } from '../directory/directory.ts';
import { AppError } from '../errors.ts';
import type { Actor } from '../identity/actor.ts';

const tenantId = z.string().min(1);
const senderTenant = z.object({ tenantId });
const channelTenant = z.object({ tenant: z.object({ id: tenantId }) });

/** Who acts, and what the directory knows of that person. */
export interface Identity {
  readonly actor: Actor;
  readonly person: Person | null;
}

/**
 * The tenant that the sender belongs to, in lower case, null where the activity names none. In a chat with guests
 * the sender's own comes before that of the message, and that before the conversation's.
 */
export function tenantOf({ from, channelData, conversation }: Partial<Activity>): string | null {
  // Most channels name neither, and a schema takes long to say no.
  const own = Object.hasOwn(from ?? {}, 'tenantId') ? senderTenant.safeParse(from).data : undefined;
  const isToldByChannel = own === undefined && Object.hasOwn((channelData as object | null) ?? {}, 'tenant');
  const channel = isToldByChannel ? channelTenant.safeParse(channelData).data : undefined;
  const named = own?.tenantId ?? channel?.tenant.id ?? null;
  // GUIDs are the same in either case, and channels don't agree on one.
  return (named ?? (conversation?.tenantId || null))?.toLowerCase() ?? null;
}

/**
 * Takes the person from the authenticated activity, never from text. Someone who has no Entra identity
 * there is known by the channel's id alone, and so has no role and no deals.
 *
 * @param trusted channels that say truly who somebody is; in others (Direct Line) the client itself fills in
 *   the Entra ids. Absent means all.
 */
export function actorOf(activity: Partial<Activity>, trusted?: readonly string[]): Actor {
  const tenant = tenantOf(activity);
  const objectId = activity.from?.aadObjectId ?? '';
  const isTrusted = trusted?.includes(activity.channelId ?? '') ?? true;
  if (isTrusted && tenant !== null && objectId !== '')
    return { tenantId: tenant, objectId: objectId.toLowerCase() };
  return { tenantId: `channel:${activity.channelId ?? ''}`, objectId: activity.from?.id ?? '' };
}

/** Null too while the directory is away: questions are answered all the same. */
async function findPersonIfPossible(directory: Directory, actor: Actor): Promise<Person | null> {
  try {
    return await directory.findPerson(actor);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/**
 * Finds the person behind an activity. `demoActor` is set only in embedded mode without an app id: then
 * an unknown local user acts as that sample person.
 */
export async function identify(
  activity: Partial<Activity>,
  directory: Directory,
  demoActor: Actor | null,
  trusted?: readonly string[],
): Promise<Identity> {
  const actor = actorOf(activity, trusted);
  const person = await findPersonIfPossible(directory, actor);
  if (person !== null || demoActor === null) return { actor, person };
  return { actor: demoActor, person: await directory.findPerson(demoActor) };
}
