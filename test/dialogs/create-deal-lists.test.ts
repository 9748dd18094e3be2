import { expect } from 'chai';
import { elena, marco, paolo, sara } from '../../src/directory/sample-people.ts';
import type { Person } from '../../src/directory/directory.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { newPersonRecord } from '../../src/storage/person-record.ts';
import { Seller } from './dialog-harness.ts';
import { sampleServices } from './engine/runner.ts';

type Services = Awaited<ReturnType<typeof sampleServices>>;

const ADDRESS = 'Via Roma 1, 37100 Verona, Italia';
const WMS = { id: 'SOL-70218-QRT', name: 'Aurelia WMS' };
const ANALYTICS = { id: 'SOL-70219-QRT', name: 'Aurelia Analytics' };
const EDGE = { id: 'SOL-70220-QRT', name: 'Aurelia Edge' };

describe('create-deal, further solutions and team', () => {
  let services: Services;
  let seller: Seller;
  const newest = async (): Promise<Referral | undefined> => (await services.gateway.list(sara))[0];

  beforeEach(async () => {
    services = await sampleServices();
    seller = new Seller(services);
  });

  /** A private deal at its summary. */
  async function reachSummary(solution = 'wms'): Promise<void> {
    await seller.begin(
      `crea un deal privato da 80k con Rossi Logistica per fine marzo, soluzione ${solution}`,
    );
    await seller.say(ADDRESS);
    await seller.say('no');
    expect(seller.last.text).to.include('Riepilogo');
  }

  it('neither is asked, shown or sent where nothing is said of them', async () => {
    await reachSummary();
    expect(seller.messages).to.equal(3);
    expect(seller.last.text).not.to.match(/Altre soluzioni|Altri nel team/);
    await seller.say('confermo');
    expect((await newest())?.solutions).to.deep.equal([WMS]);
    expect((await newest())?.team.map(({ objectId }) => objectId)).to.deep.equal([sara.objectId]);
  });

  it('both go into the deal, the main solution and the creator first', async () => {
    await reachSummary();
    await seller.say('aggiungi edge e analytics');
    await seller.say('aggiungi Marco Galli e Paolo al team');
    await seller.say('confermo');
    const deal = await newest();
    expect(deal?.solutions).to.deep.equal([WMS, EDGE, ANALYTICS]);
    expect(deal?.team.map(({ objectId }) => objectId)).to.deep.equal([
      sara.objectId,
      marco.objectId,
      paolo.objectId,
    ]);
    expect((await services.gateway.list(marco)).map(({ id }) => id)).to.include(deal?.id);
  });

  describe('solutions', () => {
    for (const sentence of [
      'wms e analytics',
      'wms, analytics',
      'wms più analytics',
      'wms e anche analytics',
    ]) {
      it(`the first sentence may name several: "${sentence}"`, async () => {
        await reachSummary(sentence);
        expect(seller.last.text).to.match(/Soluzione: Aurelia WMS\nAltre soluzioni: Aurelia Analytics/);
      });
    }

    it('a choice between two is asked, not taken for both', async () => {
      await seller.begin('crea un deal privato da 80k con Rossi Logistica per fine marzo, wms o analytics');
      const said = await seller.say(ADDRESS);
      expect(said.text).to.include('Quale soluzione proponi');
    });

    it('are read mistyped and by their ids, each once', async () => {
      await reachSummary();
      expect((await seller.say('aggiungi la soluzione analitics')).text).to.include(
        'Altre soluzioni: Aurelia Analytics',
      );
      expect((await seller.say('aggiungi SOL-70220-QRT')).text).to.include(
        'Aurelia Analytics e Aurelia Edge',
      );
      await seller.say('aggiungi analytics');
      expect(seller.last.text).to.include('Altre soluzioni: Aurelia Analytics e Aurelia Edge\n');
    });

    it('without a name are asked for, with what can be taken out and what can be added', async () => {
      await reachSummary('wms e analytics');
      const said = await seller.say('aggiungi un’altra soluzione');
      expect(said.text).to.include('Quali altre soluzioni');
      expect(said.titles).to.deep.equal(['Togli Aurelia Analytics', 'Aurelia Edge', 'Tieni così']);
      expect((await seller.tap('Aurelia Edge')).text).to.include(
        'Altre soluzioni: Aurelia Analytics e Aurelia Edge',
      );
      await seller.say('cambia le altre soluzioni');
      expect((await seller.tap('Togli Aurelia Analytics')).text).to.include('Altre soluzioni: Aurelia Edge');
      await seller.say('cambia le altre soluzioni');
      expect((await seller.say('togli tutte')).text).not.to.include('Altre soluzioni:');
    });

    it('never hold the main one: it is said to be that, and becomes it no second time', async () => {
      await reachSummary('wms e analytics');
      expect((await seller.say('aggiungi wms')).text).to.include('già la soluzione principale');
      expect((await seller.say('togli la soluzione wms')).text).to.include('cambia la soluzione');
      expect((await seller.say('cambia la soluzione in analytics')).text).not.to.include('Altre soluzioni:');
      await seller.say('confermo');
      expect((await newest())?.solutions).to.deep.equal([ANALYTICS]);
    });

    it('that Microsoft may not see are refused in a co-sell deal, and the question at hand stays', async () => {
      await seller.begin('crea un deal co-sell da 80k con Rossi Logistica per fine marzo, soluzione wms');
      const said = await seller.say('aggiungi analytics e edge');
      expect(said.text)
        .to.match(/aggiunta Aurelia Analytics[^]*Non ancora pronta[^]*Aurelia Edge/)
        .and.include('indirizzo');
      expect((await seller.say('aggiungi edge')).text).to.match(/resta fuori[^]*Qual è l’indirizzo/);
    });

    it('that aren’t ready stay out when the deal becomes co-sell, which is said, and come back with private', async () => {
      await reachSummary();
      await seller.say('aggiungi edge');
      await seller.say('cambia il tipo in co-sell');
      expect(seller.last.text).to.include('Resta fuori da questo deal');
      for (const line of ['vai avanti', 'Mario Rossi, m@r.example, +39 045 123456', 'demo', 'salta'])
        await seller.say(line);
      expect(seller.last.text).to.include('Riepilogo').and.not.include('Edge');
      expect((await seller.say('cambia il tipo in privato')).text).to.include(
        'Altre soluzioni: Aurelia Edge',
      );
    });

    it('leave sentences alone that are about something else', async () => {
      await reachSummary();
      expect((await seller.say('aggiungi una nota')).text).to.include('aggiungere una nota');
      await seller.say('aggiungi che il cliente usa già Aurelia Analytics in due sedi');
      expect(seller.last.text).not.to.include('Altre soluzioni:');
    });
  });

  describe('team', () => {
    it('asks which of two people of one name, and keeps who was named beside', async () => {
      const other: Person = {
        ...elena,
        firstName: 'Marco',
        lastName: 'Riva',
        email: 'marco.riva@aurelia.example',
      };
      const directory: Services['directory'] = {
        ...services.directory,
        listColleagues: () => Promise.resolve([marco, other, paolo]),
      };
      seller = new Seller({ ...services, directory });
      await reachSummary();
      const said = await seller.say('aggiungi Paolo e Marco al team');
      expect(said.text).to.include('Quale "Marco"');
      expect(said.titles).to.deep.equal(['Marco Galli', 'Marco Riva']);
      expect((await seller.say('riva')).text).to.match(
        /Altri nel team: (?:Paolo Serra e Marco Riva|Marco Riva e Paolo Serra)/,
      );
    });

    it('asks back where a name is only like a colleague’s', async () => {
      await reachSummary();
      const said = await seller.say('aggiungi Marko Gali');
      expect(said.text).to.include('Non trovo "Marko Gali" tra i colleghi');
      expect((await seller.say('sì')).text).to.include('Altri nel team: Marco Galli');
    });

    it('takes somebody who isn’t listed, part by part, and shows all of what was typed', async () => {
      await reachSummary();
      expect((await seller.say('aggiungi Ada Neri al team')).text).to.match(
        /Mi mancano ancora il telefono e l’e-mail/,
      );
      expect((await seller.say('+39 055 111222')).text).to.match(/Mi manca ancora l’e-mail/);
      const said = await seller.say('ada.neri@aurelia.example');
      expect(said.text).to.include('Altri nel team\nAda Neri (ada.neri@aurelia.example, +39055111222)');
      await seller.say('togli Ada');
      expect(seller.last.text).not.to.include('Altri nel team');
    });

    it('a half-typed person is given up by keeping what was there', async () => {
      await reachSummary();
      await seller.say('metti Marco nel team');
      await seller.say('aggiungi Ada Neri al team');
      expect((await seller.tap('Tieni così')).text).to.include('Altri nel team: Marco Galli\n');
      expect((await seller.say('cambia il team')).text).to.include('Chi altro metto');
    });

    it('never takes the creator twice, nor anybody else', async () => {
      await reachSummary();
      const own = 'aggiungi Sara Conti, +39 055 1, sara.conti@aureliasistemi.example, +39 055 123456 al team';
      expect((await seller.say(own)).text).to.include('già il contatto da parte vostra');
      await seller.say('metti Marco nel team');
      await seller.say('metti Galli nel team');
      expect(seller.last.text).to.include('Altri nel team: Marco Galli\n');
    });

    it('in the first sentence is taken for no customer', async () => {
      const said = await seller.begin('crea un deal privato da 80k con Contoso, con Marco nel team');
      expect(said.text).to.include('cliente Contoso').and.include('altri nel team Marco Galli');
    });
  });

  it('"Ricrea il deal" keeps further solutions and team, without who recreates it', async () => {
    await reachSummary('wms e analytics');
    await seller.say('metti Marco nel team');
    await seller.say('aggiungi Ada Neri, ada@aurelia.example, +39 055 111222 al team');
    await seller.say('confermo');
    const old = await newest();
    await seller.begin({ recreates: old?.id ?? '' });
    if (!seller.last.text.includes('Riepilogo')) await seller.say('vai avanti');
    expect(seller.last.text)
      .to.include('Altre soluzioni: Aurelia Analytics')
      .and.include('Altri nel team: Marco Galli e Ada Neri (ada@aurelia.example, +39055111222)');
    await seller.say('confermo');
    const again = await newest();
    expect(again?.id).not.to.equal(old?.id);
    expect(again?.solutions).to.deep.equal(old?.solutions);
    expect(again?.team).to.deep.equal(old?.team);
  });

  it('a person begun in one chat is finished in another', async () => {
    const memory = { record: newPersonRecord() };
    seller = new Seller(services, { memory });
    await seller.begin('crea un deal co-sell da 80k con Rossi Logistica');
    await seller.say('Via Roma 1');
    const elsewhere = new Seller(services, { memory });
    await elsewhere.begin('nuovo deal');
    expect((await elsewhere.say('riprendi')).text).to.match(
      /Segnato: Via Roma 1\. Mi mancano ancora la città e il paese/,
    );
    expect((await elsewhere.say('37100 Verona, Italia')).text).to.include('Via Roma 1, 37100 Verona, Italia');
    expect(memory.record.drafts[0]?.partial ?? null).to.equal(null);
  });

  it('what there was of an address ends with the customer it was for', async () => {
    await seller.begin('crea un deal privato da 80k con Rossi Logistica');
    await seller.say('Via Roma 1');
    await seller.say('cambia il cliente in Fabrikam');
    expect((await seller.say('cambia l’indirizzo')).text).to.include('Qual è l’indirizzo di Fabrikam');
  });
});
