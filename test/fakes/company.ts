import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { people, type Stage, tenants } from './stage.ts';

const LOCATIONS = { IT: 'Firenze', FI: 'Helsinki' } as const;

type Name = keyof typeof people;

const ROLES: Readonly<Record<Name, readonly string[]>> = {
  sara: ['referrals-admin'],
  marco: ['referrals-user'],
  elena: ['account-admin'],
  paolo: [],
  dario: ['global-admin'],
  nadia: ['referrals-admin'],
};

function listPeople(tenantId: string): unknown[] {
  return (Object.keys(people) as Name[])
    .filter((name) => people[name].tenantId === tenantId)
    .map((name, index) => {
      const { objectId, displayName, email } = people[name];
      const [firstName = '', ...rest] = displayName.split(' ');
      const phone = `+39 055 000 01${String(index).padStart(2, '0')}`;
      return { objectId, firstName, lastName: rest.join(' '), email, phone, roles: ROLES[name] };
    });
}

/** The two lists that the companies of the stage keep of themselves, as an operator would write them. */
export async function writeCompanyFiles(
  dir: string,
  /** What Aurelia lists beside its one solution, in the words of the file. */
  more: readonly object[] = [],
): Promise<{ readonly COMPANY_FILE: string; readonly SOLUTIONS_FILE: string }> {
  const companies = tenants.map(({ tenantId, name, mpnId }) => {
    const country = mpnId === '7001234' ? 'IT' : 'FI';
    const locations = [{ id: mpnId, name: LOCATIONS[country] }];
    return { tenantId, name, currency: 'EUR', country, locations, people: listPeople(tenantId) };
  });
  const solutions = tenants.map(({ tenantId, mpnId }) => ({
    tenantId,
    solutions: [
      {
        id: `SOL-${mpnId}`,
        name: mpnId === '7001234' ? 'Aurelia WMS' : 'Borealis Insight',
        isCoSellReady: true,
        isIncentiveEligible: true,
      },
      ...(mpnId === '7001234' ? more : []),
    ],
  }));
  const files = { COMPANY_FILE: join(dir, 'company.json'), SOLUTIONS_FILE: join(dir, 'solutions.json') };
  await writeFile(files.COMPANY_FILE, JSON.stringify({ asOf: '2026-11-02', companies }));
  await writeFile(files.SOLUTIONS_FILE, JSON.stringify({ companies: solutions }));
  return files;
}

/** The environment of a bot whose services are the stage's. */
export function environmentOf(stage: Stage): Readonly<Record<string, string>> {
  return {
    REFERRALS: 'partner-center',
    REFERRALS_API_URL: stage.partnerCenter.referrals.url,
    GRAPH_API_URL: stage.graph.url,
    TOKEN_SERVICE_URL: stage.tokens.url,
    OAUTH_CONNECTION_REFERRALS: 'partner',
    OAUTH_CONNECTION_GRAPH: 'graph',
  };
}
