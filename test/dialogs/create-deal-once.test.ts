import { expect } from 'chai';
import { sara } from '../../src/directory/sample-people.ts';
import { AppError } from '../../src/errors.ts';
import type { ReferralGateway } from '../../src/referrals/gateway.ts';
import { newPersonRecord } from '../../src/storage/person-record.ts';
import { actionOf, Seller } from './dialog-harness.ts';
import type { Said } from './dialog-harness.ts';
import { sampleServices } from './engine/runner.ts';

const ACTOR = { tenantId: sara.tenantId, objectId: sara.objectId };
const FIRST = 'crea un deal privato da 80k con Rossi Logistica per fine marzo';

/** A private deal with a new customer, up to its summary. */
async function toSummary(seller: Seller): Promise<Said> {
  await seller.begin(FIRST);
  await seller.say('Via Roma 1, 37100 Verona, Italia');
  await seller.say('wms');
  return seller.say('no');
}

describe('confirming a deal', () => {
  let services: Awaited<ReturnType<typeof sampleServices>>;
  let seller: Seller;
  const count = async (): Promise<number> => (await services.gateway.list(ACTOR)).length;

  beforeEach(async () => {
    services = await sampleServices();
    seller = new Seller(services);
  });

  it('makes one deal of two taps on the same card, and names its id the second time', async () => {
    const before = await count();
    const summary = await toSummary(seller);
    await seller.tap('Crea il deal', summary);
    const again = await seller.tap('Crea il deal', summary);
    const [created] = await services.gateway.list(ACTOR);
    expect(again.text)
      .to.include('è già creato')
      .and.include(created?.id ?? '?');
    expect(await count()).to.equal(before + 1);
  });

  it('makes one deal of a tap and a typed "sì" after it', async () => {
    const before = await count();
    await seller.tap('Crea il deal', await toSummary(seller));
    expect(await seller.sure('sì')).to.equal('surely');
    expect((await seller.say('sì')).text).to.include('è già creato');
    expect(await count()).to.equal(before + 1);
  });

  it('takes a later "sì" for something else', async () => {
    const clock = { now: new Date('2026-11-24T09:00:00Z') };
    seller = new Seller(services, { clock });
    await seller.tap('Crea il deal', await toSummary(seller));
    clock.now = new Date('2026-11-24T09:10:00Z');
    expect(await seller.sure('sì')).to.equal('no');
  });

  it('makes one deal when the process ended between the creation and the reply', async () => {
    const before = await count();
    const summary = await toSummary(seller);
    const { state } = seller;
    const record = structuredClone(seller.memory.record);
    await seller.tap('Crea il deal', summary);
    const restarted = new Seller(services, { memory: { record } });
    restarted.state = state;
    const [created] = await services.gateway.list(ACTOR);
    expect((await restarted.say('confermo')).text)
      .to.include('era già creato')
      .and.include(created?.id ?? '?');
    expect(await count()).to.equal(before + 1);
  });

  it('shows the summary again, and creates nothing, when an older summary is tapped', async () => {
    const before = await count();
    const old = await toSummary(seller);
    await seller.say('90k');
    const said = await seller.tap('Crea il deal', old);
    expect(said.text).to.include('riepilogo era vecchio').and.include('90.000 €');
    expect(await count()).to.equal(before);
  });

  it('goes on with what is missing when a summary is confirmed that has become incomplete', async () => {
    const before = await count();
    const old = await toSummary(seller);
    await seller.say('cambia il tipo in co-sell');
    expect((await seller.tap('Crea il deal', old)).text).to.include('manca ancora qualcosa');
    expect(await count()).to.equal(before);
  });

  it('saves the draft with its id before anything is created', async () => {
    const saved: string[] = [];
    const watched: ReferralGateway = {
      ...services.gateway,
      create: (actor, draft, key) => {
        saved.push(`create ${key}`);
        return services.gateway.create(actor, draft, key);
      },
    };
    const saveNow = () => Promise.resolve(void saved.push('save'));
    seller = new Seller({ ...services, gateway: watched }, { saveNow });
    await seller.tap('Crea il deal', await toSummary(seller));
    expect(saved).to.deep.equal(['save', 'create draft-1']);
  });

  it('creates nothing and keeps the draft when the store can\'t be written; "riprova" works when it can', async () => {
    const before = await count();
    const disk = { isFull: true };
    const saveNow = () =>
      disk.isFull ? Promise.reject(new AppError('unreachable', 'store: ENOSPC')) : Promise.resolve();
    seller = new Seller(services, { saveNow });
    const failed = await seller.tap('Crea il deal', await toSummary(seller));
    expect(failed.text).to.include('Non ho creato nulla e la bozza è salva');
    expect(failed.titles).to.deep.equal(['Riprova']);
    expect(await count()).to.equal(before);
    expect((await seller.say('riprova')).text).to.include('Non ho creato nulla');
    disk.isFull = false;
    expect((await seller.say('riprova')).text).to.include('è creato');
    expect(await count()).to.equal(before + 1);
  });

  describe('refused by the service', () => {
    const refusing = (error: AppError): Seller => {
      const gateway = { ...services.gateway, create: () => Promise.reject(error) };
      return new Seller({ ...services, gateway });
    };

    it('says who can help where the role is missing, and keeps the draft', async () => {
      seller = refusing(new AppError('refused', 'service: no', { details: { reason: 'role-missing' } }));
      const said = await seller.tap('Crea il deal', await toSummary(seller));
      expect(said.text).to.include('Elena Riva').and.include('La bozza è salva');
      expect(seller.memory.record.drafts).to.have.length(1);
    });

    it('asks the slot again that the service objects to', async () => {
      const details = { reason: 'invalid-field', field: 'closingDate' };
      seller = refusing(new AppError('refused', 'service: no', { details }));
      const said = await seller.tap('Crea il deal', await toSummary(seller));
      expect(said.text).to.include('non accetta').and.include('Quando pensi di chiudere?');
      expect((await seller.say('15 aprile')).text).to.include('Chiusura: giovedì 15 aprile 2027');
    });

    it('leaves it to the bot to ask for a sign-in, with the summary still open', async () => {
      seller = refusing(new AppError('unauthorized', 'service: 401'));
      const summary = await toSummary(seller);
      const fault = await seller.tap('Crea il deal', summary).catch((error: unknown) => error);
      expect(fault).to.be.instanceOf(AppError).with.property('code', 'unauthorized');
      expect(seller.active?.draftId).to.equal('draft-1');
    });

    it('lets a fault of our own through, and leaves the state as it was', async () => {
      const gateway = { ...services.gateway, create: () => Promise.reject(new TypeError('broken')) };
      seller = new Seller({ ...services, gateway });
      const summary = await toSummary(seller);
      const { state } = seller;
      const fault = await seller.tap('Crea il deal', summary).catch((error: unknown) => error);
      expect(fault).to.be.instanceOf(TypeError);
      expect(seller.state).to.equal(state);
    });
  });
});

describe('buttons of other forms', () => {
  it('offer to go on with a draft that is kept, and change nothing', async () => {
    const services = await sampleServices();
    const seller = new Seller(services);
    const summary = await toSummary(seller);
    seller.state = null;
    const said = await seller.tap('Crea il deal', summary);
    expect(said.text).to.include('non hai finito: Rossi Logistica');
    expect((await seller.tap('Riprendi')).text).to.include('Riepilogo');
  });

  it('say that they are out of date when nothing is left, and ask on in the open form', async () => {
    const services = await sampleServices();
    const seller = new Seller(services);
    const summary = await toSummary(seller);
    const other = new Seller(services, { memory: { record: newPersonRecord() } });
    await other.begin('nuovo deal');
    const stale = actionOf('Crea il deal', summary);
    if (stale.action !== 'form') throw new Error('not an act of a form');
    const said = await other.act({ ...stale, draftId: 'draft-of-old' });
    expect(said.text).to.include('pulsante è vecchio').and.include('Che tipo di deal');
    expect(await services.gateway.findByKey(ACTOR, 'draft-of-old')).to.equal(null);
  });
});
