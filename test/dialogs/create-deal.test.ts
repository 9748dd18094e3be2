import { expect } from 'chai';
import { marco, nadia, paolo, sara } from '../../src/directory/sample-people.ts';
import type { Referral } from '../../src/referrals/referral.ts';
import { Seller } from './dialog-harness.ts';
import type { Said } from './dialog-harness.ts';
import { sampleServices } from './engine/runner.ts';

type Services = Awaited<ReturnType<typeof sampleServices>>;

const ACTOR = { tenantId: sara.tenantId, objectId: sara.objectId };

/** Says each line in turn; the first begins the form. */
async function play(seller: Seller, ...lines: readonly string[]): Promise<Said> {
  const [first = 'nuovo deal', ...rest] = lines;
  let said = await seller.begin(first);
  for (const line of rest) said = await seller.say(line);
  return said;
}

/** The note that was drafted, below the line that says so. */
const draftIn = ({ text }: Said): string => /dai campi del deal:\n(.*)/.exec(text)?.[1] ?? '';

describe('create-deal', () => {
  let services: Services;
  let seller: Seller;
  const newest = async (): Promise<Referral | undefined> => (await services.gateway.list(ACTOR))[0];

  beforeEach(async () => {
    services = await sampleServices();
    seller = new Seller(services);
  });

  describe('first sentence', () => {
    it('takes kind, customer, value and date, and shows them back in full', async () => {
      const said = await seller.begin('crea un deal co-sell da 80k con Fabrikam per fine marzo');
      for (const part of ['Co-sell', 'Fabrikam', '80.000 €', 'mercoledì 31 marzo 2027']) {
        expect(said.text).to.include(part);
      }
    });

    it('proposes address, contact and solution from the earlier deal, and asks none of them', async () => {
      const said = await seller.begin('crea un deal co-sell da 80k con Fabrikam per fine marzo');
      expect(said.text).to.match(/Ho già[^]*indirizzo[^]*contatto[^]*Aurelia WMS/);
      expect(said.text).to.match(/aiuto vuoi/);
    });

    it('takes no kind from a question about co-sell readiness', async () => {
      const said = await seller.begin('nuovo deal per una soluzione co-sell ready');
      expect(said.text).to.include('Che tipo di deal');
    });

    const sentences: readonly (readonly [sentence: string, customer: string, amount: string])[] = [
      ['registra la trattativa con Wingtip da 40k', 'Wingtip Toys', '40.000 €'],
      [
        'vorrei un nuovo affare privato per Rossi Logistica da 1,2 milioni di dollari',
        'Rossi Logistica',
        '1.200.000 $',
      ],
      ['crea deal con "Annulla S.r.l." da 30 mila euro', 'Annulla S.r.l', '30.000 €'],
      ['crea un deal da 55k con Contosso', 'Contoso', '55.000 €'],
    ];
    for (const [sentence, customer, amount] of sentences) {
      it(`reads "${sentence}"`, async () => {
        const said = await seller.begin(sentence);
        expect(said.text).to.include(`cliente ${customer}`);
        expect(said.text).to.include(amount);
      });
    }
  });

  it('keeps a name it isn’t sure of from turn to turn, and asks about it', async () => {
    expect((await seller.begin('un deal, Orma, 40k')).titles).to.include('Orma');
    await seller.say('sì');
    expect(seller.values).to.deep.include({ customer: 'Orma' });
  });

  describe('message counts for a known customer', () => {
    it('needs six messages for a private deal, the confirmation counted', async () => {
      const said = await play(
        seller,
        'nuovo deal',
        'privato',
        'Tailspin Toys',
        '30k',
        'fine marzo',
        'confermo',
      );
      expect(said.text).to.include('è creato');
      expect(seller.messages).to.equal(6);
    });

    it('needs eight for a co-sell deal', async () => {
      const lines = ['nuovo deal', 'co-sell', 'Fabrikam', '80k', 'fine marzo', 'demo', 'no', 'sì'];
      const said = await play(seller, ...lines);
      expect(said.text).to.include('è creato');
      expect(seller.messages).to.equal(8);
    });

    it('needs eight for a small co-sell deal too', async () => {
      const lines = ['nuovo deal', 'co-sell', 'Fabrikam', '20k', 'vai avanti', 'fine marzo', 'demo', 'sì'];
      const said = await play(seller, ...lines);
      expect(said.text).to.include('è creato');
      expect(seller.messages).to.equal(8);
    });
  });

  describe('eligibility', () => {
    it('stops who has no role, names who can grant it, gives a message, and collects nothing', async () => {
      const stopped = new Seller(services, { person: paolo });
      const said = await stopped.begin('voglio creare un deal da 80k');
      expect(said.text).to.include('Elena Riva').and.include('Dario Fontana').and.include('Paolo Serra');
      expect(stopped.active).to.equal(null);
      expect(stopped.memory.record.drafts).to.deep.equal([]);
    });

    it('lets a referrals user go on, with one sentence, and puts them on the team', async () => {
      const user = new Seller(services, { person: marco });
      const said = await play(user, 'voglio creare un deal');
      expect(said.text).to.match(/utente delle segnalazioni[^]*potrebbe rifiutare/);
      await user.say('privato');
      await user.say('Northwind Traders');
      await user.say('50k');
      await user.say('fine marzo');
      await user.say('confermo');
      expect((await newest())?.team[0]?.objectId).to.equal(marco.objectId);
    });

    it("goes on where roles can't be known, and says so", async () => {
      const said = await new Seller(services, { person: { ...sara, roles: null } }).begin('nuovo deal');
      expect(said.text).to.include('Non posso vedere i tuoi ruoli').and.include('Che tipo');
    });

    it("stops a person whom the directory doesn't know", async () => {
      const stranger = new Seller(services, { person: null });
      expect((await stranger.begin('nuovo deal')).text).to.include('Non ti trovo');
      expect(stranger.active).to.equal(null);
    });

    it('explains the solution criterion to a company with no ready solution', async () => {
      const gateway = { ...services.gateway, listSolutions: () => Promise.resolve([notReady]) };
      const company = new Seller({ ...services, gateway });
      const said = await company.begin('nuovo deal');
      expect(said.text)
        .to.include('pronta per il co-sell: manca')
        .and.include('Ruolo nelle Segnalazioni: c’è');
      expect(company.active).to.equal(null);
    });
  });

  describe('answers to one question', () => {
    it('takes value, currency and date at the value step, and asks only shared or private', async () => {
      await play(seller, 'nuovo deal', 'co-sell', 'Fabrikam');
      const said = await seller.say('80k in dollari, chiude a fine marzo, niente aiuto da Microsoft');
      expect(said.text).to.include('80.000 $').and.include('mercoledì 31 marzo 2027');
      expect(said.titles).to.include.members(['Condiviso, senza aiuto', 'Privato']);
      expect(said.text).not.to.include('Non ho capito');
      expect(said.titles).not.to.include('Co-sell con Microsoft');
      expect((await seller.say('condiviso')).text).to.include('Riepilogo');
    });

    const values: readonly (readonly [typed: string, shown: string])[] = [
      ['80.000,50 €', '80.000,50 €'],
      ['80k', '80.000 €'],
      ['ottantamila euro', '80.000 €'],
      ['$1.2M', '1.200.000 $'],
      ['1,2 milioni di dollari', '1.200.000 $'],
      ['80 mila', '80.000 €'],
      ['1.200', '1.200 €'],
    ];
    for (const [typed, shown] of values) {
      it(`reads the value "${typed}" as ${shown}`, async () => {
        const said = await play(seller, 'nuovo deal', 'privato', 'Fabrikam', typed);
        expect(said.text).to.include(`valore ${shown}`);
      });
    }

    it('asks which is meant by "80", and takes the tap or the words', async () => {
      const said = await play(seller, 'nuovo deal', 'privato', 'Fabrikam', '80');
      expect(said.titles).to.deep.equal(['80 €', '80.000 €']);
      expect((await seller.say('la seconda')).text).to.include('valore 80.000 €');
    });

    it('asks which of two values is meant', async () => {
      const said = await play(seller, 'nuovo deal', 'privato', 'Fabrikam', 'tra 50k e 60k');
      expect(said.titles).to.deep.equal(['50.000 €', '60.000 €']);
    });

    for (const typed of ['-5', 'gratis', 'un sacco']) {
      it(`answers the value "${typed}" with an example, and asks on`, async () => {
        const said = await play(seller, 'nuovo deal', 'privato', 'Fabrikam', typed);
        expect(said.text).to.match(/per esempio 80\.000 €/);
        expect((await seller.say('80k')).text).to.include('valore 80.000 €');
      });
    }

    it('asks which day is meant where words have two usual readings', async () => {
      const said = await play(seller, 'nuovo deal', 'privato', 'Fabrikam', '80k', 'venerdì prossimo');
      expect(said.titles).to.deep.equal(['venerdì 27 novembre 2026', 'venerdì 4 dicembre 2026']);
      expect(seller.values['closingDate']).to.equal(undefined);
      const other = await seller.tap('venerdì 4 dicembre 2026');
      expect(other.text).to.include('Chiusura: venerdì 4 dicembre 2026');
    });

    it('refuses a past date with the nearest future reading', async () => {
      const said = await play(seller, 'nuovo deal', 'privato', 'Fabrikam', '80k', '15 marzo 2020');
      expect(said.titles).to.deep.equal(['lunedì 15 marzo 2027']);
      expect((await seller.say('sì')).text).to.include('Chiusura: lunedì 15 marzo 2027');
    });

    it('knows that 31 February is no date', async () => {
      const said = await play(seller, 'nuovo deal', 'privato', 'Fabrikam', '80k', '31 febbraio');
      expect(said.text).to.include('non esiste');
    });

    it('asks for the missing parts of an address alone, and proposes the country', async () => {
      const said = await play(seller, 'nuovo deal', 'privato', 'Rossi Logistica', 'Via Roma 1');
      expect(said.text).to.include('la città');
      expect((await seller.say('37100 Verona')).text).to.include('Via Roma 1, 37100 Verona, Italia');
    });

    it('asks for the missing part of a contact alone', async () => {
      await play(seller, 'nuovo deal', 'co-sell', 'Rossi Logistica', 'Via Roma 1, 37100 Verona, Italia');
      const said = await seller.say('Mario Rossi, mario.rossi@cliente.example');
      expect(said.text).to.include('Mi manca ancora il telefono');
      expect((await seller.say('+39 045 123456')).text).to.include('Mario Rossi');
    });

    it('does not ask for a contact where no help is wanted', async () => {
      const lines = ['nuovo deal', 'privato', 'Rossi Logistica', 'Via Roma 1, 37100 Verona, Italia'];
      expect((await play(seller, ...lines)).text).to.include('Quale soluzione');
    });

    it('asks about a name that resembles a known customer, once', async () => {
      const said = await play(seller, 'nuovo deal', 'privato', 'Fabrikan');
      expect(said.titles).to.deep.equal(['Fabrikam', 'No, è "Fabrikan"']);
      expect((await seller.say('no')).text).to.include('indirizzo di Fabrikan');
    });

    for (const name of ['Annulla S.r.l.', 'Help Lab', 'Stop & Go', 'Indietro Tutta SpA', '"Salta"']) {
      it(`takes ${name} for a customer`, async () => {
        const said = await play(seller, 'nuovo deal', 'privato', name);
        expect(said.text).to.include(`indirizzo di ${name.replaceAll('"', '')}`);
      });
    }

    it("offers the ready solutions, or a private deal, for one that isn't ready", async () => {
      const lines = ['nuovo deal', 'co-sell', 'Rossi', 'Via Roma 1, 37100 Verona, Italia'];
      await play(seller, ...lines, 'Mario Rossi, mario@r.example, +39 045 123456');
      const said = await seller.say('aurelia edge');
      expect(said.text).to.include('non è ancora pronta').and.include('non conferma');
      expect(said.titles).to.deep.equal(['Aurelia WMS', 'Aurelia Analytics', 'Deal privato']);
      await seller.say('deal privato');
      const status = await seller.say('a che punto siamo?');
      expect(status.text).to.include('Tipo: Privato').and.include('Soluzione: Aurelia Edge');
    });
  });

  describe("a value under USD 25,000 with Microsoft's help", () => {
    const upTo = (value: string): Promise<Said> => play(seller, 'nuovo deal', 'co-sell', 'Fabrikam', value);

    it('says in USD what the source says, and offers three ways on', async () => {
      const said = await upTo('20.000 dollari');
      expect(said.text).to.match(/25\.000 USD[^]*non mostra il motivo[^]*Azure IP co-sell/);
      expect(said.titles).to.deep.equal(['Vai avanti', 'Cambia il valore', 'Rendilo privato']);
    });

    it('states in EUR that the rule is in USD, without a rate', async () => {
      expect((await upTo('20.000 €')).text).to.match(/20\.000 €[^]*25\.000 USD[^]*non ho un cambio/);
    });

    it('is not asked at 25,000', async () => {
      expect((await upTo('25.000 dollari')).text).to.include('Quando pensi di chiudere');
    });

    it('asks the value again, or takes one typed at once', async () => {
      await upTo('20.000 dollari');
      expect((await seller.tap('Cambia il valore')).text).to.include('Quanto vale');
      await seller.say('18k dollari');
      expect((await seller.say('90k dollari')).text)
        .to.include('90.000 $')
        .and.include('Quando pensi');
    });

    it('makes the deal private', async () => {
      await upTo('20.000 dollari');
      await seller.tap('Rendilo privato');
      expect((await seller.say('a che punto siamo')).text).to.include('Tipo: Privato');
    });
  });

  describe('duplicates', () => {
    it('points out an open deal once, and opens it on request without losing the draft', async () => {
      const said = await play(seller, 'nuovo deal', 'privato', 'Fabrikam');
      expect(said.text).to.include('C’è già un deal aperto con Fabrikam');
      const opened = await seller.tap('Apri il deal');
      expect(opened.text).to.include('Quanto vale il deal?');
      expect((await seller.say('80k')).text).not.to.include('C’è già un deal aperto');
    });

    it('opens it when asked in words', async () => {
      await play(seller, 'nuovo deal', 'privato', 'Fabrikam');
      expect((await seller.say('aprilo')).text).to.match(/Fabrikam[^]*Quanto vale/);
    });

    it('does not warn of a closed deal, nor of one that Microsoft declined or let expire', async () => {
      for (const customer of ['Proseware', 'Northwind Traders', 'Adventure Works']) {
        const said = await play(new Seller(services), 'nuovo deal', 'privato', customer);
        expect(said.text, customer).not.to.include('deal aperto');
      }
    });
  });

  describe('recreating', () => {
    it('fills the slots from the old deal, links it, and warns of no duplicate with it', async () => {
      const [old] = (await services.gateway.list(ACTOR)).filter(
        ({ customer }) => customer.name === 'Northwind Traders',
      );
      const said = await seller.begin({ recreates: old?.id ?? '' });
      expect(said.text).to.include('Ricreo il deal con Northwind').and.not.include('C’è già');
      expect(said.text).to.include('Riepilogo').and.include('64.000 €');
      await seller.say('confermo');
      const created = await newest();
      expect(created?.recreates).to.equal(old?.id);
      expect(created?.helpCode).to.equal(old?.helpCode);
    });

    it("starts from scratch where the old deal can't be seen", async () => {
      const said = await new Seller(services, { person: nadia }).begin({
        recreates: 'd0000000-0000-4000-8000-000000000003',
      });
      expect(said.text).to.include('Non trovo più').and.include('Che tipo').and.not.include('Northwind');
    });
  });

  describe('notes', () => {
    const toNotes = [
      'nuovo deal',
      'co-sell',
      'Rossi Logistica',
      'Via Roma 1, 37100 Verona, Italia',
      'Mario Rossi, mario.rossi@cliente.example, +39 045 123456',
      'wms',
      '80k',
      'fine marzo',
      'demo',
      'no',
    ];

    it("are drafted from the deal's fields, without a contact's data and without a word of AI", async () => {
      const said = await play(seller, ...toNotes, 'scrivile tu');
      const draft = draftIn(said);
      for (const part of ['Rossi Logistica', 'Aurelia WMS', 'Aurelia Sistemi', '80.000 €', 'Italia']) {
        expect(draft).to.include(part);
      }
      expect(draft).not.to.match(/Mario|@|045|\bAI\b|intelligenza/);
      expect(said.text).to.include('in automatico dai campi');
    });

    it("speak of Microsoft's help only where it is asked", async () => {
      expect((await play(seller, ...toNotes, 'scrivile tu')).text).to.include('supporto di Microsoft');
      await seller.say('tienila, grazie');
      await seller.say('cambia il tipo in privato');
      const said = await seller.say('a che punto siamo?');
      expect(said.text)
        .to.match(/Note:? ?\n?Aurelia Sistemi propone/)
        .and.not.include('supporto');
    });

    it('come in three versions in turn', async () => {
      const versions = [await play(seller, ...toNotes, 'scrivile tu')];
      for (let count = 0; count < 3; count += 1) versions.push(await seller.say('un’altra versione'));
      const drafts = versions.map(draftIn);
      expect(new Set(drafts).size).to.equal(3);
      expect(drafts[3]).to.equal(drafts[0]);
    });

    it('keep a rating with the draft and the version it was for', async () => {
      await play(seller, ...toNotes, 'scrivile tu', 'un’altra versione');
      await seller.tap('Poco utile');
      await seller.tap('Utile');
      const moods = seller.memory.record.feedback.map(({ about, mood, variant }) => [about, mood, variant]);
      expect(moods).to.deep.equal([
        ['draft-1', 'sad', 1],
        ['draft-1', 'happy', 2],
      ]);
    });

    it('can be typed instead, and say the deal as it is after a change', async () => {
      await play(seller, ...toNotes, 'scrivile tu', 'sì');
      expect((await seller.say('95k')).text).to.match(/Note:?\s.*95\.000 €/);
      await seller.say('cambia le note');
      await seller.say('Il referente preferisce il mattino, da marzo 40k di anticipo');
      const typed = seller.asked === 'notes' ? await seller.say('sì') : seller.last;
      expect(typed.text).to.include('Note: Il referente preferisce il mattino, da marzo 40k di anticipo');
      expect(typed.text).to.include('Valore: 95.000 €');
    });

    it('can be skipped', async () => {
      expect((await play(seller, ...toNotes, 'salta')).text).to.include('Note: nessuna');
    });
  });

  describe('after the confirmation', () => {
    const ready = ['crea un deal co-sell da 80k con Fabrikam per fine marzo', 'demo', 'no'];

    it('nothing is created without the consent line in the summary', async () => {
      const before = (await services.gateway.list(ACTOR)).length;
      const said = await play(seller, ...ready);
      expect(said.text).to.include('dichiari di avere il consenso');
      expect(await services.gateway.list(ACTOR)).to.have.length(before);
    });

    it('says id, days left with a full date, and what the incentive needs', async () => {
      const said = await play(seller, ...ready, 'confermo');
      expect(said.text).to.include((await newest())?.id ?? '?');
      expect(said.text).to.match(/14 giorni[^]*martedì 8 dicembre 2026/);
      expect(said.text).to.match(/Incentivi:[^]*cliente gestito da Microsoft/);
      expect(said.titles).to.deep.equal(['Vedi lo stato']);
    });

    it("says of a private deal that it can't be registered", async () => {
      const said = await play(seller, 'deal privato da 80k con Fabrikam per fine marzo', 'confermo');
      expect(said.text).to.include('un deal privato non si può registrare');
    });

    it('creates what the summary showed, with the seller first on the team', async () => {
      await play(seller, ...ready, 'confermo');
      const created = await newest();
      expect(created?.kind).to.equal('co-sell');
      expect(created?.name).to.equal('Fabrikam, Aurelia WMS');
      expect(created?.value).to.deep.equal({ amount: 80_000, currency: 'EUR' });
      expect(created?.closingDate).to.equal('2027-03-31');
      expect(created?.helpCode).to.equal('ProofOfConceptOrDemo');
      expect(created?.marketplaceIntent).to.equal('No');
      expect(created?.customer.contact?.email).to.equal('luca.marini@fabrikam.example');
      expect(created?.team[0]?.objectId).to.equal(sara.objectId);
    });
  });
});

const notReady = {
  id: 'SOL-1-A',
  name: 'Prova',
  isPublished: true,
  isCoSellReady: false,
  isIncentiveEligible: false,
  source: 'company-list',
} as const;
