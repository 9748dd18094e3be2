import type { Activity } from 'botbuilder';
import * as z from 'zod';
import type { Directory, Person } from '../directory/directory.ts';
import { AppError } from '../errors.ts';
import type { Actor } from '../referrals/gateway.ts';

const channelTenant = z.object({ tenant: z.object({ id: z.string().min(1) }) });

/** Who acts, and what the directory knows of that person. */
export interface Identity {
  readonly actor: Actor;
  readonly person: Person | null;
}

/**
 * Takes the person from the authenticated activity, never from text. Someone who has no Entra identity
 * there is known by the channel's id alone, and so has no role and no deals.
 *
 * @param trusted channels that say truly who somebody is; in others (Direct Line) the client itself fills in
 *   the Entra ids. Absent means all.
 */
export function actorOf(activity: Partial<Activity>, trusted?: readonly string[]): Actor {
  const tenant = channelTenant.safeParse(activity.channelData);
  const tenantId = (tenant.success ? tenant.data.tenant.id : activity.conversation?.tenantId) ?? '';
  const objectId = activity.from?.aadObjectId ?? '';
  // GUIDs are the same in either case, and channels don't agree on one.
  const isTrusted = trusted?.includes(activity.channelId ?? '') ?? true;
  if (isTrusted && tenantId !== '' && objectId !== '')
    return { tenantId: tenantId.toLowerCase(), objectId: objectId.toLowerCase() };
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
