import { LRUCache } from 'lru-cache';
import { AppError } from '../errors.ts';
import { RemoteRefusal, RemoteSilence } from '../remote/failure.ts';
import type { RemoteService } from '../remote/remote-service.ts';
import type { Admin, CompanyProfile, Directory, PartnerRole, Person } from './directory.ts';
import { emailOf, graphObjectSchema, PEOPLE_SELECT } from './graph-people.ts';
import { readRoleHolders } from './graph-roles.ts';
import { type Actor, personKey } from '../identity/actor.ts';

export interface GraphDirectoryOptions {
  /** Microsoft Graph: its origin is https://graph.microsoft.com. */
  readonly service: RemoteService;
  /** What the company maintains itself: the roles that Graph doesn't know, and people with their roles. */
  readonly listed: Directory;
  /** The company of a tenant, for people who aren't on the list; null where the tenant isn't a customer. */
  readonly companyOf: (tenantId: string) => CompanyProfile | null;
  /** Milliseconds for which what was read holds; role changes may take an hour to show anyway. */
  readonly cacheMs?: number;
  /** Milliseconds that one operation may take with all its calls. */
  readonly operationMs?: number;
  readonly now?: () => Date;
}

/** In the order in which they are best asked. */
const GRANTING_ROLES: readonly PartnerRole[] = ['account-admin', 'global-admin', 'user-admin'];
/** People whose reading is kept at most. */
const CACHE_SIZE = 500;

/** People and administrators as Graph knows them, with what the company's own list adds. */
export function createGraphDirectory(options: GraphDirectoryOptions): Directory {
  const people = createCache<Person | null>(options);
  const admins = createCache<Admin[]>(options);
  const { listed } = options;
  return {
    async findPerson(actor) {
      const own = await listed.findPerson(actor);
      return own ?? people.read(actor, () => readPerson(options, actor)).catch(toNameless(options, actor));
    },
    // Reading everybody of a tenant would take a permission of its own, for a list that holds far more than sellers.
    listColleagues: (actor) => listed.listColleagues(actor),
    async listAdmins(actor) {
      const own = await listed.listAdmins(actor);
      try {
        return merge(own, await admins.read(actor, () => readAdmins(options, actor)));
      } catch (error) {
        // The company's own list is worth having alone.
        if (own.length > 0 && error instanceof AppError) return own;
        throw error;
      }
    },
  };
}

const deadlineOf = ({ operationMs = 8000 }: GraphDirectoryOptions): number => Date.now() + operationMs;

async function readAdmins(options: GraphDirectoryOptions, actor: Actor): Promise<Admin[]> {
  const { service, now = () => new Date() } = options;
  try {
    return await readRoleHolders({ service, actor, deadlineMs: deadlineOf(options) }, now().toISOString());
  } catch (error) {
    if (error instanceof RemoteRefusal && error.status === 403 && error.claims === null) return [];
    throw toAppError(error);
  }
}

/**
 * Questions are answered without sign-in and while Graph is away: then the person is known by id and company
 * alone, without name and address, and what needs more asks for the sign-in itself.
 */
function toNameless(options: GraphDirectoryOptions, actor: Actor): (error: unknown) => Person | null {
  return (error) => {
    if (!(error instanceof AppError) || error.code === 'refused') throw error;
    const company = options.companyOf(actor.tenantId);
    const nameless = { firstName: '', lastName: '', email: '', phone: '', roles: null, isSample: false };
    return company && { ...actor, ...nameless, company };
  };
}

/** The actor's own entry: roles in Partner Center are in no API, so they are unknown. */
async function readPerson(options: GraphDirectoryOptions, actor: Actor): Promise<Person | null> {
  const company = options.companyOf(actor.tenantId);
  if (!company) return null;
  try {
    const request = { method: 'GET', path: `/v1.0/me?${PEOPLE_SELECT}` } as const;
    const { body } = await options.service.send(actor, request, deadlineOf(options));
    const read = graphObjectSchema.safeParse(body);
    if (!read.success) throw new RemoteSilence('graph', 'unreadable', 'none', read.error);
    const user = read.data;
    if (user.id.toLowerCase() !== actor.objectId.toLowerCase()) return null;
    const [first = '', ...rest] = (user.displayName ?? '').split(' ');
    return {
      ...actor,
      firstName: user.givenName ?? first,
      lastName: user.surname ?? rest.join(' '),
      email: emailOf(user),
      phone: user.businessPhones[0] ?? user.mobilePhone ?? '',
      roles: null,
      company,
      isSample: false,
    };
  } catch (error) {
    if (error instanceof RemoteRefusal && [403, 404].includes(error.status) && error.claims === null)
      return null;
    throw toAppError(error);
  }
}

function toAppError(error: unknown): unknown {
  if (error instanceof RemoteSilence) {
    return new AppError('unreachable', error.message, { cause: error, details: { reason: error.reason } });
  }
  if (!(error instanceof RemoteRefusal)) return error;
  const { claims, message, status } = error;
  if (claims !== null)
    return new AppError('unauthorized', message, {
      cause: error,
      details: { reason: 'claims', audience: 'graph', claims },
    });
  const isSignedOut = status === 401;
  const details = { reason: isSignedOut ? 'not-signed-in' : String(status), audience: 'graph' };
  return new AppError(isSignedOut ? 'unauthorized' : 'refused', message, { cause: error, details });
}

/** Who holds a role is told once: as Graph has it now, else as the company wrote it down. */
function merge(own: readonly Admin[], read: readonly Admin[]): Admin[] {
  const isRead = (listed: Admin): boolean =>
    read.some(
      (one) =>
        one.role === listed.role &&
        (one.objectId === listed.objectId || one.email.toLowerCase() === listed.email.toLowerCase()),
    );
  const all = [...own.filter((one) => !isRead(one)), ...read];
  return all.sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ role, isEligibleOnly }: Admin): number {
  const rank = GRANTING_ROLES.indexOf(role);
  return (rank < 0 ? GRANTING_ROLES.length : rank) * 2 + (isEligibleOnly ? 1 : 0);
}

interface Cache<T> {
  read(actor: Actor, load: () => Promise<T>): Promise<T>;
}

/** By person, not by tenant: what one may read is not for another to see. */
function createCache<T>({ cacheMs = 600_000, now = () => new Date() }: GraphDirectoryOptions): Cache<T> {
  const kept = new LRUCache<string, { readonly value: T }>({
    max: CACHE_SIZE,
    ttl: cacheMs,
    ttlResolution: 0,
    perf: { now: () => now().getTime() },
  });
  return {
    async read(actor, load) {
      const key = personKey(actor);
      const found = kept.get(key);
      if (found !== undefined) return found.value;
      const value = await load();
      kept.set(key, { value });
      return value;
    },
  };
}
