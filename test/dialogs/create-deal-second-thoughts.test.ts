import { expect } from 'chai';
import { elena, marco, paolo, sara } from '../../src/directory/sample-people.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { Seller } from './dialog-harness.ts';
import { sampleServices } from './engine/runner.ts';

type Services = Awaited<ReturnType<typeof sampleServices>>;

const ADDRESS = 'Via Roma 1, 37100 Verona, Italia';
const CONTACT = 'Mario Rossi, mario.rossi@cliente.example, +39 045 123456';
const START = 'crea un deal co-sell da 80k con Rossi Logistica per fine marzo, soluzione wms';
const STARTED = 'create a co-sell deal worth 80k with Rossi Logistica by end of March, solution wms';

describe('create-deal, when people think again', () => {
  let services: Services;
  let seller: Seller;
  let english: Seller;
  const newest = async (): Promise<Referral | undefined> => (await services.gateway.list(sara))[0];
  const saying = async (who: Seller, ...lines: readonly string[]) => {
    for (const line of lines) {
      expect(who.active === null || (await who.sure(line)) !== 'no', `not the form's: ${line}`).to.equal(
        true,
      );
      await who.say(line);
    }
    return who.last;
  };

  beforeEach(async () => {
    services = await sampleServices();
    seller = new Seller(services);
    english = new Seller(services, { locale: 'en' });
  });

  describe('at another question, the form takes', () => {
    const it_: readonly (readonly [said: string, shown: RegExp])[] = [
      ['no aspetta il valore è 95k', /valore 95\.000 €/],
      ['no anzi 95k', /valore 95\.000 €/],
      ['aspetta, vale 95k', /valore 95\.000 €/],
      ['in realtà privato', /tipo Privato/],
      ['mettilo privato', /tipo Privato/],
      ['chiude tra due mesi', /chiusura domenica 24 gennaio 2027/],
      ['anzi, chiudiamo a fine aprile', /chiusura venerdì 30 aprile 2027/],
      ['e anche aurelia analytics', /altre soluzioni Aurelia Analytics/],
      ['e anche paolo', /altri nel team Paolo Serra/],
      ['valore 95k', /valore 95\.000 €/],
      ['niente marketplace', /marketplace No/],
      ['il marketplace sì', /marketplace Sì/],
    ];
    const en_: typeof it_ = [
      ['no wait the value is 95k', /value €95,000/],
      ['actually 95k', /value €95,000/],
      ['hold on, it is worth 95k', /value €95,000/],
      ['actually private', /kind Private/],
      ['make it private', /kind Private/],
      ['it closes in two months', /closing date Sunday 24 January 2027/],
      ['and also aurelia analytics', /other solutions Aurelia Analytics/],
      ['and also paolo', /others on the team Paolo Serra/],
    ];
    for (const [said, shown] of it_)
      it(`"${said}"`, async () => {
        await seller.begin(START);
        await saying(seller, ADDRESS, CONTACT);
        expect(await seller.sure(said)).not.to.equal('no');
        expect((await seller.say(said)).text)
          .to.match(shown)
          .and.match(/aiuto vuoi|marketplace/);
      });
    for (const [said, shown] of en_)
      it(`"${said}"`, async () => {
        await english.begin(STARTED);
        await saying(english, ADDRESS, CONTACT);
        expect(await english.sure(said)).not.to.equal('no');
        expect((await english.say(said)).text)
          .to.match(shown)
          .and.match(/help do you want|marketplace/);
      });
  });

  it('goes back to co-sell by words, at any question', async () => {
    await seller.begin(START);
    await saying(seller, ADDRESS, CONTACT, 'in realtà privato');
    expect((await saying(seller, 'mettilo co-sell')).text).to.match(
      /tipo Co-sell con Microsoft[^]*aiuto vuoi/,
    );
  });

  it('a question about kinds is no answer, in either language', async () => {
    await seller.begin(START);
    await saying(seller, ADDRESS, CONTACT);
    expect(await seller.sure("che differenza c'è tra co-sell e condiviso?")).to.equal('no');
    expect(await seller.sure("what's the difference between shared and co-sell?")).to.equal('no');
  });

  it('an amount without a currency keeps the one chosen', async () => {
    await seller.begin('crea un deal privato con Rossi Logistica, soluzione wms');
    await saying(seller, ADDRESS, '20.000 dollari');
    expect((await saying(seller, 'il valore è 2 milioni e mezzo')).text).to.include('2.500.000 $');
    expect((await saying(seller, 'cambia il valore in 30k euro')).text).to.include('30.000 €');
    expect((await saying(seller, 'anzi 40k')).text).to.include('40.000 €');
  });

  describe('"vai avanti", "go on"', () => {
    it('is no yes at a question that has a yes, and no town', async () => {
      await seller.begin('crea un deal privato da 80k con Rossi Logistica per fine marzo, soluzione wms');
      expect((await saying(seller, 'vai avanti')).text).to.include('Qual è l’indirizzo');
      await saying(seller, 'via Roma 1');
      expect((await saying(seller, 'vai avanti')).text)
        .to.include('Mi mancano ancora la città e il paese')
        .and.not.include('Vai Avanti');
      await saying(seller, 'Verona, Italia');
      const said = await saying(seller, 'vai avanti');
      expect(said.text).to.match(/senza "marketplace" non posso[^]*marketplace commerciale/);
      await english.begin('create a private deal worth 80k with Rossi Logistica by end of March, wms');
      await saying(english, ADDRESS);
      expect((await saying(english, 'go on')).text).to.match(/can’t go on without[^]*marketplace/);
    });

    it('passes over what is optional and keeps what has a value', async () => {
      await seller.begin(START);
      await saying(seller, ADDRESS, CONTACT, 'demo', 'no');
      expect((await saying(seller, 'avanti')).text).to.include('Riepilogo');
      await saying(seller, 'cambia il valore');
      expect((await saying(seller, 'vai avanti')).text).to.include('Valore: 80.000 €');
    });
  });

  describe('another customer', () => {
    it('takes its own address and contact, and the old ones are said to be gone', async () => {
      await seller.begin('crea un deal co-sell da 80k con Rossi Logistica per fine marzo, soluzione wms');
      await saying(seller, ADDRESS, CONTACT);
      const known = await saying(seller, 'cambia il cliente in Wingtip Toys S.p.A.');
      expect(known.text)
        .to.match(/Non valgono più: indirizzo, contatto\./)
        .and.match(/Ho già[^]*indirizzo Via della Bozza 19/)
        .and.include('C’è già un deal aperto con Wingtip Toys');
      const unknown = await saying(seller, 'il cliente è Bianchi Trasporti');
      expect(unknown.text).to.include('Qual è l’indirizzo di Bianchi Trasporti');
      const again = await saying(seller, 'cambia il cliente in Wingtip Toys');
      expect(again.text).to.include('C’è già un deal aperto con Wingtip Toys');
    });

    it('is none where only the legal form is added', async () => {
      await english.begin(STARTED);
      await saying(english, ADDRESS, CONTACT);
      const said = await saying(english, 'change the customer to Rossi Logistica S.r.l.');
      expect(said.text).not.to.match(/no longer hold|address of/);
      const other = await saying(english, 'change the customer to Smith Haulage');
      expect(other.text).to.match(/These no longer hold: address, contact\.[^]*Smith Haulage’s? address/);
    });
  });

  describe('a word serves one slot', () => {
    it('a solution at the address or the contact is that alone', async () => {
      await seller.begin('crea un deal privato da 80k con Rossi Logistica per fine marzo');
      await saying(seller, 'via Roma 1');
      expect((await saying(seller, 'edge')).text)
        .to.include('soluzione Aurelia Edge')
        .and.include('città');
      expect(seller.asked).to.equal('address');
      expect(seller.values['address']).to.equal(undefined);
      await english.begin('create a co-sell deal worth 80k with Rossi Logistica by end of March');
      await saying(english, ADDRESS);
      expect((await saying(english, 'aurelia wms')).text)
        .to.include('solution Aurelia WMS')
        .and.match(/contact/)
        .and.not.include('I still need');
    });

    it('a name or a street is read as nothing else', async () => {
      const said = await seller.begin('crea un deal privato da 80k con Edge Logistics');
      expect(said.text).to.include('cliente Edge Logistics').and.not.include('soluzione');
      await saying(seller, 'Via 20 Settembre 12, 40100 Bologna, Italia');
      expect(seller.last.text).to.include('Via 20 Settembre 12').and.not.include('chiusura');
    });

    it('a day at the contact is no name', async () => {
      await seller.begin('crea un deal co-sell da 80k con Rossi Logistica, wms');
      await saying(seller, ADDRESS);
      expect((await saying(seller, 'fine marzo')).text)
        .to.include('mercoledì 31 marzo 2027')
        .and.include('Chi è il contatto');
    });
  });

  it('an address at the question for the customer is put to the address', async () => {
    await seller.begin('crea un deal privato da 80k con Rossi Logistica per fine marzo, soluzione wms');
    await saying(seller, 'indietro', 'indietro', 'indietro', 'indietro');
    await saying(seller, 'cambia il cliente');
    const said = await saying(seller, 'Via Garibaldi 12, 40100 Bologna');
    expect(said.text).to.include('indirizzo Via Garibaldi 12, 40100 Bologna, Italia');
    expect(seller.values['customer']).to.equal('Rossi Logistica');
    expect((await saying(seller, 'no')).text).to.include('deal con Rossi Logistica');
  });

  it('the kind of help in the first sentence is taken', async () => {
    expect((await seller.begin(`${START}, aiuto demo`)).text).to.include('aiuto Demo o prova');
    expect((await english.begin(`${STARTED}, help with licensing`)).text).to.match(/help .*licen/i);
    const none = await new Seller(services).begin('crea un deal condiviso senza aiuto demo a parte');
    expect(none.text).not.to.include('Demo');
  });

  it('"scrivile tu" at the summary drafts the notes', async () => {
    await seller.begin('crea un deal privato da 80k con Rossi Logistica per fine marzo, soluzione wms');
    await saying(seller, ADDRESS, 'no');
    expect((await saying(seller, 'scrivile tu')).text).to.include('La tengo?');
  });

  it('says how many questions are left once the kind is known', async () => {
    expect((await seller.begin('crea un deal')).text).not.to.include('ne mancano');
    expect((await saying(seller, 'co-sell')).text).to.include('(ne mancano 9)');
    expect((await english.begin('create a deal')).text).not.to.include('to go)');
    expect((await saying(english, 'private')).text).to.include('(6 to go)');
  });

  it('"no" at the kind is no kind, and answers whether Microsoft may see the deal', async () => {
    await seller.begin('crea un deal');
    expect((await saying(seller, 'no')).text).to.include('Non capisco il tipo');
    await english.begin("create a deal, I don't need help from Microsoft");
    expect((await saying(english, 'no')).text).to.include('kind Private');
  });

  it('asks in one short line whether a recreated deal is thrown away', async () => {
    const [old] = await services.gateway.list(sara);
    await seller.begin({ recreates: old?.id ?? '' });
    const said = await saying(seller, 'annulla');
    expect(said.text).to.match(/^Butto via .{1,130}\? Poi non si recupera\.$/);
    expect(said.text).not.to.include('hai scritto');
  });

  it('a note may be dictated at any question, and nothing else is read from it', async () => {
    await seller.begin('crea un deal privato da 80k con Rossi Logistica per fine marzo, soluzione wms');
    await saying(seller, ADDRESS, 'no');
    const said = await saying(seller, 'scrivi: Chiamare il CFO prima di Natale');
    expect(said.text)
      .to.include('Note: Chiamare il CFO prima di Natale')
      .and.include('Chiusura: mercoledì 31 marzo 2027');
    const other = await saying(seller, 'aggiungi una nota: gara entro il 10 gennaio');
    expect(other.text).to.include('Note: gara entro il 10 gennaio').and.include('31 marzo 2027');
    await english.begin('create a private deal worth 80k with Rossi Logistica by end of March, wms');
    await saying(english, ADDRESS);
    const noted = await saying(english, 'make notes: call the CFO before Christmas');
    expect(noted.text).to.include('notes call the CFO before Christmas').and.not.include('closing date');
  });

  it('a note on a private deal is not asked for Microsoft', async () => {
    await seller.begin('crea un deal privato da 80k con Rossi Logistica per fine marzo, soluzione wms');
    await saying(seller, ADDRESS, 'no');
    expect((await seller.tap('Aggiungi note')).text)
      .to.include('una nota al deal')
      .and.not.include('Microsoft');
    await english.begin('create a private deal worth 80k with Rossi Logistica by end of March, wms');
    await saying(english, ADDRESS, 'no');
    expect((await english.tap('Add notes')).text)
      .to.include('Add a note to the deal')
      .and.not.include('Microsoft');
  });

  it('an objection to a drafted note is no note', async () => {
    await seller.begin(START);
    await saying(seller, ADDRESS, CONTACT, 'demo', 'no', 'scrivile tu');
    for (const said of ['troppo lunga', 'un altra', 'no'])
      expect((await saying(seller, said)).text, said)
        .to.include('La tengo?')
        .and.not.include(`note ${said}`);
    await english.begin(STARTED);
    await saying(english, ADDRESS, CONTACT, 'demo', 'no', 'write them', 'shorter');
    expect(english.last.text).not.to.include('notes shorter');
  });

  it('the last of two amounts counts where the first is taken back', async () => {
    await seller.begin(START);
    await saying(seller, ADDRESS, CONTACT);
    expect((await saying(seller, 'valore 80 mila $, anzi 90 mila')).text).to.include('valore 90.000 $');
  });

  it('of several solutions in place of one that isn’t ready the first is the main one', async () => {
    await seller.begin('crea un deal co-sell da 80k con Rossi Logistica per fine marzo, soluzione edge');
    await saying(seller, ADDRESS, CONTACT);
    expect((await saying(seller, 'analytics e wms')).text).to.include('aiuto vuoi');
    await saying(seller, 'demo', 'no', 'no');
    expect(seller.last.text).to.match(/Soluzione: Aurelia Analytics\nAltre soluzioni: Aurelia WMS/);
  });

  it('an order is no name, and a solution to take out no contact', async () => {
    await seller.begin('crea un deal co-sell da 80k per fine marzo, soluzione wms');
    expect((await seller.say('chiudilo come perso')).text).to.include('nome dell’azienda');
    await saying(seller, 'Rossi Logistica', 'Via Roma 1');
    await seller.say('apri il deal');
    expect([seller.asked, seller.values['address']]).to.deep.equal(['address', undefined]);
    await saying(seller, 'Verona');
    expect((await saying(seller, 'togli analytics')).text).to.include('non è tra quelle aggiunte');
    expect([seller.asked, seller.values['contact']]).to.deep.equal(['contact', undefined]);
  });

  it('"indietro" from the summary goes to a question that was asked', async () => {
    await seller.begin('crea un deal privato da 80k con Rossi Logistica per fine marzo, soluzione wms');
    await saying(seller, ADDRESS, 'aggiungi paolo al team', 'no');
    expect((await saying(seller, 'indietro')).text).to.include('marketplace');
  });

  describe('the team', () => {
    const names = (deal: Referral | undefined) => deal?.team.map(({ firstName }) => firstName);

    for (const words of [
      'aggiungi il mio collega Marco Galli al team',
      'metti anche la mia collega Elena e il mio collega Marco Galli nel team',
      'aggiungi il dottor Marco Galli delle vendite al team',
      'aggiungi Galli Marco al team',
    ])
      it(`knows whom "${words}" names`, async () => {
        await seller.begin(START);
        expect((await saying(seller, words)).text).to.match(/altri nel team (?:Elena Riva e )?Marco Galli\./);
      });
    for (const words of [
      'add my colleague Marco Galli to the team',
      'put our colleague Mr Marco Galli on the team',
    ])
      it(`knows whom "${words}" names`, async () => {
        await english.begin(STARTED);
        expect((await saying(english, words)).text).to.include('others on the team Marco Galli.');
      });

    it('says who is still missing until he is known, and creates nothing before', async () => {
      await seller.begin('crea un deal privato da 80k con Rossi Logistica per fine marzo, soluzione wms');
      await saying(seller, ADDRESS, 'no', 'aggiungi Marco Gali al team');
      expect(seller.last.text).to.include('Non trovo "Marco Gali"');
      const said = await saying(seller, 'e anche paolo');
      expect(said.text).to.match(/altri nel team Paolo Serra\.[^]*Non trovo tra i colleghi: Marco Gali\./);
      const more = await saying(seller, 'aggiungi Luca Bianchi e Elena al team');
      expect(more.text).to.match(/Elena Riva\.[^]*Marco Gali e Luca Bianchi\. Scrivi .* di Marco Gali/);
      await saying(seller, 'confermo');
      expect(seller.active, 'still open').not.to.equal(null);
      expect((await saying(seller, 'Marco Galli')).text).to.match(/Non trovo tra i colleghi: Luca Bianchi\./);
      const typed = await saying(seller, '+39 055 111222, luca@aureliasistemi.example');
      expect(typed.text).to.match(/Riepilogo[^]*Paolo Serra, Elena Riva, Marco Galli e Luca Bianchi/);
      await saying(seller, 'confermo');
      expect(names(await newest())).to.deep.equal([
        sara.firstName,
        paolo.firstName,
        elena.firstName,
        marco.firstName,
        'Luca',
      ]);
    });

    it('says whom it leaves out', async () => {
      await english.begin('create a private deal worth 80k with Rossi Logistica by end of March, wms');
      await saying(english, ADDRESS, 'add Jane Smith and Paolo to the team');
      expect(english.last.text).to.match(/Paolo Serra\.[^]*I can’t find among your colleagues: Jane Smith/);
      expect((await english.tap('Keep it')).text).to.include('Leaving out Jane Smith.');
      await saying(english, 'add Jane Smith and Elena to the team');
      expect((await saying(english, 'leave her out')).text).to.include('others on the team without');
      expect((await saying(english, 'no')).text).to.include('Others on the team: Paolo Serra and Elena Riva');
    });

    it('does not take Marco Bianchi for Marco Galli', async () => {
      const said = await seller.begin(`${START}, con Marco Bianchi nel team`);
      expect(said.text).not.to.include('Marco Galli');
    });
  });
});
