import type { Admin, Directory, PartnerRole } from '../../src/directory/directory.ts';
import type { Actor } from '../../src/identity/actor.ts';
import { isCalled } from '../../src/lookup/person-names.ts';

/** Somebody else of the actor's company, or who gives roles there. */
export interface Colleague extends Pick<Admin, 'name' | 'email' | 'source'> {
  /** Null where roles can't be known. */
  readonly roles: readonly PartnerRole[] | null;
  /** ISO UTC; null where nobody says when it was written. */
  readonly asOf: string | null;
}

/** Those whose name holds all of these folded words. */
export async function colleaguesCalled(
  directory: Directory,
  actor: Actor,
  words: readonly string[],
): Promise<readonly Colleague[]> {
  const [people, admins] = await Promise.all([directory.listColleagues(actor), directory.listAdmins(actor)]);
  const listed = people.map(({ firstName, lastName, email, roles, isSample }): Colleague => ({
    name: `${firstName} ${lastName}`,
    email,
    roles,
    source: isSample ? 'sample' : 'company-list',
    asOf: null,
  }));
  const known = new Set(listed.map(({ email }) => email.toLowerCase()));
  const others = admins
    .filter(({ email, objectId }) => !known.has(email.toLowerCase()) && objectId !== actor.objectId)
    .map(({ name, email, role, source, asOf }): Colleague => ({ name, email, roles: [role], source, asOf }));
  return [...listed, ...others].filter(({ name }) => isCalled(name, words));
}
