import type { FakeUser } from './entra.ts';

export interface FakeGroup {
  readonly tenantId: string;
  readonly id: string;
  readonly displayName: string;
  /** Ids of users and of further groups. */
  readonly members: readonly string[];
}

export interface RoleHolding {
  readonly tenantId: string;
  /** The role template's id. */
  readonly roleId: string;
  /** A user, a group, or a service principal's id that is neither. */
  readonly principalId: string;
  /** `/` is tenant-wide. */
  readonly scope?: string;
  /** True where the role must be activated first. */
  readonly isEligibleOnly?: boolean;
}

/** Everything that the stand-in knows, of all tenants. */
export interface GraphData {
  readonly users: readonly FakeUser[];
  readonly groups?: readonly FakeGroup[];
  readonly roles?: readonly RoleHolding[];
}

export type Item = Record<string, unknown>;

function toUser(user: FakeUser): Item {
  const [givenName = '', ...rest] = user.displayName.split(' ');
  return {
    '@odata.type': '#microsoft.graph.user',
    id: user.objectId,
    displayName: user.displayName,
    givenName,
    surname: rest.join(' '),
    mail: user.email,
    userPrincipalName: user.isGuest ? `${user.email.replace('@', '_')}#EXT#@home.example` : user.email,
    userType: user.isGuest ? 'Guest' : 'Member',
    businessPhones: ['+39 055 000000'],
    mobilePhone: null,
  };
}

/** A tenant's directory as Graph shows it to one caller. */
export class TenantView {
  readonly #data: GraphData;
  readonly #tenantId: string;

  constructor(data: GraphData, tenantId: string) {
    this.#data = data;
    this.#tenantId = tenantId;
  }

  get users(): Item[] {
    return this.#data.users.filter(({ tenantId }) => tenantId === this.#tenantId).map(toUser);
  }

  get groups(): FakeGroup[] {
    return (this.#data.groups ?? []).filter(({ tenantId }) => tenantId === this.#tenantId);
  }

  /** The directory object by id: user, group, or else a service principal. */
  principal(id: string): Item {
    const user = this.users.find((one) => one['id'] === id);
    if (user) return user;
    const group = this.groups.find((one) => one.id === id);
    if (group) return { '@odata.type': '#microsoft.graph.group', id, displayName: group.displayName };
    return { '@odata.type': '#microsoft.graph.servicePrincipal', id, displayName: 'A service' };
  }

  membersOf(groupId: string, isTransitive: boolean): Item[] {
    const seen = new Set<string>([groupId]);
    const walk = (id: string): Item[] =>
      (this.groups.find((one) => one.id === id)?.members ?? []).flatMap((member) => {
        if (seen.has(member)) return [];
        seen.add(member);
        return [this.principal(member), ...(isTransitive ? walk(member) : [])];
      });
    return walk(groupId);
  }

  holdings(roleId: string, isEligibleOnly: boolean): Item[] {
    return (this.#data.roles ?? [])
      .filter((one) => one.tenantId === this.#tenantId && one.roleId === roleId)
      .filter((one) => (one.isEligibleOnly ?? false) === isEligibleOnly)
      .map(({ principalId, scope = '/' }, index) => ({
        id: `${roleId}-${index}`,
        principalId,
        directoryScopeId: scope,
        roleDefinitionId: roleId,
        principal: this.principal(principalId),
      }));
  }
}
