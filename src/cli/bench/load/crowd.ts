import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stage } from '../../../../test/fakes/stage.ts';

/** One of the many who write at once. */
export interface LoadPerson {
  readonly number: number;
  readonly tenantId: string;
  readonly objectId: string;
  readonly email: string;
  readonly displayName: string;
  /** A solution of their company, as they name it. */
  readonly solution: string;
}

/** Stand-ins for Microsoft's services, with a crowd of sellers, and the environment of a bot that uses them. */
export interface LoadStage {
  readonly people: readonly LoadPerson[];
  readonly env: Readonly<Record<string, string>>;
  /** What Teams would send for this person to sign them in without a page. */
  ssoToken(person: LoadPerson): string;
  /** How often Partner Center was called since the last time, by the caller's Entra id. */
  takeCallers(): ReadonlyMap<string, number>;
  /** Customers of the deals that Partner Center has. */
  customers(): ReadonlySet<string>;
  /** From now on Partner Center answers so much later, having done at once what was asked. */
  slowDown(delayMs: number): void;
  close(): Promise<void>;
}

/**
 * Starts the stand-ins with sellers of two companies, half of them each: one company alone has a budget of messages
 * at once (TURNS_PER_TENANT), which the largest load is over.
 *
 * @param dir where the lists of the companies are written
 */
export async function openLoadStage(dir: string, size: number): Promise<LoadStage> {
  const fakes = await import('../../../../test/fakes/stage.ts');
  const { environmentOf, writeCompanyFiles } = await import('../../../../test/fakes/company.ts');
  const { slow } = await import('../../../../test/fakes/faults.ts');
  const people = Array.from({ length: size }, (_, number) => personNumber(number, fakes.tenants));
  const stage = await fakes.startStage({ users: people });
  const files = await writeCompanyFiles(dir);
  const COMPANY_FILE = join(dir, 'crowd.json');
  await writeFile(COMPANY_FILE, JSON.stringify(listOf(people, fakes.tenants)));
  const { referrals } = stage.partnerCenter;
  return {
    people,
    env: { ...environmentOf(stage), ...files, COMPANY_FILE },
    ssoToken: (person) => stage.entra.issue(person, fakes.BOT_URI),
    takeCallers: () => countCallers(referrals.requests.splice(0)),
    customers: () => new Set(stage.partnerCenter.records.all.map(customerOf)),
    slowDown: (delayMs) => referrals.faults.plan({}, slow(delayMs), Number.MAX_SAFE_INTEGER),
    close: () => stage.close(),
  };
}

type Tenants = (typeof import('../../../../test/fakes/stage.ts'))['tenants'];

function personNumber(number: number, [first, second]: Tenants): LoadPerson {
  const { tenantId } = number % 2 === 0 ? first : second;
  return {
    number,
    tenantId,
    objectId: `f0000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    email: `seller-${String(number)}@load.example`,
    displayName: `Vera Numero${String(number)}`,
    solution: number % 2 === 0 ? 'Aurelia WMS' : 'Borealis Insight',
  };
}

/** The list that the companies keep of their people. */
function listOf(people: readonly LoadPerson[], tenants: Tenants): object {
  const companies = tenants.map(({ tenantId, name, mpnId }) => ({
    tenantId,
    name,
    currency: 'EUR',
    country: mpnId === '7001234' ? 'IT' : 'FI',
    locations: [{ id: mpnId, name: 'Sede' }],
    people: people
      .filter((person) => person.tenantId === tenantId)
      .map(({ objectId, number, email }) => ({
        objectId,
        firstName: 'Vera',
        lastName: `Numero${String(number)}`,
        email,
        phone: '+39 055 000 0100',
        roles: ['referrals-user'],
      })),
  }));
  return { asOf: '2026-11-02', companies };
}

type Received = Stage['partnerCenter']['referrals']['requests'];

function countCallers(requests: Received): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { headers } of requests) {
    const claims = String(headers.authorization ?? '').split('.')[1] ?? '';
    const { oid } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { oid: string };
    counts.set(oid, (counts.get(oid) ?? 0) + 1);
  }
  return counts;
}

function customerOf(record: Readonly<Record<string, unknown>>): string {
  const { name } = record['customerProfile'] as { readonly name: string };
  return name;
}
