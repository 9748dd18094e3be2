import type { Actor } from '../identity/actor.ts';

/** The roles that matter here. Partner Center's own, but for the two Entra roles at the end. */
export type PartnerRole =
  | 'referrals-admin'
  | 'referrals-user'
  | 'account-admin'
  | 'business-profile-admin'
  | 'global-admin'
  | 'user-admin';

/** The partner company a person works for, as far as it shapes a deal. */
export interface CompanyProfile {
  readonly name: string;
  /** ISO 4217; proposed as the deal's currency. */
  readonly currency: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  /** PartnerID locations; a deal asks for one only where there are several. */
  readonly locations: readonly { readonly id: string; readonly name: string }[];
}

export interface Person {
  readonly tenantId: string;
  readonly objectId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  /** Null where roles can't be known (no API tells them), empty where the person has none. */
  readonly roles: readonly PartnerRole[] | null;
  readonly company: CompanyProfile;
  /** True for the invented people of the sample company. */
  readonly isSample: boolean;
}

/** Someone who can grant access, with where that is known from. */
export interface Admin {
  readonly name: string;
  readonly email: string;
  /** Null where unknown. */
  readonly objectId: string | null;
  readonly role: PartnerRole;
  readonly isGuest: boolean;
  /** `company-list` is maintained by the company itself; `graph` is read from Entra. */
  readonly source: 'sample' | 'company-list' | 'graph';
  /** ISO UTC, when the fact was read or written. */
  readonly asOf: string;
  /** True when the role has to be activated first (privileged identity management). */
  readonly isEligibleOnly?: boolean;
}

/** Port to people. */
export interface Directory {
  /** Null when the person isn't known: such a person has no role and no deals. */
  findPerson(actor: Actor): Promise<Person | null>;
  /**
   * The people of the actor's own company that the company lists, without the actor, by name; empty where it lists
   * nobody. Not everybody whom a tenant knows.
   */
  listColleagues(actor: Actor): Promise<readonly Person[]>;
  /** Account admins first, then others who can grant roles; empty where nobody is known. */
  listAdmins(actor: Actor): Promise<readonly Admin[]>;
}

/** Whether a person gives roles to others, and to themselves: an account admin, or a global admin (roles page). */
export function canGrantRoles(person: Person | null): boolean {
  return person?.roles?.some((role) => role === 'account-admin' || role === 'global-admin') ?? false;
}
