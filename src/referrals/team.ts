import type { Person } from '../directory/directory.ts';
import type { TeamMember } from './referral.ts';
import type { Actor } from '../identity/actor.ts';

/** A person of the directory as a member of a deal's team. */
export function toMember({ firstName, lastName, phone, email, objectId }: Person): TeamMember {
  return { firstName, lastName, phone, email, objectId };
}

/** True when the actor is on the team, by object id: names and addresses prove nothing. */
export function isOnTeam(team: readonly TeamMember[], { objectId }: Actor): boolean {
  return team.some((member) => member.objectId?.toLowerCase() === objectId.toLowerCase());
}

/**
 * The team with the creator's object id on their own entry; a creator who isn't on it is put first. A
 * referrals user would otherwise not see the deal just created.
 */
export function withCreator(team: readonly TeamMember[], creator: Person): TeamMember[] {
  if (isOnTeam(team, creator)) return [...team];
  const email = creator.email.toLowerCase();
  const own = team.findIndex(
    (member) => member.objectId === undefined && member.email.toLowerCase() === email,
  );
  if (own < 0) return [toMember(creator), ...team];
  return team.map((member, index) => (index === own ? { ...member, objectId: creator.objectId } : member));
}
