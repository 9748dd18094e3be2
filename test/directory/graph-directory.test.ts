import { expect } from 'chai';
import { createFileDirectory, type ListedAdmin } from '../../src/directory/file-directory.ts';
import { createGraphDirectory } from '../../src/directory/graph-directory.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { createRemoteService } from '../../src/remote/remote-service.ts';
import { expectAppError } from '../app-error.ts';
import { alterBody, brokenServer, insufficientClaims } from '../fakes/faults.ts';
import type { RoleHolding } from '../fakes/graph-tenant.ts';
import { GLOBAL_ADMIN, people, startStage, USER_ADMIN, type Stage } from '../fakes/stage.ts';
import { tokensOf } from '../referrals/partner-center/stage.ts';

const { sara, dario, elena, marco, paolo, nadia } = people;
const { tenantId } = sara;
const GROUP = 'd0000000-0000-4000-8000-000000000001';
const INNER = 'd0000000-0000-4000-8000-000000000002';
const company = { name: 'Aurelia Sistemi', currency: 'EUR', country: 'IT', locations: [] };
const listedElena: ListedAdmin = { tenantId, name: 'Elena Riva', email: elena.email, role: 'account-admin' };
const holding = (roleId: string, principalId: string, more: Partial<RoleHolding> = {}): RoleHolding => ({
  tenantId,
  roleId,
  principalId,
  ...more,
});

