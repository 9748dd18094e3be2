import { expect } from 'chai';
import { createCloseDealForm } from '../../dialogs/close-deal/dialog.ts';
import { LOSS_REASONS, findReason } from '../../dialogs/close-deal/reasons.ts';
import { endingIn } from '../../dialogs/close-deal/slots.ts';
import { FormDialog } from '../../dialogs/engine/form.ts';
import { marco, paolo, sara } from '../../src/directory/sample-people.ts';
import { AppError } from '../../src/errors.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { ReferralGateway } from '../../src/referrals/gateway.ts';
import { sampleDealId } from '../../src/referrals/embedded/sample-deals.ts';
import { readAs } from '../reading/words-reader.ts';
import { FormRunner, sampleServices } from './engine/runner.ts';

type Services = Awaited<ReturnType<typeof sampleServices>>;

const CONTOSO = sampleDealId(1);
const TAILSPIN = sampleDealId(6);

function closer(
  services: Services,
  options: { gateway?: Partial<ReferralGateway>; locale?: Locale; person?: typeof sara } = {},
): FormRunner {
  const gateway = { ...services.gateway, ...options.gateway };
  const form = new FormDialog(createCloseDealForm({ ...services, gateway }), services);
  return new FormRunner(form, { locale: options.locale ?? 'it', person: options.person ?? sara, gateway });
}

const stateOf = async ({ gateway }: Services, id: string): Promise<string | undefined> =>
  (await gateway.get(sara, id))?.state.substatus;

