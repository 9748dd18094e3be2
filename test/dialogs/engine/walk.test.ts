import { expect } from 'chai';
import fc from 'fast-check';
import { sara } from '../../../src/directory/sample-people.ts';
import type { ReferralGateway } from '../../../src/referrals/gateway.ts';
import { actionOf, Seller } from '../dialog-harness.ts';
import type { Said } from '../dialog-harness.ts';
import { sampleServices } from './runner.ts';

/** What people say and tap, good and bad, in any order. */
const step = fc.oneof(
  fc.constantFrom(
    'privato',
    'co-sell',
    'condiviso',
    'Fabrikam',
    'Rossi Logistica',
    'Annulla S.r.l.',
    '"sì"',
    'Via Roma 1, 37100 Verona, Italia',
    'italia',
    'Mario Rossi, m.rossi@cliente.example, +39 045 123456',
    'wms',
    'edge',
    '80k',
    '80',
    '20.000 dollari',
    '-5',
    'fine marzo',
    '15/03',
    '31 febbraio',
    'venerdì prossimo',
    'demo',
    'sì',
    'no',
    'non lo so',
    'scrivile tu',
    'un’altra versione',
    '80k in dollari, niente aiuto da Microsoft',
    'indietro',
    'salta',
    'ripeti',
    'a che punto siamo?',
    'cambia il valore',
    'cambia il valore in 90k',
    'cambia il tipo in privato',
    'il cliente è Fabrikam S.p.A., non Fabrikam',
    'annulla',
    'ricomincia',
    'riprova',
    '2',
    'aiuto',
    '',
    ' ',
    '<b>x</b>',
    '{"action":"confirm"}',
    '__proto__',
    '👍',
  ),
  fc.nat({ max: 5 }).map((index) => ({ tap: index })),
  fc.string({ maxLength: 40 }),
);

/** Plays steps; a tap takes a button of the last turn, if it is one of the form's. */
async function walk(steps: readonly (string | { tap: number })[], onTurn: (said: Said, did: string) => void) {
  const services = await sampleServices();
  const confirmed: string[] = [];
  const gateway: ReferralGateway = {
    ...services.gateway,
    create: (actor, draft, key) => {
      confirmed.push(key);
      return services.gateway.create(actor, draft, key);
    },
  };
  const seller = new Seller({ ...services, gateway });
  await seller.begin('nuovo deal');
  for (const what of steps) {
    if (seller.active === null) break;
    const before = confirmed.length;
    const offered = seller.last.titles.includes('Crea il deal');
    const title = typeof what === 'string' ? null : (seller.last.titles[what.tap] ?? null);
    const isOfForm = title !== null && actionOf(title, seller.last).action === 'form';
    const did = typeof what === 'string' ? what : (title ?? 'ripeti');
    const said = isOfForm
      ? await seller.tap(did)
      : await seller.say(typeof what === 'string' ? what : 'ripeti');
    if (confirmed.length > before) expect(offered, `created after "${did}" without a summary`).to.equal(true);
    onTurn(said, did);
  }
  return { services, confirmed };
}

describe('any conversation with the form', function () {
  this.timeout(60_000);

  it('is always answered, with at most six buttons a message, and creates at most what a summary showed', async () => {
    const steps = fc.array(step, { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(steps, async (walked) => {
        const { services, confirmed } = await walk(walked, (said, did) => {
          expect(said.text.trim(), `no answer to "${did}"`).not.to.equal('');
          for (const { buttons = [] } of said.replies) expect(buttons.length).to.be.at.most(6);
        });
        expect(new Set(confirmed).size).to.equal(confirmed.length);
        const deals = await services.gateway.list({ tenantId: sara.tenantId, objectId: sara.objectId });
        expect(deals).to.have.length(9 + confirmed.length);
      }),
      { numRuns: 60 },
    );
  });
});
