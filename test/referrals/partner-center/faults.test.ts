import { expect } from 'chai';
import { AppError } from '../../../src/errors.ts';
import type { PartnerCenterGateway } from '../../../src/referrals/partner-center/gateway.ts';
import type { Referral } from '../../../src/referrals/referral.ts';
import { expectAppError } from '../../app-error.ts';
import {
  brokenServer,
  dropAfter,
  dropBefore,
  gatewayThrottle,
  htmlPage,
  insufficientClaims,
  modified,
  refusal,
  slow,
  throttle,
  unavailable,
  type Fault,
  type Route,
} from '../../fakes/faults.ts';
import { people } from '../../fakes/stage.ts';
import { coSellDraft, draft } from '../deals.ts';
import { sara, startGatewayStage, type GatewayStage } from './stage.ts';

const KEY = '7f9c1f0e-2a54-4a6d-9d0b-7c5f6a0f1e21';
const FIRST_POST: Route = { method: 'POST', body: /SolutionProfile/ };
const SECOND_POST: Route = { method: 'POST', body: /"msft"/ };
const LIST: Route = { method: 'GET', path: /referrals$/ };

/** Every way in which an answer may fail to come. */
const FAULTS: readonly (readonly [string, Fault])[] = [
  ['429 with Retry-After', throttle(0)],
  ['429 without', throttle()],
  ['429 of the gateway in front', gatewayThrottle(0)],
  ['503', unavailable()],
  ['500 and nothing done', brokenServer()],
  ['500 after doing the work', brokenServer(true)],
  ['502 with a page of HTML', htmlPage(502)],
  ['a line that breaks before', dropBefore],
  ['a line that breaks after the work', dropAfter],
  ['an answer later than anyone waits', slow(5000)],
];

const isAfterWork = (fault: Fault): boolean => 'isAfterWork' in fault && fault.isAfterWork;