describe('close-deal', () => {
  let services: Services;
  beforeEach(async () => {
    services = await sampleServices();
  });

  it("says what will be final, closes on a yes, and goes through the incentive's criteria", async () => {
    const close = closer(services);
    const asked = await close.begin('segna il deal con Contoso come vinto');
    expect(asked.text).to.match(/Segno il deal con Contoso come Vinto\?[\s\S]*stato finale/);
    expect(await stateOf(services, CONTOSO)).to.equal('Accepted');
    const said = await close.say('sì');
    expect(said.text).to.match(/^Fatto: il deal con Contoso è Vinto\./);
    expect(said.text).to.match(/Cliente gestito da Microsoft: da qui non posso saperlo/);
    expect(said.text).to.match(/Invito accettato da Microsoft: sì/);
    expect(await stateOf(services, CONTOSO)).to.equal('Won');
    expect(close.isOpen).to.equal(false);
  });

  it('warns that Won within 72 hours endangers registration, until when, and says so after', async () => {
    const close = closer(services);
    const asked = await close.begin('segna Tailspin come vinto');
    expect(asked.text).to.match(/24 ore: .*72 ore dalla creazione.*giovedì 26 novembre 2026/);
    const said = await close.say('sì');
    expect(said.text)
      .to.match(/non privato: no/)
      .and.match(/72 ore tra creazione e Vinto: no/);
    expect(said.text).to.match(/questo incentivo non spetta/);
  });

  it('says of a deal just made that it is less than an hour old', async () => {
    const { gateway, clock } = services;
    const made = { createdAt: clock.now.toISOString() };
    const young: Partial<ReferralGateway> = {
      get: async (actor, id) => {
        const deal = await gateway.get(actor, id);
        return deal === null ? null : { ...deal, ...made };
      },
      list: async (actor) => (await gateway.list(actor)).map((deal) => ({ ...deal, ...made })),
    };
    for (const [locale, say, age] of [
      ['it', 'segna Tailspin come vinto', "Il deal ha meno di un'ora: se"],
      ['en', 'mark Tailspin as won', 'The deal is less than an hour old: if'],
    ] as const) {
      const asked = await closer(services, { gateway: young, locale }).begin(say);
      expect(asked.text).to.include(age);
    }
  });

  it('warns of no haste where the deal is old enough or lost', async () => {
    expect((await closer(services).begin('segna Contoso come vinto')).text).not.to.match(/72/);
    expect((await closer(services).begin('chiudi Tailspin come perso, budget')).text).not.to.match(/72/);
  });

  it('takes deal, outcome and reason from one sentence', async () => {
    const close = closer(services);
    const asked = await close.begin('chiudi Tailspin come perso, il cliente ha scelto un altro fornitore');
    expect(asked.text).to.match(/Esito: Perso\nMotivo: Altro fornitore/);
    const said = await close.tap(asked, 'Sì, chiudi il deal');
    expect(said.text)
      .to.match(
        /^Fatto: il deal con Tailspin Toys è Perso\. Motivo registrato: Altro fornitore \(concorrente\)\./,
      )
      .and.match(/Deal: Tailspin Toys, Aurelia WMS\nValore: 30\.000 €/);
    expect((await services.gateway.get(sara, TAILSPIN))?.statusReason).to.equal(
      'Customer chose another vendor',
    );
  });

  it('asks what is missing: the deal, the outcome, the reason for a loss', async () => {
    const close = closer(services);
    const deals = await close.begin('chiudi un deal');
    expect(deals.text).to.match(/Quale deal vuoi chiudere\?/);
    expect(deals.titles).not.to.include('Proseware');
    const outcome = await close.say('Wingtip');
    expect(outcome.titles).to.deep.equal(['Vinto', 'Perso']);
    const reason = await close.tap(outcome, 'Perso');
    expect(reason.text).to.match(/Perché avete perso il deal con Wingtip Toys\?/);
    const review = await close.say('hanno scelto di restare con il fornitore interno');
    expect(review.text).to.match(/Motivo: hanno scelto di restare con il fornitore interno/);
    await close.say('va bene');
    expect(close.isOpen, 'an assent to anything closes nothing').to.equal(true);
    await close.say('sì');
    expect((await services.gateway.get(sara, sampleDealId(7)))?.statusReason).to.equal(
      'hanno scelto di restare con il fornitore interno',
    );
  });

  it('asks for no reason when a loss becomes a win', async () => {
    const close = closer(services);
    await close.begin('segna il deal con Contoso come perso');
    const review = await close.say('concorrenza');
    expect(review.text).to.match(/Motivo: Altro fornitore/);
    expect((await close.say('cambia esito in vinto')).text)
      .to.match(/Esito: Vinto/)
      .and.not.match(/Motivo:/);
  });

  for (const [locale, begin, word, other] of [
    ['it', 'segna Contoso come perso', 'boh', 'altro motivo'],
    ['it', 'segna Contoso come perso', 'non lo so...', 'altro'],
    ['en', 'mark Contoso as lost', 'dunno', 'other reason'],
    ['en', 'mark Contoso as lost', 'No idea', 'other'],
  ] as const) {
    it(`takes "${word}" for no reason, and another one that isn't told (${locale})`, async () => {
      const close = closer(services, { locale });
      const asked = await close.begin(begin);
      const said = await close.say(word);
      expect(said.titles, 'the reasons are offered again').to.deep.equal(asked.titles);
      expect((await close.say(other)).text).to.match(/(?:Motivo: Altro motivo|Reason: Other reason)/);
    });
  }

  for (const [locale, begin, told, own, shown] of [
    [
      'it',
      'segna Contoso come perso',
      'prezzo e tempi stretti',
      "Come l'ho scritto",
      'Motivo: prezzo e tempi',
    ],
    ['en', 'mark Contoso as lost', 'price and budget', 'As I wrote it', 'Reason: price and budget'],
  ] as const) {
    it(`asks which of two reasons counts, or takes both as they were written (${locale})`, async () => {
      const close = closer(services, { locale });
      await close.begin(begin);
      const asked = await close.say(told);
      expect(asked.titles).to.have.length(3);
      expect((await close.tap(asked, own)).text).to.include(shown);
    });
  }

  it('refuses a reason that says nothing and one that is too long', async () => {
    const close = closer(services);
    await close.begin('segna il deal con Contoso come perso');
    expect((await close.say('x')).text).to.match(/Troppo breve/);
    expect((await close.say('troppe parole '.repeat(60))).text).to.match(/più di 500 caratteri/);
    expect((await close.say('3')).text).to.match(/Motivo: Il cliente non risponde/);
  });

  it('cannot close a deal that is closed', async () => {
    const close = closer(services);
    const said = await close.begin('segna Proseware come perso');
    expect(said.text).to.match(/^Il deal con Proseware è già Vinto: è uno stato finale/);
    expect(close.isOpen).to.equal(false);
    await close.begin('chiudi un deal');
    expect((await close.say('Proseware')).text).to.match(/già Vinto/);
  });

  it('begins from the button of a deal', async () => {
    const asked = await closer(services).begin({ referralId: CONTOSO });
    expect(asked.text).to.match(/Com'è finito il deal con Contoso\?/);
  });

  it('asks which of two deals, and leaves everything open on "annulla"', async () => {
    const close = closer(services);
    const asked = await close.begin('segna contos come vinto');
    expect(asked.titles).to.have.members(['Contoso', 'Contoso Pharma']);
    await close.say('Contoso Pharma');
    await close.say('annulla');
    const said = await close.say('sì');
    expect(said.text).to.include('Non ho chiuso nessun deal').and.not.include('creato');
    expect(close.isOpen).to.equal(false);
    expect(await stateOf(services, sampleDealId(9))).to.equal('Accepted');
  });

  it("shows nobody's deal but one's own", async () => {
    const close = closer(services, { person: marco });
    expect((await close.begin('segna il deal con Contoso come vinto')).text).to.match(
      /^Non trovo un tuo deal con "Contoso"/,
    );
    expect((await close.begin({ referralId: CONTOSO })).text).to.match(
      /^Non trovo un tuo deal con questo id/,
    );
  });

  it('says which role is missing', async () => {
    const said = await closer(services, { person: paolo }).begin('segna il deal con Contoso come vinto');
    expect(said.text).to.match(/ti serve un ruolo/);
  });

  it('is spoken in English', async () => {
    const close = closer(services, { locale: 'en' });
    const asked = await close.begin('mark the Contoso deal as lost because the customer never replied');
    expect(asked.text)
      .to.match(/Mark the Contoso deal as Lost\?/)
      .and.match(/Reason: No reply from customer/);
    expect((await close.say('yes')).text)
      .to.match(/^Done: the Contoso deal is Lost\. Reason on record: No reply from customer\./)
      .and.match(/Value: €120,000/);
  });
});

describe('close-deal when something changed or failed', () => {
  let services: Services;
  beforeEach(async () => {
    services = await sampleServices();
  });

  it('closes nothing when the deal changed meanwhile, says what changed, and asks again', async () => {
    const close = closer(services);
    await close.begin('segna il deal con Contoso come vinto');
    const seen = await services.gateway.get(sara, CONTOSO);
    const value = { amount: 95_000, currency: 'EUR' };
    await services.gateway.update(sara, CONTOSO, { value }, seen?.eTag ?? '');
    const again = await close.say('sì');
    expect(again.text).to.match(/^Non ho chiuso nulla: .*valore: 120\.000 € → 95\.000 €/);
    expect(again.text).to.match(/Segno il deal con Contoso come Vinto\?/);
    expect(await stateOf(services, CONTOSO)).to.equal('Accepted');
    expect((await close.say('sì')).text).to.match(/^Fatto: il deal con Contoso è Vinto/);
  });

  it('keeps the reason when it asks again, and tells of a change that it does not show', async () => {
    const close = closer(services);
    await close.begin('segna il deal con Contoso come perso perché il budget è stato tagliato');
    const seen = await services.gateway.get(sara, CONTOSO);
    await services.gateway.update(sara, CONTOSO, { notes: 'Nuove note' }, seen?.eTag ?? '');
    const again = await close.say('sì');
    expect(again.text)
      .to.match(/in un campo che qui non mostro/)
      .and.match(/Motivo: Budget insufficiente/);
  });

  it('says that somebody else closed it meanwhile', async () => {
    const close = closer(services);
    await close.begin('segna il deal con Contoso come vinto');
    const seen = await services.gateway.get(sara, CONTOSO);
    await services.gateway.close(sara, CONTOSO, { substatus: 'Lost', reason: 'x' }, seen?.eTag ?? '');
    expect((await close.say('sì')).text).to.match(/già Perso: è uno stato finale/);
    expect(close.isOpen).to.equal(false);
  });

  it('does not claim to know whether it closed when nobody answered, and looks first on "riprova"', async () => {
    let isDown = true;
    const gateway: Partial<ReferralGateway> = {
      close: async (...call) => {
        const closed = await services.gateway.close(...call);
        if (isDown) throw new AppError('unreachable', 'partner center: no answer');
        return closed;
      },
    };
    const close = closer(services, { gateway });
    await close.begin('segna il deal con Contoso come vinto');
    const failed = await close.say('sì');
    expect(failed.text).to.match(/Non ho la conferma che il deal sia chiuso/);
    expect(failed.titles).to.deep.equal(['Riprova']);
    isDown = false;
    expect((await close.say('riprova')).text).to.match(
      /^Il deal con Contoso è già Vinto, non c'è altro da fare/,
    );
  });

  it('closes on "riprova" what the failed try had not closed', async () => {
    let failures = 1;
    const gateway: Partial<ReferralGateway> = {
      close: (...call) =>
        failures-- > 0
          ? Promise.reject(new AppError('unreachable', 'store: full'))
          : services.gateway.close(...call),
    };
    const close = closer(services, { gateway });
    await close.begin('segna il deal con Contoso come vinto');
    const failed = await close.say('sì');
    expect(await stateOf(services, CONTOSO)).to.equal('Accepted');
    expect((await close.tap(failed, 'Riprova')).text).to.match(/^Fatto: il deal con Contoso è Vinto/);
  });

  it('says who can when the service refuses this person', async () => {
    const refused = new AppError('refused', 'x', { details: { reason: 'role-missing' } });
    const close = closer(services, { gateway: { close: () => Promise.reject(refused) } });
    await close.begin('segna il deal con Contoso come vinto');
    const said = await close.say('sì');
    expect(said.text).to.match(/Può farlo un amministratore delle segnalazioni/);
    expect(said.titles).to.deep.equal(['Trova gli amministratori']);
  });

  it('leaves an ended sign-in to whoever can start it again', async () => {
    const ended = new AppError('unauthorized', 'entra: expired');
    const close = closer(services, { gateway: { close: () => Promise.reject(ended) } });
    await close.begin('segna il deal con Contoso come vinto');
    const thrown: unknown = await close.say('sì').catch((error: unknown) => error);
    expect(thrown).to.equal(ended);
  });
});

describe('outcome in a sentence', () => {
  const cases: readonly (readonly [string, 'Won' | 'Lost' | null])[] = [
    ['segna come vinto', 'Won'],
    ['l’abbiamo persa', 'Lost'],
    ['mark it as won', 'Won'],
    ['we lost it because they won’t pay', 'Lost'],
    ['perso, hanno vinto gli altri', null],
    ['non vinto, perso', 'Lost'],
    ['they didn’t pay so we lost', 'Lost'],
    ['non l’abbiamo ancora persa', null],
    ['né vinto né perso', null],
    ['non è vinto', null],
    ["it isn't lost", null],
    ['chiudi il deal', null],
    ['il deal con Winsome', null],
  ];
  for (const [sentence, outcome] of cases) {
    it(`is ${String(outcome)} in "${sentence}"`, () => {
      const found = endingIn(readAs(sentence));
      expect(found?.kind === 'value' ? found.value : null).to.equal(outcome);
    });
  }
});

describe('known reasons for a loss', () => {
  it('are those of the portal and the price, each with words in both languages', () => {
    expect(LOSS_REASONS).to.have.length(9);
    for (const { label } of LOSS_REASONS)
      expect(label.it && label.en)
        .to.be.a('string')
        .and.not.equal('');
  });

  const cases: readonly (readonly [string, string | null])[] = [
    ['hanno preferito un concorrente', 'other-vendor'],
    ['they went with another vendor', 'other-vendor'],
    ['non avevano budget', 'budget'],
    ['prezzo troppo alto', 'price'],
    ['costavamo troppo', 'price'],
    ['we were too expensive', 'price'],
    ['troppo caro per il loro budget', null],
    ['non hanno mai risposto', 'no-answer'],
    ["they didn't answer", 'no-answer'],
    ['mancava un requisito', 'requirement'],
    ['tempi troppo stretti', 'timeline'],
    ['non è un vero cliente', 'not-customer'],
    ['era spam', 'abuse'],
    ['altro', 'other'],
    ['hanno rimandato di un anno', null],
  ];
  for (const [sentence, id] of cases) {
    it(`"${sentence}" is ${id ?? 'none of them'}`, () => {
      expect(findReason(sentence)?.id ?? null).to.equal(id);
    });
  }
});
