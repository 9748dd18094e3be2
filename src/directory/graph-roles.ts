import type * as z from 'zod';
import { RemoteRefusal } from '../remote/failure.ts';
import { readItems } from '../remote/paging.ts';
import type { RemoteService } from '../remote/remote-service.ts';
import type { Admin, PartnerRole } from './directory.ts';
import {
  emailOf,
  graphHoldingSchema,
  graphObjectSchema,
  isGroup,
  isGuest,
  isUser,
  PEOPLE_SELECT,
  type GraphObject,
} from './graph-people.ts';
import type { Actor } from '../identity/actor.ts';

/** Templates of the two Entra roles that can grant access to Partner Center; the same in every tenant. */
const ROLE_TEMPLATES: readonly (readonly [PartnerRole, string])[] = [
  ['global-admin', '62e90394-69f5-4237-9190-012177145e10'],
  ['user-admin', 'fe930be7-5e62-47db-91af-98c3a49a38b1'],
];

interface Query {
  readonly service: RemoteService;
  readonly actor: Actor;
  readonly deadlineMs: number;
}

/**
 * Who holds the two roles tenant-wide, by the unified role API, else by the older one; and who may activate
 * them, where that may be read.
 *
 * @throws RemoteRefusal where neither way is permitted, RemoteSilence, or what the token source throws.
 */
export async function readRoleHolders(query: Query, asOf: string): Promise<Admin[]> {
  const admins: Admin[] = [];
  for (const [role, template] of ROLE_TEMPLATES) {
    const holders = await readHolders(query, template);
    const eligible = await readEligible(query, template);
    admins.push(...holders.map((user) => toAdmin(user, role, asOf)));
    const isNew = (user: GraphObject): boolean => !holders.some(({ id }) => id === user.id);
    admins.push(
      ...eligible.filter(isNew).map((user) => ({ ...toAdmin(user, role, asOf), isEligibleOnly: true })),
    );
  }
  return admins;
}

function toAdmin(user: GraphObject, role: PartnerRole, asOf: string): Admin {
  const email = emailOf(user);
  const name = user.displayName ?? email;
  return { name, email, objectId: user.id, role, isGuest: isGuest(user), source: 'graph', asOf };
}

async function readHolders(query: Query, template: string): Promise<GraphObject[]> {
  try {
    return await readUnified(query, 'roleAssignments', template);
  } catch (error) {
    if (!isNotPermitted(error)) throw error;
    return readRoleMembers(query, template);
  }
}

async function readEligible(query: Query, template: string): Promise<GraphObject[]> {
  try {
    return await readUnified(query, 'roleEligibilityScheduleInstances', template);
  } catch (error) {
    if (isNotPermitted(error)) return [];
    throw error;
  }
}

async function readUnified(query: Query, collection: string, template: string): Promise<GraphObject[]> {
  const filter = encodeURIComponent(`roleDefinitionId eq '${template}'`);
  const path = `/v1.0/roleManagement/directory/${collection}?$filter=${filter}&$expand=principal`;
  const holdings = await readList(query, path, graphHoldingSchema);
  const principals = holdings.filter((one) => one.directoryScopeId === '/').map(({ principal }) => principal);
  return expand(query, principals);
}

async function readRoleMembers(query: Query, template: string): Promise<GraphObject[]> {
  const path = `/v1.0/directoryRoles(roleTemplateId='${template}')/members?${PEOPLE_SELECT}`;
  try {
    return await expand(query, await readList(query, path, graphObjectSchema));
  } catch (error) {
    // A role that nobody was ever given is not there.
    if (error instanceof RemoteRefusal && error.status === 404) return [];
    throw error;
  }
}

/** People, each once: users as they are, groups by their members, services left out. */
async function expand(query: Query, principals: readonly GraphObject[]): Promise<GraphObject[]> {
  const found = new Map<string, GraphObject>();
  for (const principal of principals) {
    const users = isGroup(principal) ? await readGroup(query, principal.id) : [principal].filter(isUser);
    for (const user of users) found.set(user.id, user);
  }
  return [...found.values()];
}

async function readGroup(query: Query, id: string): Promise<GraphObject[]> {
  const path = `/v1.0/groups/${encodeURIComponent(id)}/transitiveMembers/microsoft.graph.user?${PEOPLE_SELECT}`;
  try {
    return await readList(query, path, graphObjectSchema);
  } catch (error) {
    if (isNotPermitted(error)) return [];
    throw error;
  }
}

async function readList<T>(query: Query, path: string, schema: z.ZodType<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of readItems(query.service, query.actor, path, query.deadlineMs)) {
    const parsed = schema.safeParse(item);
    if (parsed.success) items.push(parsed.data);
  }
  return items;
}

function isNotPermitted(error: unknown): boolean {
  return error instanceof RemoteRefusal && error.claims === null && [400, 403, 404].includes(error.status);
}
