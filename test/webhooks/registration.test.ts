import { expect } from 'chai';
import { createRemoteService } from '../../src/remote/remote-service.ts';
import { createRegistrations, type Registrations } from '../../src/webhooks/registration.ts';
import { expectAppError } from '../app-error.ts';
import { refusal } from '../fakes/faults.ts';
import { people, startStage, type Stage } from '../fakes/stage.ts';
import { tokensOf } from '../referrals/partner-center/stage.ts';

const OURS = `https://bot.example/api/partner-center/events?tenant=${people.sara.tenantId}`;
const THEIRS = 'https://crm-connector.example/hook';

describe('registering for events', () => {
  let stage: Stage;
  let registrations: Registrations;

  beforeEach(async () => {
    stage = await startStage();
    const { url } = stage.partnerCenter.partner;
    const tokens = tokensOf(stage);
    const service = createRemoteService({
      name: 'partner center',
      baseUrl: url,
      audience: 'partner-center',
      tokens,
    });
    registrations = createRegistrations(service);
  });
  afterEach(() => stage.close());

  it('registers for the events of deals, with the signature in a header of its own', async () => {
    expect(await registrations.find(people.sara)).to.equal(null);
    const done = await registrations.subscribe(people.sara, OURS, false);
    expect(done).to.deep.include({ kind: 'registered', before: null });
    expect(await registrations.find(people.sara)).to.deep.equal({
      url: OURS,
      events: [
        'referral-created',
        'referral-updated',
        'related-referral-created',
        'related-referral-updated',
      ],
      usesMsHeader: true,
    });
  });

  it('is the company’s own: another company’s stays as it is', async () => {
    await registrations.subscribe(people.sara, OURS, false);
    expect(await registrations.find(people.nadia)).to.equal(null);
  });

  it('leaves another system’s registration alone unless told to', async () => {
    await registrations.subscribe(people.sara, THEIRS, false);
    const error = await expectAppError(registrations.subscribe(people.sara, OURS, false), 'conflict');
    expect(error.message).to.contain(THEIRS).and.contain('--replace');
    expect((await registrations.find(people.sara))?.url).to.equal(THEIRS);
    const done = await registrations.subscribe(people.sara, OURS, true);
    expect(done.kind === 'registered' ? done.before?.url : null).to.equal(THEIRS);
    expect((await registrations.find(people.sara))?.url).to.equal(OURS);
  });

  it('changes nothing where all is as it should be, and mends its own where it isn’t', async () => {
    await registrations.subscribe(people.sara, OURS.split('?')[0] ?? '', false);
    expect((await registrations.subscribe(people.sara, OURS, false)).kind).to.equal('registered');
    expect((await registrations.subscribe(people.sara, OURS, false)).kind).to.equal('unchanged');
  });

  it('says what is missing when the service refuses', async () => {
    stage.partnerCenter.partner.faults.plan({}, refusal(403, 'accessDenied'));
    await expectAppError(registrations.subscribe(people.sara, OURS, false), 'refused', 'role-missing');
  });
});