describe('Partner Center gateway: a fault at each step of a creation', function () {
  this.timeout(120_000);

  let one: GatewayStage;
  const own = () =>
    one.stage.partnerCenter.records.all.filter((record) => record['organizationId'] !== 'msft');
  const invitations = () =>
    one.stage.partnerCenter.records.all.filter((record) => record['organizationId'] === 'msft');
  const create = (gateway: PartnerCenterGateway) => gateway.create(sara, coSellDraft(), KEY);

  beforeEach(async () => {
    one = await startGatewayStage({}, { settleMs: 0 });
  });
  afterEach(() => one.stage.close());

  /** As a person would: again after each failure, at most three times; what was said in between. */
  async function createPatiently(): Promise<{ referral: Referral; said: string[] }> {
    const said: string[] = [];
    for (let attempt = 0; attempt < 4; attempt += 1) {
      try {
        const { referral } = await create(one.restart());
        return { referral, said };
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'unreachable') throw error;
        said.push(error.details.reason ?? '');
      }
    }
    throw new Error('never made');
  }

  for (const [step, route, reason] of [
    ['the first record', FIRST_POST, 'kept-for-later'],
    ['the look at the engagement', LIST, 'invitation-pending'],
    ['the invitation', SECOND_POST, 'invitation-pending'],
  ] as const) {
    for (const [name, fault] of FAULTS) {
      it(`${name} at ${step}: one deal, one invitation, and the truth told`, async () => {
        one.stage.partnerCenter.referrals.faults.plan(route, fault);
        const { referral, said } = await createPatiently();
        expect(one.stage.partnerCenter.referrals.faults.left).to.equal(0);
        expect([own().length, invitations().length]).to.deep.equal([1, 1]);
        expect(referral.microsoft?.state.substatus).to.equal('Pending');
        for (const each of said) expect(each).to.equal(reason);
      });
    }
  }

  for (const [name, fault] of FAULTS.filter(([, each]) => each.kind !== 'slow' && !isAfterWork(each))) {
    it(`${name} that doesn't end: at most one deal, and the seller knows that it is kept`, async () => {
      one.stage.partnerCenter.referrals.faults.plan({ method: 'POST' }, fault, 100);
      await expectAppError(create(one.gateway), 'unreachable');
      await expectAppError(create(one.gateway), 'unreachable');
      one.stage.partnerCenter.referrals.faults.clear();
      const [resumed] = await one.restart().resume();
      expect(resumed?.outcome.kind).to.equal('created');
      expect([own().length, invitations().length]).to.deep.equal([1, 1]);
      await one.gateway.noteTold(sara, KEY, true);
      expect(await one.gateway.resume()).to.deep.equal([]);
    });
  }

  for (const [status, code, target, field] of [
    [403, 'accessDenied', undefined, undefined],
    [400, 'invalidRequest', 'customerProfile.address.country', 'address'],
    [422, 'invalidRequest', '/details/dealValue', 'value'],
    [400, 'invalidRequest', 'customerProfile.team', 'contact'],
  ] as const) {
    it(`${status} ${target ?? ''} at the first record: no deal, nothing kept, the field named`, async () => {
      one.stage.partnerCenter.referrals.faults.plan(FIRST_POST, refusal(status, code, target));
      const error = await expectAppError(
        create(one.gateway),
        'refused',
        status === 403 ? 'role-missing' : 'invalid-field',
      );
      expect(error.details.field).to.equal(field);
      expect(own()).to.deep.equal([]);
      expect(await one.gateway.resume()).to.deep.equal([]);
      const { isNew } = await one.gateway.create(sara, coSellDraft({ name: 'Corretto' }), KEY);
      expect([isNew, own()[0]?.['name']]).to.deep.equal([true, 'Corretto']);
    });
  }

  it('keeps a deal whose invitation was refused, and invites with a later try', async () => {
    one.stage.partnerCenter.referrals.faults.plan(SECOND_POST, refusal(403, 'accessDenied'));
    await expectAppError(create(one.gateway), 'refused', 'invitation-refused');
    // Asking again by itself would be refused again.
    expect(await one.gateway.resume()).to.deep.equal([]);
    expect(invitations()).to.deep.equal([]);
    const { referral } = await create(one.gateway);
    expect([own().length, invitations().length]).to.deep.equal([1, 1]);
    expect(referral.kind).to.equal('co-sell');
  });

  it('asks for a stronger sign-in, with the claims, and makes the deal after it', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    one.stage.partnerCenter.referrals.faults.plan(FIRST_POST, insufficientClaims(claims));
    const error = await expectAppError(create(one.gateway), 'unauthorized', 'claims');
    expect(error.details.claims).to.equal(claims);
    expect((await create(one.gateway)).isNew).to.equal(true);
    expect(own()).to.have.length(1);
  });

  it('makes one deal wherever the process dies between two writes of its journal', async () => {
    const key = (crashAt: number): string => `crash-${crashAt}`;
    let crashes = 0;
    for (let crashAt = 1; crashes === crashAt - 1; crashAt += 1) {
      let writes = 0;
      const { beforeWrite } = one.journal.faults;
      one.journal.faults.beforeWrite = () => {
        writes += 1;
        return writes === crashAt ? Promise.reject(new Error('the process is gone')) : Promise.resolve();
      };
      const wanted = coSellDraft({ name: key(crashAt) });
      const died = await one
        .restart()
        .create(sara, wanted, key(crashAt))
        .then(
          () => 0,
          () => 1,
        );
      crashes += died;
      one.journal.faults.beforeWrite = beforeWrite;
      await one.restart().create(sara, wanted, key(crashAt));
      const records = one.stage.partnerCenter.records.all.filter(({ name }) => name === key(crashAt));
      expect(records, `write ${crashAt}`).to.have.length(2);
    }
    expect(crashes).to.be.above(5);
  });

  it('never says that nothing was made where the disk fills up after it was', async () => {
    let failures = 0;
    for (let failAt = 1; failures === failAt - 1; failAt += 1) {
      const name = `full-${String(failAt)}`;
      let writes = 0;
      const { beforeWrite } = one.journal.faults;
      one.journal.faults.beforeWrite = () => {
        writes += 1;
        if (writes < failAt) return Promise.resolve();
        failures = failAt;
        return Promise.reject(new AppError('unreachable', 'store: no space left'));
      };
      const reason = await one
        .restart()
        .create(sara, coSellDraft({ name }), name)
        .then(
          () => 'made',
          (error: unknown) => (error instanceof AppError ? error.details.reason : 'thrown'),
        );
      one.journal.faults.beforeWrite = beforeWrite;
      const isMade = one.stage.partnerCenter.records.all.some((record) => record['name'] === name);
      const saysNothing = reason === undefined;
      expect(saysNothing && isMade, `write ${String(failAt)}: ${String(reason)}`).to.equal(false);
      await one.restart().create(sara, coSellDraft({ name }), name);
      const records = one.stage.partnerCenter.records.all.filter((record) => record['name'] === name);
      expect(records, name).to.have.length(2);
    }
    expect(failures).to.be.above(5);
  });

  it('skips the second step where the first is enough for the service', async () => {
    await one.stage.close();
    one = await startGatewayStage({ partnerCenter: { coSellSteps: 'one' } });
    await create(one.gateway);
    expect([own().length, invitations().length]).to.deep.equal([1, 1]);
  });

  it('doesn’t send again before a silent service had its time', async () => {
    await one.stage.close();
    one = await startGatewayStage({}, { settleMs: 60_000 });
    one.stage.partnerCenter.referrals.faults.plan(FIRST_POST, dropBefore);
    await expectAppError(create(one.gateway), 'unreachable', 'kept-for-later');
    await expectAppError(create(one.gateway), 'unreachable', 'kept-for-later');
    expect(own()).to.deep.equal([]);
    expect(one.calls.filter(({ method }) => method === 'POST')).to.have.length(1);
  });

  it('gives up within the time of an operation', async () => {
    await one.stage.close();
    one = await startGatewayStage({}, { operationMs: 700 });
    one.stage.partnerCenter.referrals.faults.plan({}, slow(60_000), 100);
    await expectAppError(create(one.gateway), 'unreachable', 'kept-for-later');
    // The attempt in the middle of which the time ran out was the last.
    expect(one.calls).to.have.length(1);
  });

  it('does not take a like deal of another draft for its own', async () => {
    const first = await one.gateway.create(sara, draft(), 'another-key');
    one.stage.partnerCenter.referrals.faults.plan({ method: 'POST' }, dropBefore);
    await expectAppError(one.gateway.create(sara, draft(), KEY), 'unreachable', 'kept-for-later');
    const second = await one.gateway.create(sara, draft(), KEY);
    expect(second.referral.id).not.to.equal(first.referral.id);
    expect(own()).to.have.length(2);
  });

  it('takes back what is kept and was never made, and refuses where it was', async () => {
    one.stage.partnerCenter.referrals.faults.plan(FIRST_POST, throttle(60), 2);
    await expectAppError(create(one.gateway), 'unreachable', 'kept-for-later');
    expect(await one.gateway.withdraw(sara, KEY)).to.equal(true);
    expect(await one.gateway.resume()).to.deep.equal([]);
    one.stage.partnerCenter.referrals.faults.clear();
    await create(one.gateway);
    expect(await one.gateway.withdraw(sara, KEY)).to.equal(false);
  });

  it('puts its own key in the place of the CRM id only where the company allows it', async () => {
    await create(one.gateway);
    expect(own()[0]).not.to.have.property('externalReferenceId');
    await one.stage.close();
    one = await startGatewayStage({}, { mayUseCrmId: true });
    const { referral } = await create(one.gateway);
    expect(own()[0]?.['externalReferenceId']).to.contain(KEY);
    expect(referral.crmId).to.equal(null);
    await one.gateway.create(sara, draft({ crmId: 'CRM-1' }), 'k2');
    expect(own()[1]?.['externalReferenceId']).to.equal('CRM-1');
  });
});

