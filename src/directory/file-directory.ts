import type { Admin, Directory, PartnerRole, Person } from './directory.ts';
import { personKey } from '../identity/actor.ts';

/** An administrator who need not be one of the listed people (a service provider, a colleague elsewhere). */
export interface ListedAdmin extends Omit<Admin, 'source' | 'asOf' | 'objectId' | 'isGuest'> {
  readonly tenantId: string;
  readonly objectId?: string | undefined;
  readonly isGuest?: boolean | undefined;
}

export interface FileDirectoryOptions {
  readonly people: readonly Person[];
  readonly admins?: readonly ListedAdmin[];
  /** ISO UTC: when the list was written, or laid. */
  readonly asOf: string;
}

/** Who can grant roles, the one to ask first at the front: only an account admin assigns referral roles. */
const GRANTING_ROLES: readonly PartnerRole[] = ['account-admin', 'global-admin', 'user-admin'];

/** A directory of listed people: the sample company's, or those of a file the company maintains. */
export function createFileDirectory({ people, admins = [], asOf }: FileDirectoryOptions): Directory {
  const byId = new Map(people.map((person) => [personKey(person), person]));
  const listed = [...people.flatMap((person) => adminsOf(person, asOf)), ...admins.map(toEntry(asOf))];
  return {
    findPerson: (actor) => Promise.resolve(byId.get(personKey(actor)) ?? null),
    listColleagues: (actor) => {
      const ours = people.filter(({ tenantId }) => isSameId(tenantId, actor.tenantId));
      const others = ours.filter(({ objectId }) => !isSameId(objectId, actor.objectId));
      return Promise.resolve(others.sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en')));
    },
    listAdmins: ({ tenantId }) => {
      const ours = listed.filter((entry) => isSameId(entry.tenantId, tenantId)).map(({ admin }) => admin);
      return Promise.resolve(ours.sort((a, b) => rankOf(a) - rankOf(b)));
    },
  };
}

interface AdminEntry {
  readonly tenantId: string;
  readonly admin: Admin;
}

function adminsOf(person: Person, asOf: string): AdminEntry[] {
  const roles = GRANTING_ROLES.filter((role) => person.roles?.includes(role));
  return roles.map((role) => ({
    tenantId: person.tenantId,
    admin: {
      name: nameOf(person),
      email: person.email,
      objectId: person.objectId,
      role,
      isGuest: false,
      source: person.isSample ? 'sample' : 'company-list',
      asOf,
    },
  }));
}

function nameOf({ firstName, lastName }: Person): string {
  return `${firstName} ${lastName}`;
}

function toEntry(asOf: string): (listed: ListedAdmin) => AdminEntry {
  return ({ tenantId, objectId, isGuest, ...admin }) => ({
    tenantId,
    admin: { ...admin, objectId: objectId ?? null, isGuest: isGuest ?? false, source: 'company-list', asOf },
  });
}

function rankOf(admin: Admin): number {
  const rank = GRANTING_ROLES.indexOf(admin.role);
  return rank < 0 ? GRANTING_ROLES.length : rank;
}

// GUIDs are the same in either case, and Teams and Entra don't agree on one.
function isSameId(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
