import { expect } from 'chai';
import { newPersonRecord } from '../../../src/storage/person-record.ts';
import { Seller } from '../dialog-harness.ts';
import { sampleServices } from './runner.ts';

describe('drafts', () => {
  let services: Awaited<ReturnType<typeof sampleServices>>;
  let clock: { now: Date };
  let memory: { record: ReturnType<typeof newPersonRecord> };
  const chat = (): Seller => new Seller(services, { memory, clock });

  beforeEach(async () => {
    services = await sampleServices();
    clock = { now: new Date('2026-11-24T09:00:00Z') };
    memory = { record: newPersonRecord() };
  });

  /** Two values typed, then the chat is left. */
  async function leaveDraft(customer = 'Rossi Logistica'): Promise<void> {
    const seller = chat();
    await seller.begin(`deal privato con ${customer}`);
    clock.now = new Date(clock.now.getTime() + 60_000);
  }

  it('are kept once something was typed, and not before', async () => {
    const seller = chat();
    await seller.begin('nuovo deal');
    expect(memory.record.drafts).to.deep.equal([]);
    await seller.say('privato');
    const [draft] = memory.record.drafts;
    expect(draft?.values).to.include({ kind: 'private' });
    expect(draft?.history).to.deep.equal(['kind']);
  });

  it('are offered at the next beginning, in another chat too, and gone on with', async () => {
    await leaveDraft();
    const seller = chat();
    const said = await seller.begin('nuovo deal');
    expect(said.text).to.include('bozza in sospeso: Rossi Logistica');
    expect(said.titles).to.deep.equal(['Riprendi', 'Nuovo', 'Elimina la bozza']);
    expect((await seller.tap('Riprendi')).text).to.include('indirizzo di Rossi Logistica');
  });

  for (const [word, expected] of [
    ['sì', 'indirizzo di Rossi'],
    ['riprendi', 'indirizzo di Rossi'],
    ['no', 'Che tipo di deal'],
    ['uno nuovo', 'Che tipo di deal'],
    ['elimina', 'Bozza eliminata'],
    ['elimina la bozza', 'Bozza eliminata'],
    ['cancella la bozza', 'Bozza eliminata'],
    ['annulla', 'la bozza resta lì'],
  ] as const) {
    it(`understand "${word}" as the answer to the offer`, async () => {
      await leaveDraft();
      const seller = chat();
      await seller.begin('nuovo deal');
      expect(await seller.sure(word)).to.equal('surely');
      expect((await seller.say(word)).text).to.include(expected);
      expect(memory.record.drafts).to.have.length(expected === 'Bozza eliminata' ? 0 : 1);
    });
  }

  it('leave the offered draft alone when a question comes in between', async () => {
    await leaveDraft();
    const seller = chat();
    await seller.begin('nuovo deal');
    expect(await seller.sure('cosa vuol dire co-sell ready?')).to.equal('no');
    expect((await seller.repeat()).text).to.include('bozza in sospeso');
  });

  it('are not offered when the request says what deal it is', async () => {
    await leaveDraft();
    const said = await chat().begin('crea un deal da 50k con Fabrikam');
    expect(said.text).not.to.include('in sospeso');
    expect(memory.record.drafts).to.have.length(2);
  });

  it('are listed, latest first, with buttons to go on with or delete each', async () => {
    await leaveDraft('Rossi Logistica');
    await leaveDraft('Verdi Trasporti');
    const seller = chat();
    const said = await seller.drafts();
    expect(said.text).to.match(/1\. Verdi Trasporti\n2\. Rossi Logistica/);
    expect(said.titles).to.deep.equal(['Riprendi 1', 'Elimina 1', 'Riprendi 2', 'Elimina 2']);
    await seller.tap('Elimina 1');
    expect((await seller.drafts()).text)
      .to.include('Rossi')
      .and.not.include('Verdi');
    expect((await seller.tap('Riprendi')).text).to.include('Riprendo la bozza: Rossi Logistica');
  });

  it('end the form that has them open when they are deleted', async () => {
    const seller = chat();
    await seller.begin('deal privato con Rossi');
    await seller.drafts();
    await seller.tap('Elimina la bozza');
    expect(seller.active).to.equal(null);
    expect((await seller.drafts()).text).to.include('Non hai bozze');
  });

  it('are dropped after 14 days without a touch', async () => {
    await leaveDraft();
    clock.now = new Date('2026-12-07T09:00:00Z');
    expect((await chat().begin('nuovo deal')).text).to.include('in sospeso');
    clock.now = new Date('2026-12-09T09:00:00Z');
    expect((await chat().begin('nuovo deal')).text).to.include('Che tipo di deal');
    expect(memory.record.drafts).to.deep.equal([]);
  });

  it('of an older release keep every value that can still be read, and say so', async () => {
    const at = clock.now.toISOString();
    const values = { kind: 'private', customer: 'Rossi', value: 'molto', gone: 1, closingDate: '2027-03-31' };
    const history = ['kind', 'customer', 'gone', 'value', 'closingDate'];
    const draft = { id: 'old', dialog: 'create-deal', version: 0, values, history, title: 'Rossi' };
    memory.record.drafts = [{ ...draft, createdAt: at, updatedAt: at }];
    const seller = chat();
    await seller.begin('nuovo deal');
    const said = await seller.say('sì');
    expect(said.text).to.include('versione precedente').and.include('indirizzo di Rossi');
    const status = await seller.say('a che punto siamo?');
    expect(status.text)
      .to.include('mercoledì 31 marzo 2027')
      .and.match(/Mancano:.*valore/);
  });

  it('say that a draft is gone when it was deleted from another chat', async () => {
    const seller = chat();
    await seller.begin('deal privato con Rossi');
    memory.record.drafts = [];
    expect((await seller.say('80k')).text).to.include('non c’è più');
    expect(seller.active).to.equal(null);
  });

  it("survive a state of the session that this release can't read, and are listed", async () => {
    await leaveDraft();
    const seller = chat();
    seller.state = { dialogStack: [{ id: 'create-deal', state: { step: 3 } }] };
    expect(seller.active).to.equal(null);
    const said = await seller.say('80k');
    expect(said.text).to.include('aggiornato').and.include('Rossi Logistica');
    expect(said.titles).to.include('Riprendi');
  });

  it('of two people in one group stay apart', async () => {
    await leaveDraft();
    const other = new Seller(services, { clock });
    expect((await other.begin('nuovo deal')).text).to.include('Che tipo di deal');
  });
});
