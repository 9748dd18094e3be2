import { expect } from 'chai';
import { createCheckAcceptanceForm, overviewPage } from '../../dialogs/check-acceptance/dialog.ts';
import { overviewCard } from '../../dialogs/check-acceptance/overview.ts';
import { dealCard } from '../../dialogs/check-acceptance/cards.ts';
import { microsoftLabel } from '../../src/cards/state-label.ts';
import { FormDialog } from '../../dialogs/engine/form.ts';
import { marco, nadia, paolo, sara } from '../../src/directory/sample-people.ts';
import type { Person } from '../../src/directory/directory.ts';
import { AppError } from '../../src/errors.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { MicrosoftSide, Referral } from '../../src/referrals/referral.ts';
import { sampleDealId } from '../../src/referrals/embedded/sample-deals.ts';
import { invited, referral } from '../referrals/deals.ts';
import { rowTitles, shownText } from './card-text.ts';
import { FormRunner, NOW, sampleServices, turnOf } from './engine/runner.ts';

async function checker(person: Person | null = sara, locale: Locale = 'it'): Promise<FormRunner> {
  const services = await sampleServices();
  return new FormRunner(new FormDialog(createCheckAcceptanceForm(services), services), {
    person,
    locale,
    gateway: services.gateway,
  });
}

