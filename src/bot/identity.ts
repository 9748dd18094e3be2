import type { Activity } from 'botbuilder';
import * as z from 'zod';
import type { Directory, Person } from '../directory/directory.ts';
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
 */
export function actorOf(activity: Partial<Activity>): Actor {
  const tenant = channelTenant.safeParse(activity.channelData);
  const tenantId = (tenant.success ? tenant.data.tenant.id : activity.conversation?.tenantId) ?? '';
  const objectId = activity.from?.aadObjectId ?? '';
  // GUIDs are the same in either case, and channels don't agree on one.
  if (tenantId !== '' && objectId !== '')
    return { tenantId: tenantId.toLowerCase(), objectId: objectId.toLowerCase() };
  return { tenantId: `channel:${activity.channelId ?? ''}`, objectId: activity.from?.id ?? '' };
}

/**
 * Finds the person behind an activity. `demoActor` is set only in embedded mode without an app id: then
 * an unknown local user acts as that sample person.
 */
export async function identify(
  activity: Partial<Activity>,
  directory: Directory,
  demoActor: Actor | null,
): Promise<Identity> {
  const actor = actorOf(activity);
  const person = await directory.findPerson(actor);
  if (person !== null || demoActor === null) return { actor, person };
  return { actor: demoActor, person: await directory.findPerson(demoActor) };
}
