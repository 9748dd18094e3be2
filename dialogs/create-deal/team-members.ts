import type { Person } from '../../src/directory/directory.ts';
import { toPhrase } from '../../src/language/flat.ts';
import type { TeamMember } from '../../src/referrals/referral.ts';
import { toMember } from '../../src/referrals/team.ts';
import { fullName } from './colleagues.ts';
import { dealSchemas } from './values.ts';
import type { DealContext, DealValues } from './values.ts';

/** The people beside the creator, as the draft keeps them. */
export type Team = DealValues['team'];

/** The further members that go into the deal: nobody twice, and not its creator. */
export function otherMembers(context: DealContext): readonly TeamMember[] {
  return listed(context).filter((member) => !isCreator(member, context));
}

/** Whether a typed name or address is this member's. */
export function isCalled(member: TeamMember, typed: string): boolean {
  const said = toPhrase(typed);
  const names = [fullName(member), member.firstName, member.lastName, member.email];
  return said !== '' && names.some((name) => toPhrase(name) === said);
}

/** A colleague as a member; null where phone or address isn't known, which the service wants. */
export function wholeMember(person: Person): Team[number] | null {
  const member = toMember(person);
  const parsed = dealSchemas.team.element.safeParse(member);
  return parsed.success ? parsed.data : null;
}

/** The creator is on the team already, as our contact. */
export function isCreator(member: TeamMember, { turn, values, facts }: DealContext): boolean {
  if (member.objectId?.toLowerCase() === turn.actor.objectId.toLowerCase()) return true;
  const own = [values.ownContact?.email, facts.person?.email].map((email) => email?.toLowerCase());
  return own.includes(member.email.toLowerCase());
}

/** The same person: by address. */
export const isSame = (one: TeamMember, other: TeamMember): boolean =>
  one.email.toLowerCase() === other.email.toLowerCase();

/** What tells one member from another. */
export const keyOf = ({ email }: TeamMember): string => email.toLowerCase();

/** Somebody listed is known by name; of somebody typed all is shown, since all of it is confirmed. */
export function shownMember(member: TeamMember): string {
  return member.objectId === undefined
    ? `${fullName(member)} (${member.email}, ${member.phone})`
    : fullName(member);
}

/** What the draft holds. */
export const listed = ({ values }: DealContext): Team => values.team ?? [];

/** The team with more people, each once. */
export function joined(now: Team, more: readonly TeamMember[]): Team {
  const fresh = more.filter((member) => !now.some((other) => isSame(other, member)));
  return [...now, ...fresh].map(({ firstName, lastName, phone, email, objectId }) => ({
    firstName,
    lastName,
    phone,
    email,
    ...(objectId === undefined ? {} : { objectId }),
  }));
}