describe('Graph directory', function () {
  this.timeout(120_000);

  let stage: Stage;
  let now: Date;

  const open = (admins: readonly ListedAdmin[] = []): Directory =>
    createGraphDirectory({
      service: createRemoteService({
        name: 'graph',
        baseUrl: stage.graph.url,
        audience: 'graph',
        tokens: tokensOf(stage),
        retryDelayMs: 1,
      }),
      listed: createFileDirectory({ people: [], admins, asOf: '2026-11-01T00:00:00.000Z' }),
      companyOf: (id) => (id === tenantId ? company : null),
      operationMs: 3000,
      now: () => now,
    });
  const names = async (directory: Directory): Promise<string[]> =>
    (await directory.listAdmins(sara)).map(({ name, role }) => `${name}: ${role}`);

  beforeEach(async () => {
    now = new Date();
    const users = [
      ...Object.values(people),
      {
        ...paolo,
        objectId: 'e0000000-0000-4000-8000-000000000001',
        displayName: 'Guido Ospite',
        email: 'guido@altrove.example',
        isGuest: true,
      },
    ];
    stage = await startStage({
      graph: {
        users,
        pageSize: 1,
        groups: [
          { tenantId, id: GROUP, displayName: 'Admins', members: [marco.objectId, INNER] },
          {
            tenantId,
            id: INNER,
            displayName: 'Nested',
            members: [GROUP, 'e0000000-0000-4000-8000-000000000001'],
          },
        ],
        roles: [
          holding(GLOBAL_ADMIN, dario.objectId),
          holding(GLOBAL_ADMIN, GROUP),
          holding(GLOBAL_ADMIN, 'f0000000-0000-4000-8000-00000000000f'),
          holding(USER_ADMIN, paolo.objectId, { scope: '/administrativeUnits/1' }),
          holding(USER_ADMIN, sara.objectId, { isEligibleOnly: true }),
        ],
      },
    });
  });
  afterEach(() => stage.close());

  it('finds holders of all pages, groups within groups, but no services and no local scopes', async () => {
    expect(await names(open())).to.have.members([
      'Dario Fontana: global-admin',
      'Marco Galli: global-admin',
      'Guido Ospite: global-admin',
      'Sara Conti: user-admin',
    ]);
  });

  it('marks guests, who is eligible only, and when and where it was read', async () => {
    const admins = await open().listAdmins(sara);
    const guido = admins.find(({ name }) => name === 'Guido Ospite');
    expect(guido).to.include({
      isGuest: true,
      email: 'guido@altrove.example',
      source: 'graph',
      asOf: now.toISOString(),
    });
    expect(admins.find(({ name }) => name === 'Sara Conti')?.isEligibleOnly).to.equal(true);
    expect(admins.find(({ name }) => name === 'Dario Fontana')).not.to.have.property('isEligibleOnly');
  });

  it('puts the company’s account admin first, labelled as theirs, and tells nobody twice', async () => {
    const listedDario: ListedAdmin = {
      tenantId,
      name: 'D. Fontana',
      email: dario.email.toUpperCase(),
      role: 'global-admin',
    };
    const admins = await open([listedDario, listedElena]).listAdmins(sara);
    expect(admins[0]).to.include({
      name: 'Elena Riva',
      source: 'company-list',
      asOf: '2026-11-01T00:00:00.000Z',
    });
    expect(admins.filter(({ email }) => email.toLowerCase() === dario.email)).to.have.length(1);
  });

  it('falls back to the older call, and knows that a role never given has no members', async () => {
    stage.graph.deny('roleAssignments');
    stage.graph.deny('eligibility');
    expect(await names(open())).to.have.members([
      'Dario Fontana: global-admin',
      'Marco Galli: global-admin',
      'Guido Ospite: global-admin',
    ]);
  });

  it('leaves out what may not be read, and is empty where nothing may', async () => {
    stage.graph.deny('groups');
    stage.graph.deny('eligibility');
    expect(await names(open())).to.deep.equal(['Dario Fontana: global-admin']);
    stage.graph.deny('roleAssignments');
    stage.graph.deny('directoryRoles');
    expect(await names(open())).to.deep.equal([]);
    expect(await names(open([listedElena]))).to.deep.equal(['Elena Riva: account-admin']);
  });

  it('says that Graph is away, unless the company’s list helps', async () => {
    stage.graph.faults.plan({}, brokenServer(), 100);
    await expectAppError(open().listAdmins(sara), 'unreachable', 'down');
    expect(await names(open([listedElena]))).to.deep.equal(['Elena Riva: account-admin']);
  });

  it('asks for a stronger sign-in with the claims it needs', async () => {
    stage.graph.faults.plan({}, insufficientClaims('{"a":1}'));
    const error = await expectAppError(open().listAdmins(sara), 'unauthorized', 'claims');
    expect(error.details.claims).to.equal('{"a":1}');
  });

  it('follows no next link to another host', async () => {
    stage.graph.faults.plan(
      {},
      alterBody((body) => ({ ...body, '@odata.nextLink': 'https://elsewhere.example/x' })),
    );
    await expectAppError(open().listAdmins(sara), 'unreachable', 'unreadable');
    expect(stage.graph.requests).to.have.length(1);
  });

  it('keeps what it read for a while, for that person alone', async () => {
    const directory = open();
    await directory.listAdmins(sara);
    const { length } = stage.graph.requests;
    await directory.listAdmins(sara);
    expect(stage.graph.requests).to.have.length(length);
    await directory.listAdmins(marco);
    expect(stage.graph.requests.length).to.be.above(length);
    const before = stage.graph.requests.length;
    now = new Date(now.getTime() + 3_600_000);
    await directory.listAdmins(sara);
    expect(stage.graph.requests.length).to.be.above(before);
  });

  it('knows who isn’t signed in by id and company alone, and asks again the next time', async () => {
    const directory = open();
    stage.graph.faults.plan({}, insufficientClaims('{"a":1}'));
    expect(await directory.findPerson(sara)).to.include({ objectId: sara.objectId, email: '', roles: null });
    expect((await directory.findPerson(sara))?.email).to.equal(sara.email);
  });

  it('knows the actor, with roles unknown, and nobody of a tenant that isn’t a customer', async () => {
    const directory = open();
    expect(await directory.findPerson(sara)).to.deep.include({
      objectId: sara.objectId,
      firstName: 'Sara',
      lastName: 'Conti',
      email: sara.email,
      roles: null,
      company,
      isSample: false,
    });
    expect(await directory.findPerson(nadia)).to.equal(null);
    expect(stage.graph.requests.every(({ path }) => path === '/v1.0/me')).to.equal(true);
  });
});
