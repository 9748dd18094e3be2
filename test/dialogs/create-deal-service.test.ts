import { expect } from 'chai';
import { sara } from '../../src/directory/sample-people.ts';
import type { NewReferral, Solution } from '../../src/referrals/referral.ts';
import { Seller } from './dialog-harness.ts';
import { sampleServices } from './engine/runner.ts';

const listed: Solution = {
  id: 'SOL-1-A',
  name: 'Listino',
  isPublished: true,
  isCoSellReady: true,
  isIncentiveEligible: true,
  source: 'company-list',
};

/** A company of its own: its solutions and locations as given; what is created is caught. */
async function company(solution: Solution, locations: readonly { id: string; name: string }[] = []) {
  const services = await sampleServices();
  const created: NewReferral[] = [];
  const gateway: typeof services.gateway = {
    ...services.gateway,
    listSolutions: () => Promise.resolve([solution]),
    create: (actor, draft, key) => {
      created.push(draft);
      return services.gateway.create(actor, draft, key);
    },
  };
  const person = { ...sara, company: { ...sara.company, locations } };
  return { seller: new Seller({ ...services, gateway }, { person }), created };
}

describe('create-deal with the real service', () => {
  const START = 'crea un deal co-sell da 80k con Rossi Logistica per fine marzo';
  const ADDRESS = 'Via Roma 1, 37100 Verona, Italia';
  const CONTACT = 'Mario Rossi, mario.rossi@cliente.example, +39 045 123456';

  it("asks area and play of a solution whose area isn't known, and keeps both", async () => {
    const { seller, created } = await company(listed);
    await seller.begin(START);
    await seller.say(ADDRESS);
    expect((await seller.say(CONTACT)).titles).to.deep.equal([
      'AI Business Solutions',
      'Cloud and AI Platforms',
    ]);
    await seller.say('boh');
    expect(seller.asked).to.equal('solutionArea');
    expect((await seller.say('la prima')).text).to.include('Quale iniziativa');
    for (const line of ['data security', 'demo', 'no', 'salta', 'confermo']) await seller.say(line);
    expect(Object.values(created[0]?.classification ?? {})).to.deep.equal([
      'AI Business Solutions',
      'Data Security',
    ]);
  });

  it('proposes the area where the list says one, and the play where the area has one', async () => {
    const { seller } = await company({ ...listed, areas: ['Cloud and AI Platforms'] });
    const said = await seller.begin(START);
    expect(said.text).to.include('area Cloud and AI Platforms').and.include('iniziativa Innovate with Azure');
    await seller.say(ADDRESS);
    expect((await seller.say(CONTACT)).text).to.include('Che aiuto vuoi');
  });

  it('asks among the areas and plays of the list where it says several', async () => {
    const { seller } = await company({
      ...listed,
      areas: ['AI Business Solutions', 'Cloud and AI Platforms'],
      plays: ['Data Security', 'Secure AI Productivity'],
    });
    await seller.begin(START);
    await seller.say(ADDRESS);
    await seller.say(CONTACT);
    expect((await seller.say('la prima')).titles).to.deep.equal(['Secure AI Productivity', 'Data Security']);
  });

  const services: Solution = { ...listed, type: 'services', areas: ['Cloud and AI Platforms'] };

  it('asks the role of a services offer, with all that the picklist has in reach', async () => {
    const { seller, created } = await company(services);
    await seller.begin(START);
    await seller.say(ADDRESS);
    const said = await seller.say(CONTACT);
    expect(said.text).to.include('Che ruolo avete').and.include('Transaction e Managed services');
    expect(said.titles).to.have.length(6);
    await seller.say('boh');
    expect(seller.asked).to.equal('partnerRole');
    expect((await seller.say('servizi gestiti')).text).to.include('Managed services');
    for (const line of ['demo', 'no', 'salta', 'confermo']) await seller.say(line);
    expect(created[0]?.classification).to.include({ role: 'Managed services' });
  });

  it('proposes the only role of the list, and the role of an earlier deal with the same solution', async () => {
    const only = await company({ ...services, partnerRoles: ['Transaction'] });
    expect((await only.seller.begin(START)).text).to.include('ruolo nel progetto Transaction');
    const { seller } = await company(services);
    await seller.begin(START);
    for (const line of [ADDRESS, CONTACT, 'poc', 'demo', 'no', 'salta', 'confermo']) await seller.say(line);
    const again = await seller.begin('crea un deal co-sell da 90k con Rossi Logistica per fine aprile');
    expect(again.text).to.include('ruolo nel progetto Proof of concept');
  });

  it('asks no role of a private deal', async () => {
    const { seller } = await company(services);
    await seller.begin('crea un deal privato da 80k con Rossi Logistica per fine marzo');
    expect((await seller.say(ADDRESS)).text).to.include('marketplace');
  });

  it('asks no area of a private deal', async () => {
    const { seller } = await company(listed);
    await seller.begin('crea un deal privato da 80k con Rossi Logistica per fine marzo');
    expect((await seller.say(ADDRESS)).text).to.include('marketplace');
  });

  const places = [
    { id: '1001', name: 'Milano' },
    { id: '1002', name: 'Roma' },
  ];

  it("asks the location where there are several, and says that it can't be changed later", async () => {
    const { seller, created } = await company(listed, places);
    await seller.begin('crea un deal privato da 80k con Rossi Logistica per fine marzo');
    await seller.say(ADDRESS);
    const said = await seller.say('no');
    expect(said.text).to.include('non si può più cambiare');
    expect(said.titles).to.deep.equal(['Milano', 'Roma']);
    await seller.say('roma');
    await seller.say('confermo');
    expect(created[0]?.partnerLocation).to.equal('1002');
  });

  it('sends the only location without asking', async () => {
    const { seller, created } = await company(listed, places.slice(0, 1));
    await seller.begin('crea un deal privato da 80k con Rossi Logistica per fine marzo');
    for (const line of [ADDRESS, 'no', 'confermo']) await seller.say(line);
    expect(created[0]?.partnerLocation).to.equal('1001');
  });

  it('takes a CRM id in the summary, and says what it does', async () => {
    const { seller, created } = await company(listed);
    await seller.begin('crea un deal privato da 80k con Rossi Logistica per fine marzo');
    await seller.say(ADDRESS);
    expect((await seller.say('no')).text).not.to.include('CRM');
    expect((await seller.say('cambia il crm')).text).to.include('connettori CRM');
    expect((await seller.say('il numero del CRM')).text).to.include('senza spazi');
    expect((await seller.say('OPP-1042')).text).to.include('OPP-1042');
    await seller.say('confermo');
    expect(created[0]?.crmId).to.equal('OPP-1042');
  });
});
