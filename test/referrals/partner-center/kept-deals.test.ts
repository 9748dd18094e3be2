import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { dropAfter, refusal, slow, unavailable } from '../../fakes/faults.ts';
import { expectAppError } from '../../app-error.ts';
import { people } from '../../fakes/stage.ts';
import { coSellDraft, draft } from '../deals.ts';
import { type GatewayStage, sara, startGatewayStage } from './stage.ts';

const KEY = 'd0000000-0000-4000-8000-000000000009';
const unwanted = () => Promise.resolve(false);

describe('deals that are kept for later, and no longer wanted', () => {
  let one: GatewayStage;
  beforeEach(async () => void (one = await startGatewayStage({}, { settleMs: 0 })));
  afterEach(() => one.stage.close());

  const faults = () => one.stage.partnerCenter.referrals.faults;
  const made = () => {
    const { tenantId, objectId, email } = people.sara;
    return one.stage.partnerCenter.records.visibleTo({ tenantId, objectId, email, role: 'admin' }).length;
  };
  const keep = () => expectAppError(one.gateway.create(sara, draft(), KEY), 'unreachable', 'kept-for-later');

  it('are taken back where nothing was made', async () => {
    faults().plan({ method: 'POST' }, unavailable(), 9);
    await keep();
    faults().clear();
    const [resumed] = await one.gateway.resume(unwanted);
    expect(resumed?.outcome.kind).to.equal('withdrawn');
    expect(made()).to.equal(0);
    expect(await one.gateway.resume()).to.deep.equal([]);
  });

  it('are told to be there where they were made all the same', async () => {
    faults().plan({ method: 'POST' }, dropAfter);
    faults().plan({ method: 'GET' }, unavailable(), 99);
    await keep();
    expect(made()).to.equal(1);
    faults().clear();
    const [resumed] = await one.gateway.resume(unwanted);
    expect(resumed?.outcome.kind).to.equal('created');
    expect(made()).to.equal(1);
  });

  it('wait while nobody can say', async () => {
    faults().plan({ method: 'POST' }, dropAfter);
    faults().plan({ method: 'GET' }, unavailable(), 99);
    await keep();
    const [resumed] = await one.gateway.resume(unwanted);
    expect(resumed?.outcome.kind).to.equal('waiting');
    expect(made()).to.equal(1);
  });

  it('wait as well where the service refuses to say, and hold up no other', async () => {
    faults().plan({ method: 'POST' }, dropAfter);
    faults().plan({ method: 'GET' }, refusal(400, 'BadRequest'), 99);
    await keep();
    const [resumed] = await one.gateway.resume(unwanted);
    expect(resumed?.outcome.kind).to.equal('waiting');
    expect(made()).to.equal(1);
  });

  it('are told of until it is noted, over a restart, and not before the next time has come', async () => {
    const clock = { now: new Date('2026-11-24T09:00:00Z') };
    await one.stage.close();
    one = await startGatewayStage({}, { settleMs: 0, now: () => clock.now });
    faults().plan({ method: 'POST' }, unavailable(), 9);
    await keep();
    faults().clear();
    const kinds = async () => (await one.restart().resume()).map(({ outcome }) => outcome.kind);
    expect(await kinds()).to.deep.equal(['created']);
    expect(await kinds()).to.deep.equal(['created']);
    await one.restart().noteTold(sara, KEY, false);
    expect(await kinds()).to.deep.equal(['waiting']);
    clock.now = new Date(clock.now.getTime() + 60_000);
    expect(await kinds()).to.deep.equal(['created']);
    await one.restart().noteTold(sara, KEY, true);
    expect(await kinds()).to.deep.equal([]);
    expect(made()).to.equal(1);
    // What the service holds isn't kept a second time once it was told.
    expect(one.journal.plannedDeals.texts().join()).not.to.contain(draft().customer.name);
  });

  it('are not told of by a round that began while the person’s own turn made it', async () => {
    faults().plan({ method: 'POST' }, slow(200));
    const turn = one.gateway.create(sara, draft(), KEY);
    while (made() === 0) await wait(5);
    const round = one.gateway.resume();
    await turn;
    expect(await round).to.deep.equal([]);
    expect(made()).to.equal(1);
  });

  it('are refused, told of as not made, and made after all when they are confirmed anew', async () => {
    faults().plan({ method: 'POST' }, unavailable(), 9);
    await keep();
    faults().clear();
    faults().plan({ method: 'POST' }, refusal(403, 'accessDenied'));
    expect((await one.gateway.resume())[0]?.outcome.kind).to.equal('refused');
    // A round before it was told doesn't ask again.
    expect((await one.gateway.resume())[0]?.outcome.kind).to.equal('refused');
    expect(made()).to.equal(0);
    const { isNew } = await one.gateway.create(sara, draft({ name: 'Corretto' }), KEY);
    expect([isNew, made()]).to.deep.equal([true, 1]);
    expect(await one.gateway.resume()).to.deep.equal([]);
  });

  it('are kept anew where they were refused, confirmed again, and the service is away again', async () => {
    faults().plan({ method: 'POST' }, unavailable(), 9);
    await keep();
    faults().clear();
    faults().plan({ method: 'POST' }, refusal(403, 'accessDenied'));
    expect((await one.gateway.resume())[0]?.outcome.kind).to.equal('refused');
    await one.gateway.noteTold(sara, KEY, false);
    faults().plan({ method: 'POST' }, unavailable(), 9);
    await keep();
    faults().clear();
    expect((await one.restart().resume())[0]?.outcome.kind).to.equal('created');
    expect(made()).to.equal(1);
  });

  it('whose invitation is refused are told of as made, and invited when the person says so, with what they say then', async () => {
    const invitation = { method: 'POST', body: /"msft"/ };
    faults().plan(invitation, unavailable(), 9);
    await expectAppError(one.gateway.create(sara, coSellDraft(), KEY), 'unreachable', 'invitation-pending');
    faults().clear();
    faults().plan(invitation, refusal(400, 'invalidRequest', 'customerProfile.team'));
    const [resumed] = await one.gateway.resume();
    expect(resumed?.outcome).to.deep.include({ kind: 'not-invited', customer: coSellDraft().customer.name });
    await one.gateway.noteTold(sara, KEY, true);
    expect(await one.gateway.resume()).to.deep.equal([]);
    expect(made()).to.equal(1);
    const contact = {
      firstName: 'Nuovo',
      lastName: 'Contatto',
      phone: '+39041000009',
      email: 'n@lagunare.example',
    };
    const again = coSellDraft({ customer: { ...coSellDraft().customer, contact } });
    await one.gateway.create(sara, again, KEY);
    expect(made()).to.equal(2);
    const sent = one.stage.partnerCenter.referrals.requests.filter(({ method }) => method === 'POST').at(-1);
    expect(sent?.body).to.contain('n@lagunare.example').and.contain('msft');
  });
});