describe('Partner Center gateway: faults of reading and changing', function () {
  this.timeout(120_000);

  let one: GatewayStage;
  let deal: Referral;
  const plan = (route: Route, fault: Fault, times?: number): void =>
    one.stage.partnerCenter.referrals.faults.plan(route, fault, times);
  const close = () => one.gateway.close(sara, deal.id, { substatus: 'Won' }, deal.eTag);

  beforeEach(async () => {
    one = await startGatewayStage({ partnerCenter: { pageSize: 2 } });
    deal = (await one.gateway.create(sara, draft(), KEY)).referral;
  });
  afterEach(() => one.stage.close());

  it('closes once though the answer got lost', async () => {
    plan({ method: 'PATCH' }, dropAfter);
    expect((await close()).state).to.deep.equal({ status: 'Closed', substatus: 'Won' });
  });

  it('says that nothing happened where nothing did', async () => {
    plan({ method: 'PATCH' }, dropBefore);
    await expectAppError(close(), 'unreachable');
    expect((await close()).state.substatus).to.equal('Won');
  });

  it('waits out a throttle and closes', async () => {
    plan({ method: 'PATCH' }, throttle(0), 2);
    expect((await close()).state.substatus).to.equal('Won');
  });

  it('is a conflict on 412, and on a lost answer after somebody else changed it', async () => {
    plan({ method: 'PATCH' }, modified());
    await expectAppError(close(), 'conflict');
    one.stage.partnerCenter.records.change(deal.id, (record) => void (record['salesStage'] = '40'));
    plan({ method: 'PATCH' }, dropBefore);
    await expectAppError(close(), 'conflict');
  });

  it('says at once that it is throttled for longer than a turn', async () => {
    plan({ method: 'GET' }, throttle(3600), 10);
    await expectAppError(one.gateway.get(sara, deal.id), 'unreachable', 'throttled');
    expect(one.stage.partnerCenter.referrals.faults.left).to.equal(9);
  });

  it('reads all pages, and never follows a next link to another host', async () => {
    for (const name of ['B', 'C', 'D', 'E']) await one.gateway.create(sara, draft({ name }), name);
    expect(await one.gateway.list(sara)).to.have.length(5);
    const stranger = 'http://127.0.0.1:9/v1.0/referrals?$skiptoken=2';
    plan(
      { path: /referrals$/ },
      {
        kind: 'alter',
        alter: (reply) => ({ ...reply, body: { ...(reply.body as object), '@odata.nextLink': stranger } }),
      },
    );
    const error = await expectAppError(one.gateway.list(sara), 'unreachable', 'unreadable');
    expect(error.message).to.contain('127.0.0.1:9');
  });

  it('takes the other spelling of GUIDs in filters where the first is refused', async () => {
    await one.stage.close();
    one = await startGatewayStage({ partnerCenter: { filterGuids: 'bare' } });
    const { referral } = await one.gateway.create(sara, coSellDraft(), KEY);
    expect((await one.gateway.get(sara, referral.id))?.microsoft?.state.substatus).to.equal('Pending');
  });

  it('sends a bearer of the one who acts, though two act at the same time', async () => {
    const both = [people.sara, people.nadia];
    await Promise.all(
      Array.from({ length: 10 }, async (_, index) => {
        const actor = both[index % 2] ?? people.sara;
        const solutions = draft().solutions;
        const { referral } = await one.gateway.create(
          actor,
          draft({ name: actor.displayName, solutions }),
          `k${index}`,
        );
        expect(referral.tenantId).to.equal(actor.tenantId);
      }),
    );
    for (const actor of both) {
      const names = new Set((await one.gateway.list(actor)).map(({ name }) => name));
      names.delete(draft().name);
      expect([...names]).to.deep.equal([actor.displayName]);
    }
  });

  it('registers a won deal that Microsoft may see', async () => {
    const shared = (await one.gateway.create(sara, draft({ kind: 'shared' }), 'shared')).referral;
    const won = await one.gateway.close(sara, shared.id, { substatus: 'Won' }, shared.eTag);
    const value = { amount: 47_000, currency: 'EUR' };
    const registration = {
      solutions: [
        {
          id: 'SOL-70218-QRT',
          value,
          isDeployedOnAzure: true,
          primaryDeploymentOn: 'Customer',
          pricingModel: 'Other',
        },
      ],
      contract: { value, startDate: '2027-07-01', endDate: '2029-06-30', signDate: '2027-06-24' },
    } as const;
    await one.gateway.register(sara, won.id, registration, won.eTag);
    const [stored] = one.stage.partnerCenter.records.all.filter(({ id }) => id === won.id);
    expect(stored?.['registrationStatus']).to.equal('ReviewPending');
  });

  it('tells of each solution where it is known from', async () => {
    await one.gateway.create(sara, draft({ solutions: [{ id: 'SOL-99999-ABC', name: 'Nuova' }] }), 'new');
    const known = (await one.gateway.listSolutions(sara)).map(({ id, source, isCoSellReady }) => [
      id,
      source,
      isCoSellReady,
    ]);
    expect(known).to.deep.equal([
      ['SOL-70218-QRT', 'company-list', true],
      ['SOL-99999-ABC', 'recent-deal', false],
    ]);
  });
});
