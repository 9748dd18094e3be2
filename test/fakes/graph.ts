import { FilterError, readFilter } from './odata-filter.ts';
import {
  headerOf,
  startWireServer,
  type WireReply,
  type WireRequest,
  type WireServer,
} from './wire-server.ts';
import type { Claims } from './jwt.ts';
import { TenantView, type GraphData, type Item } from './graph-tenant.ts';

const GRAPH_AUDIENCE = 'https://graph.microsoft.com';

/** What may be refused or failing, one by one. */
export type GraphFeature = 'roleAssignments' | 'directoryRoles' | 'eligibility' | 'groups' | 'users';

export interface GraphOptions extends GraphData {
  readonly verifyToken: (token: string, audience: string) => Claims | null;
  /** Items a page at most. */
  readonly pageSize?: number;
}

export interface Graph extends WireServer {
  /** From now on the feature answers 403, as without the permission; `allow` lifts it. */
  deny(feature: GraphFeature): void;
  allow(feature: GraphFeature): void;
}

class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

function select(item: Item, names: string | null): Item {
  if (!names) return item;
  const wanted = ['@odata.type', ...names.split(',')];
  return Object.fromEntries(Object.entries(item).filter(([name]) => wanted.includes(name)));
}

function readRoleId(request: WireRequest): string {
  const id = /^roleDefinitionId eq '([\da-f-]{36})'$/.exec(request.query.get('$filter') ?? '')?.[1];
  if (!id) throw new GraphError(400, 'Request_BadRequest', 'A filter on roleDefinitionId is needed.');
  return id;
}

function listHoldings(view: TenantView, request: WireRequest, isEligibleOnly: boolean): Item[] {
  const items = view.holdings(readRoleId(request), isEligibleOnly);
  return request.query.get('$expand') === 'principal'
    ? items
    : items.map((item) => ({ ...item, principal: undefined }));
}

function listRoleMembers(view: TenantView, roleId: string, request: WireRequest): Item[] {
  if (request.query.has('$top')) throw new GraphError(400, 'Request_BadRequest', '$top is not supported.');
  const holdings = view.holdings(roleId, false).filter((one) => one['directoryScopeId'] === '/');
  if (holdings.length === 0)
    throw new GraphError(404, 'Request_ResourceNotFound', 'The role was never activated.');
  return holdings.map((one) => one['principal'] as Item);
}

function listGroups(view: TenantView, request: WireRequest): Item[] {
  const rules = { properties: ['displayName', 'id'], guids: 'quoted' } as const;
  const filter = request.query.get('$filter');
  const keep = filter ? readFilter(filter, rules) : () => true;
  return view.groups.map(({ id }) => view.principal(id)).filter(keep);
}

/** The items at a path, with the feature they belong to; null where the path is none of Graph's here. */
function find(view: TenantView, request: WireRequest): { feature: GraphFeature; items: () => Item[] } | null {
  const path = request.path.replace(/^\/v1\.0\//, '');
  if (path === 'roleManagement/directory/roleAssignments') {
    return { feature: 'roleAssignments', items: () => listHoldings(view, request, false) };
  }
  if (path === 'roleManagement/directory/roleEligibilityScheduleInstances') {
    return { feature: 'eligibility', items: () => listHoldings(view, request, true) };
  }
  const roleId = /^directoryRoles\(roleTemplateId='([^']+)'\)\/members$/.exec(path)?.[1];
  if (roleId) return { feature: 'directoryRoles', items: () => listRoleMembers(view, roleId, request) };
  if (path === 'groups') return { feature: 'groups', items: () => listGroups(view, request) };
  const members = /^groups\/([^/]+)\/(members|transitiveMembers)(\/microsoft\.graph\.user)?$/.exec(path);
  if (!members?.[1]) return null;
  const [, groupId, kind, cast] = members;
  const all = (): Item[] => view.membersOf(groupId, kind === 'transitiveMembers');
  const isUser = (item: Item): boolean => item['@odata.type'] === '#microsoft.graph.user';
  return { feature: 'groups', items: () => (cast ? all().filter(isUser) : all()) };
}

function answerUser(view: TenantView, request: WireRequest, claims: Claims): WireReply | null {
  const id = /^\/v1\.0\/(me|users\/([^/]+))$/.exec(request.path);
  if (!id) return null;
  const user = view.users.find((one) => one['id'] === (id[2] ?? claims['oid']));
  if (!user) throw new GraphError(404, 'Request_ResourceNotFound', 'There is no such user.');
  return { status: 200, body: select(user, request.query.get('$select')) };
}

function answerPage(items: readonly Item[], request: WireRequest, pageSize: number): WireReply {
  const start = Number(request.query.get('$skiptoken') ?? 0);
  const next = new URLSearchParams(request.query);
  next.set('$skiptoken', String(start + pageSize));
  const link = `http://${headerOf(request, 'host')}${request.path}?${next.toString()}`;
  const value = items
    .slice(start, start + pageSize)
    .map((item) => select(item, request.query.get('$select')));
  const more = start + pageSize < items.length ? { '@odata.nextLink': link } : {};
  return { status: 200, body: { '@odata.context': `${GRAPH_AUDIENCE}/v1.0/$metadata`, value, ...more } };
}

function answer(request: WireRequest, options: GraphOptions, denied: ReadonlySet<GraphFeature>): WireReply {
  const token = /^Bearer (.+)$/.exec(headerOf(request, 'authorization'))?.[1];
  const claims = token ? options.verifyToken(token, GRAPH_AUDIENCE) : null;
  if (!claims) throw new GraphError(401, 'InvalidAuthenticationToken', 'Access token is empty or not valid.');
  const view = new TenantView(options, String(claims['tid']));
  const forbidden = new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges.');
  const isAboutUser = /^\/v1\.0\/(me|users\/)/.test(request.path);
  if (isAboutUser && denied.has('users')) throw forbidden;
  const user = answerUser(view, request, claims);
  if (user) return user;
  const found = find(view, request);
  if (!found) throw new GraphError(404, 'ResourceNotFound', `Nothing is at ${request.path}.`);
  if (denied.has(found.feature)) throw forbidden;
  return answerPage(found.items(), request, options.pageSize ?? 100);
}

function toReply(error: unknown): WireReply {
  if (error instanceof FilterError) {
    return { status: 400, body: { error: { code: 'Request_UnsupportedQuery', message: error.message } } };
  }
  if (!(error instanceof GraphError)) throw error;
  const innerError = { date: new Date().toISOString(), 'request-id': crypto.randomUUID() };
  return { status: error.status, body: { error: { code: error.code, message: error.message, innerError } } };
}

/** Starts a stand-in for graph.microsoft.com with the directories of several tenants. */
export async function startGraph(options: GraphOptions): Promise<Graph> {
  const denied = new Set<GraphFeature>();
  const server = await startWireServer((request) => {
    try {
      return answer(request, options, denied);
    } catch (error) {
      return toReply(error);
    }
  });
  return {
    ...server,
    deny: (feature) => void denied.add(feature),
    allow: (feature) => void denied.delete(feature),
  };
}
