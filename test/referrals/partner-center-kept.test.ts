import { expect } from 'chai';
import { dropAfter, unavailable } from '../fakes/faults.ts';
import { expectAppError } from '../app-error.ts';
import { people } from '../fakes/stage.ts';
import { draft } from './deals.ts';
import { type GatewayStage, sara, startGatewayStage } from './partner-center-stage.ts';

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
});
