import type { Person } from '../../src/directory/directory.ts';

/**
 * Whether a person may have deals to see: a referrals admin or user. Roles that can't be known (null) don't
 * rule it out; somebody whom the directory doesn't know has none.
 */
export function mayHaveDeals(person: Person | null): boolean {
  if (person === null) return false;
  return person.roles?.some((role) => role === 'referrals-admin' || role === 'referrals-user') ?? true;
}
