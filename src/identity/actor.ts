/** Who acts: taken from the authenticated activity, never from text. */
export interface Actor {
  readonly tenantId: string;
  /** Entra object id. */
  readonly objectId: string;
}

/**
 * The key of a person, whichever store or memory keeps something under it: `tenant|person` in lower case, since Entra
 * ids are the same in any case.
 */
export function personKey({ tenantId, objectId }: Actor): string {
  return `${tenantId}|${objectId}`.toLowerCase();
}
