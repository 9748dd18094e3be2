import type { StoredDeal } from './deal-schema.ts';

/** Finds deals without looking at all of them; who may see what it finds is not its matter. */
export interface DealIndex {
  /** The deals with this id, in either case; more than one only where somebody wrote so into the file. */
  withId(id: string): readonly StoredDeal[];
  /** Newest first; of the same moment, the one stored later first. */
  ofTenant(tenantId: string): readonly StoredDeal[];
  /** Those whose team has this object id, in the same order. */
  ofMember(objectId: string): readonly StoredDeal[];
}

/** Each part is made when it is first asked for, by looking at every deal once. */
export function indexDeals(deals: readonly StoredDeal[]): DealIndex {
  const ids = once(() => groupBy(deals, ({ referral }) => [referral.id]));
  const tenants = once(() => groupBy(deals, ({ referral }) => [referral.tenantId]));
  const members = once(() => groupBy(deals, membersOf));
  return {
    withId: (id) => ids().get(id.toLowerCase()) ?? [],
    ofTenant: (tenantId) => newestFirst(tenants().get(tenantId.toLowerCase()) ?? []),
    ofMember: (objectId) => newestFirst(members().get(objectId.toLowerCase()) ?? []),
  };
}

/** All deals, newest first; of the same moment, the one stored later first. */
export function newestFirst(deals: readonly StoredDeal[]): StoredDeal[] {
  // Times in ISO UTC sort as they are. Most deals are stored in order, so that this is nearly one pass.
  return [...deals].reverse().sort(({ referral: a }, { referral: b }) => {
    if (a.createdAt === b.createdAt) return 0;
    return a.createdAt < b.createdAt ? 1 : -1;
  });
}

function membersOf({ referral }: StoredDeal): string[] {
  return referral.team.flatMap(({ objectId }) => (objectId === undefined ? [] : [objectId]));
}

/** By names in lower case; a deal that has a name twice is there once. */
function groupBy(
  deals: readonly StoredDeal[],
  namesOf: (deal: StoredDeal) => readonly string[],
): ReadonlyMap<string, readonly StoredDeal[]> {
  const groups = new Map<string, StoredDeal[]>();
  for (const deal of deals) {
    for (const name of namesOf(deal)) {
      const group = groups.get(name.toLowerCase());
      if (group === undefined) groups.set(name.toLowerCase(), [deal]);
      else if (group.at(-1) !== deal) group.push(deal);
    }
  }
  return groups;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