describe('check-acceptance', () => {
  const cases: readonly (readonly [string, Locale, string, readonly RegExp[], readonly string[]])[] = [
    [
      'accepted: the seller, both sides, the alike deal a tap away',
      'it',
      'Microsoft ha accettato il deal con Contoso?',
      [
        /^Microsoft ha accettato il deal con Contoso\./,
        /Giulia Ferri/,
        /Noi\nAttivo\nMicrosoft\nAccettato/,
        /120\.000 €/,
      ],
      ['Chiudi il deal', 'Vedi Contoso Pharma', 'I miei deal'],
    ],
    [
      'waiting: days left and until when',
      'it',
      'hanno risposto per Fabrikam?',
      [
        /^Microsoft non ha ancora risposto per Fabrikam: restano 9 giorni, fino a giovedì 3 dicembre 2026\./,
        /5 giorni fa/,
      ],
      ['Avvisami', 'I miei deal'],
    ],
    [
      'one day left is said in the singular',
      'it',
      'Contoso Pharma?',
      [/resta 1 giorno, fino a mercoledì 25 novembre 2026/],
      ['Avvisami', 'I miei deal'],
    ],
    [
      'declined: the reason raw and in plain words, and the advice with its warning',
      'it',
      'Northwind',
      [
        /^Microsoft ha rifiutato il deal con Northwind Traders\./,
        /No Microsoft seller directly manages this customer/,
        /non è tra quelli gestiti da Microsoft/,
        /ricreare il deal e invitare di nuovo Microsoft.*probabile che il motivo si ripeta/,
      ],
      ['Ricrea il deal', 'I miei deal'],
    ],
    [
      'declined without a reason: the two known cases, and that this value is under the threshold',
      'it',
      'stato del deal con Litware',
      [
        /non mostra un motivo/,
        /scaduto prima della risposta, oppure vale meno di 25\.000 USD/,
        /18\.000 \$, sotto la soglia/,
      ],
      ['Ricrea il deal', 'I miei deal'],
    ],
    [
      'expired: nobody answered',
      'it',
      'e il deal con Adventure Works?',
      [/scaduto: in 14 giorni Microsoft non ha risposto/, /domenica 8 novembre 2026/],
      ['Ricrea il deal', 'I miei deal'],
    ],
    [
      'private: nothing to accept, and how to share it',
      'it',
      'Tailspin?',
      [
        /è privato: Microsoft non lo vede/,
        /Segnalazioni, Opportunità di co-selling/,
        /Microsoft\nNon invitata/,
      ],
      ['Apri in Partner Center', 'I miei deal'],
    ],
    [
      'shared without help: nothing to wait for',
      'it',
      'Wingtip?',
      [/non le hai chiesto aiuto/, /14 giorni/],
      ['Apri in Partner Center', 'I miei deal'],
    ],
    [
      'closed on our side: says so, and leads to the incentives',
      'it',
      'Proseware',
      [/chiuso come Vinto: è uno stato finale/, /Noi\nVinto\nMicrosoft\nAccettato/],
      ['Vedi gli incentivi', 'I miei deal'],
    ],
    [
      'accepted, in English',
      'en',
      'Did Microsoft accept the deal with Contoso?',
      [/^Microsoft accepted the Contoso deal\./, /Us\nActive\nMicrosoft\nAccepted/, /€120,000/],
      ['Close the deal', 'See Contoso Pharma', 'My deals'],
    ],
    [
      'waiting, in English',
      'en',
      'any answer on Fabrikam yet?',
      [/^Microsoft hasn't answered on Fabrikam yet: 9 days left, until Thursday 3 December 2026\./],
      ['Notify me', 'My deals'],
    ],
    [
      'declined, in English',
      'en',
      'how is the Northwind opportunity going',
      [/^Microsoft declined the Northwind Traders deal\./, /isn't a customer that Microsoft manages/],
      ['Recreate the deal', 'My deals'],
    ],
  ];

  for (const [name, locale, utterance, expected, buttons] of cases) {
    it(name, async () => {
      const said = await (await checker(sara, locale)).begin(utterance);
      for (const pattern of expected) expect(said.text).to.match(pattern);
      expect(said.titles).to.deep.equal(buttons);
      expect(said.text).to.match(/Dati di esempio|Sample data/);
    });
  }

  it('says the news in the summary, which is all a phone shows', async () => {
    const check = await checker();
    const said = await check.begin('Contoso?');
    expect(said.replies[0]?.summary).to.match(
      /^Microsoft ha accettato il deal con Contoso\. Lo segue Giulia Ferri/,
    );
    expect((await check.begin('Tailspin?')).replies[0]?.summary).to.match(
      /^Il deal con Tailspin Toys è privato/,
    );
  });

  it('begins to recreate the declined deal with its id', async () => {
    const said = await (await checker()).begin('Northwind');
    expect(said.buttons[0]).to.deep.include({
      action: { action: 'begin', dialog: 'create-deal', recreates: sampleDealId(3) },
    });
  });

  it('asks which where a name fits two, and takes a place or a part of the name', async () => {
    const check = await checker();
    for (const answer of ['la seconda', 'contoso', 'Contoso']) {
      const asked = await check.begin('Microsoft ha accettato il deal con contos?');
      expect(asked.titles).to.have.members(['Contoso', 'Contoso Pharma']);
      const index = asked.titles.indexOf('Contoso');
      const said = await check.say(
        answer === 'la seconda' ? (index === 0 ? 'la prima' : 'la seconda') : answer,
      );
      expect(said.text, answer).to.match(/^Microsoft ha accettato il deal con Contoso\./);
      expect(check.isOpen).to.equal(false);
    }
  });

  it('shows the deal tapped', async () => {
    const check = await checker();
    const asked = await check.begin('contos');
    expect((await check.tap(asked, 'Contoso Pharma')).text).to.match(/per Contoso Pharma: resta 1 giorno/);
  });

  it("asks which when none is named, most urgent first, and says what it can't find", async () => {
    const check = await checker();
    const asked = await check.begin('controlla un deal');
    expect(asked.titles.slice(0, 2)).to.deep.equal(['Contoso Pharma', 'Fabrikam']);
    expect((await check.say('Rossi')).text).to.match(/Non trovo un tuo deal con "Rossi"/);
    expect((await check.say('quello da 52k')).text).to.match(/Wingtip Toys/);
  });

  it('shows a deal by its id', async () => {
    const check = await checker();
    expect((await check.begin({ referralId: sampleDealId(2) })).text).to.match(/Fabrikam: restano 9 giorni/);
    expect((await check.begin(`e ${sampleDealId(2)}?`)).text).to.match(/Fabrikam: restano 9 giorni/);
  });

  it('says the same of a deal that others have and of one that nobody has', async () => {
    const check = await checker(marco);
    const others = await check.begin('Contoso?');
    const nobodys = await check.begin('Rossi?');
    expect(others.text.replace('Contoso', 'Rossi')).to.equal(nobodys.text);
    const otherId = await check.begin({ referralId: sampleDealId(1) });
    const noId = await check.begin({ referralId: 'd0000000-0000-4000-8000-00000000ffff' });
    expect(otherId.text).to.equal(noId.text);
  });

  it('shows another partner their own Contoso deal alone', async () => {
    const said = await (await checker(nadia)).begin('Microsoft ha accettato il deal con Contoso?');
    expect(said.text)
      .to.match(/Contoso/)
      .and.not.match(/120\.000|Pharma|Aurelia/);
  });

  it('says which role is missing where none lets a person see deals', async () => {
    for (const person of [paolo, null]) {
      const said = await (await checker(person)).begin('Contoso?');
      expect(said.text).to.match(/ti serve un ruolo/);
      expect(said.titles).to.deep.equal(['Trova gli amministratori']);
    }
  });

  it('lets a gateway that is not reached speak for itself', async () => {
    const services = await sampleServices();
    const gateway = {
      ...services.gateway,
      list: () => Promise.reject(new AppError('unreachable', 'store: gone')),
    };
    const form = new FormDialog(createCheckAcceptanceForm({ ...services, gateway }), services);
    const error = await new FormRunner(form).begin('Contoso?').catch((thrown: unknown) => thrown);
    expect(String(error)).to.include('store: gone');
  });
});

describe('overview of deals', () => {
  const page = async (number: number, person: Person = sara, locale: Locale = 'it') =>
    overviewPage(turnOf(person, locale, NOW, []), await sampleServices(), number);

  it('lists the most urgent first, five a page', async () => {
    const said = await (await checker()).begin('stato dei miei deal');
    expect(said.text).to.match(/^Vedi 9 deal: 2 aspettano la risposta di Microsoft\./);
    const rows = said.replies.flatMap(rowTitles);
    expect(rows.slice(0, 2)).to.deep.equal(['Contoso Pharma', 'Fabrikam']);
    expect(rows).to.have.length(5);
    expect(said.titles).to.deep.equal(['Altri 4 deal']);
    expect(said.replies[0]?.summary).to.match(/Contoso Pharma: In attesa, resta 1 giorno/);
  });

  it('goes through all of them and back to the start', async () => {
    const first = await page(0);
    const second = await page(1);
    expect([first, second].flatMap(rowTitles)).to.include.members([
      'Contoso',
      'Proseware',
      'Tailspin Toys',
      'Wingtip Toys',
    ]);
    expect(second.buttons?.at(-1)).to.deep.equal({
      title: "Torna all'inizio",
      action: { action: 'page', of: 'deals', page: 0 },
    });
    expect(shownText(second))
      .to.match(/Dal 6 al 9 di 9/)
      .and.match(/Chiuso da noi come Vinto/);
  });

  it('shows the first page where an old button asks for one that is gone', async () => {
    expect(shownText(await page(7))).to.equal(shownText(await page(0)));
  });

  it('shows a referrals user their own deals alone', async () => {
    const text = shownText(await page(0, marco));
    expect(text)
      .to.match(/Vedi 2 deal/)
      .and.match(/Northwind/)
      .and.match(/Litware/);
    expect(text).not.to.match(/Contoso|Fabrikam|Wingtip|Tailspin/);
  });

  it('is written in English too', async () => {
    expect(shownText(await page(0, sara, 'en'))).to.match(
      /You can see 9 deals: 2 are waiting for Microsoft\./,
    );
  });
});

describe('what is said of states', () => {
  const reader = { person: null, locale: 'it', now: NOW, timeZone: 'Europe/Rome' } as const;
  const closed = (substatus: 'Won' | 'Lost' | 'Declined' | 'Expired') =>
    ({ status: 'Closed', substatus }) as const;
  const pending = invited({ status: 'New', substatus: 'Pending' });
  const ended = (substatus: Parameters<typeof closed>[0], microsoft = pending): Referral => ({
    ...microsoft,
    state: closed(substatus),
  });
  const row = (deal: Referral): string => shownText(overviewCard([deal], reader, 0));
  const card = (deal: Referral): string => shownText(dealCard(deal, [], reader));

  it('a deal that we closed waits for nothing, on its card, in its facts and in a list', () => {
    for (const substatus of ['Won', 'Lost'] as const) {
      const deal = ended(substatus);
      expect(card(deal)).not.to.match(/In attesa|non ha ancora risposto|resta(no)? \d|scade/);
      expect(card(deal))
        .to.match(/chiuso come (Vinto|Perso).*non aspetta/)
        .and.match(/Nessuna risposta/);
      expect(row(deal))
        .to.match(/nessuno aspetta[\s\S]*Chiuso da noi come/)
        .and.not.match(/In attesa/);
      expect(microsoftLabel(deal, 'en')).to.equal('No answer');
    }
  });

  it('a deal that we closed keeps the answer it got, without advice to try again', () => {
    const declined = invited(closed('Declined'), { reason: 'Other' });
    const text = card(ended('Lost', declined));
    expect(text)
      .to.match(/^Microsoft ha rifiutato/)
      .and.match(/chiuso come Perso: è uno stato finale/);
    expect(text).not.to.match(/ricrea/);
    expect(card(ended('Won', invited(closed('Expired'))))).not.to.match(/ricrear/);
    expect(card(declined)).to.match(/ricreare il deal/);
  });

  it('an expired deal was not declined, and nobody of us closed either', () => {
    expect(row(ended('Expired')))
      .to.match(/Scaduto senza risposta/)
      .and.not.match(/da noi|Rifiutato/);
    expect(row(ended('Declined')))
      .to.match(/Rifiutato/)
      .and.not.match(/da noi|Scaduto/);
    expect(row(invited(closed('Expired'))))
      .to.match(/Scaduto/)
      .and.not.match(/Rifiutato/i);
    expect(card(invited(closed('Expired')))).to.match(/Non è un rifiuto/);
  });

  it('what is pressing stands out by its weight', () => {
    const bold = (daysAgo: number): boolean => {
      const invitedAt = new Date(NOW.getTime() - daysAgo * 86_400_000).toISOString();
      const deal = invited({ status: 'New', substatus: 'Pending' }, { invitedAt });
      const { body } = overviewCard([deal], reader, 0);
      return /"text":"In attesa[^"]*","weight":"bolder"/.test(JSON.stringify(body));
    };
    expect([1, 5, 10, 12, 13, 15].map(bold)).to.deep.equal([false, false, false, true, true, true]);
  });
});

describe('deal card', () => {
  const reader = { locale: 'it', now: NOW, timeZone: 'Europe/Rome' } as const;
  const card = (deal: Referral): string => shownText(dealCard(deal, [], reader));
  const withSide = ({ state, ...side }: Partial<MicrosoftSide>): Referral =>
    invited(state ?? { status: 'New', substatus: 'Pending' }, side);

  it('shows a state it does not know as the service wrote it, with the portal', () => {
    const state = { status: 'Active', substatus: 'Unknown', raw: 'OnHold*' } as const;
    const reply = dealCard(withSide({ state }), [], reader);
    expect(shownText(reply)).to.include('"OnHold*"');
    expect(reply.buttons?.[0]).to.deep.include({ url: 'https://partner.microsoft.com/dashboard' });
  });

  it("says that Microsoft's side can't be seen where it should be there and isn't", () => {
    expect(card(referral({ kind: 'co-sell', microsoft: null }))).to.match(
      /Non riesco a vedere il lato Microsoft/,
    );
  });

  it('says what Microsoft closed its side as, and that something went wrong', () => {
    expect(card(withSide({ state: { status: 'Closed', substatus: 'Lost' }, reason: 'No budget' }))).to.match(
      /chiuso il suo lato come Perso[\s\S]*"No budget"/,
    );
    expect(card(withSide({ state: { status: 'Active', substatus: 'Error' } }))).to.match(/ha un problema/);
  });

  it('explains the other known reason, and no reason that it does not know', () => {
    const declined = { state: { status: 'Closed', substatus: 'Declined' } } as const;
    expect(card(withSide({ ...declined, reason: 'No matching Microsoft customer record found' }))).to.match(
      /non ha una relazione con questo cliente/,
    );
    expect(card(withSide({ ...declined, reason: 'Out of scope' }))).to.match(
      /"Out of scope"[\s\S]*La FAQ non spiega/,
    );
  });

  it('makes up no exchange rate, and claims no threshold above it', () => {
    const declined = { state: { status: 'Closed', substatus: 'Declined' } } as const;
    expect(card(withSide(declined))).to.match(/La soglia è in dollari e questo deal vale 41\.500 €/);
    const usd = { ...withSide(declined), value: { amount: 90_000, currency: 'USD' } };
    expect(card(usd)).to.match(/non è sotto la soglia/);
  });

  it('says that time is up before the service has closed its side', () => {
    const text = card(withSide({ invitedAt: '2026-11-01T09:00:00.000Z' }));
    expect(text).to.match(/i 14 giorni sono finiti domenica 15 novembre 2026/);
  });

  it('names several sellers, or that none is named', () => {
    const state = { status: 'Active', substatus: 'Accepted' } as const;
    const sellers = [
      { name: 'Ada', email: null },
      { name: 'Bo', email: 'bo@x.example' },
    ];
    expect(card(withSide({ state, sellers }))).to.match(/Lo seguono Ada e Bo/);
    expect(card(withSide({ state }))).to.match(/nome del venditore Microsoft non è indicato/);
  });

  it("keeps a customer's name from becoming Markdown", () => {
    const customer = { ...referral().customer, name: '[Rossi](https://x.example)' };
    const reply = dealCard(referral({ customer }), [], reader);
    expect(shownText(reply)).to.include('[Rossi](https://x.example)');
    expect(JSON.stringify(reply.body)).not.to.include('"TextBlock"').and.not.to.include('"FactSet"');
  });

  it('never calls real data sample data', () => {
    expect(card(referral({ isSample: false }))).not.to.match(/esempio/);
  });
});
