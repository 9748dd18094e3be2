import * as z from 'zod';

const text = z.string().nullable().catch(null).default(null);

/** A directory object as Graph shows it; what is absent or of another type counts as unknown. */
export const graphObjectSchema = z.looseObject({
  '@odata.type': text,
  id: z.string(),
  displayName: text,
  givenName: text,
  surname: text,
  mail: text,
  userPrincipalName: text,
  userType: text,
  mobilePhone: text,
  businessPhones: z.array(z.string()).catch([]).default([]),
});

export type GraphObject = z.infer<typeof graphObjectSchema>;

/** A role held, by a user, a group or a service. */
export const graphHoldingSchema = z.looseObject({ directoryScopeId: text, principal: graphObjectSchema });

/** The properties asked for wherever people are read. */
export const PEOPLE_SELECT =
  '$select=id,displayName,givenName,surname,mail,userPrincipalName,userType,mobilePhone,businessPhones';

export const isUser = (object: GraphObject): boolean =>
  object['@odata.type'] === null || object['@odata.type'] === '#microsoft.graph.user';

export const isGroup = (object: GraphObject): boolean => object['@odata.type'] === '#microsoft.graph.group';

export function isGuest({ userType, userPrincipalName }: GraphObject): boolean {
  return userType === 'Guest' || (userPrincipalName?.includes('#EXT#') ?? false);
}

/** Where to write to; a guest's sign-in name is no address. Empty where none is known. */
export function emailOf({ mail, userPrincipalName }: GraphObject): string {
  const name = userPrincipalName ?? '';
  return mail ?? (name.includes('#EXT#') ? '' : name);
}
