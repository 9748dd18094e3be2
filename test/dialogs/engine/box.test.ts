import { expect } from 'chai';
import type { Box } from '../../../src/cards/box.ts';
import { fieldId } from '../../../src/cards/box.ts';
import type { Locale } from '../../../src/language/locale.ts';
import { LOCALES } from '../../../src/language/locale.ts';
import { Seller } from '../dialog-harness.ts';
import { sampleServices } from './runner.ts';

type Services = Awaited<ReturnType<typeof sampleServices>>;

/** A whole deal, as it is put into the inputs. */
const FULL: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  it: {
    'address.line1': 'Via Roma 1',
    'address.postalCode': '37100',
    'address.city': 'Verona',
    'address.country': 'Italia',
    'value.': '80.000,50',
    'value.currency': 'EUR',
  },
  en: {
    'address.line1': '1 High Street',
    'address.postalCode': 'LS1 4AP',
    'address.city': 'Leeds',
    'address.country': 'United Kingdom',
    'value.': '1.2m',
    'value.currency': 'USD',
  },
};
const REST = {
  'contact.firstName': 'Li',
  'contact.lastName': 'Wu',
  'contact.phone': '+39 045 123456',
  'contact.email': 'li@bianchi.example',
  'solution.': 'SOL-70218-QRT',
  'otherSolutions.': 'SOL-70219-QRT',
  'closingDate.': '2027-03-31',
  'helpCode.': 'GeneralOrOther',
  'marketplaceIntent.': 'HaveNotDecided',
  'notes.': 'Una nota, con "virgolette" e il 3 maggio: «annulla»',
  'dealName.': 'Magazzini 2027',
  'crmId.': 'OPP-1042',
  'team.more': 'Ugo Pepe, ugo.pepe@altri.example, +39 045 999999',
};
const BEGIN = { it: 'crea un deal co-sell con Bianchi Srl', en: 'create a co-sell deal with Bianchi Srl' };

const inputOf = (box: Box, name: string, part = ''): string | undefined =>
  box.groups.find((group) => group.name === name)?.fields.find((field) => field.part === part)?.value;

describe('a box of a form', () => {
  let services: Services;
  beforeEach(async () => void (services = await sampleServices()));

  for (const locale of LOCALES) {
    it(`reads back what it shows as the same values (${locale})`, async () => {
      const seller = new Seller(services, { locale });
      await seller.begin(BEGIN[locale]);
      expect(await seller.fill(await seller.box(), { ...FULL[locale], ...REST })).to.equal(null);
      const before = seller.values;
      expect(before).to.deep.include({
        customer: 'Bianchi Srl',
        value:
          locale === 'it' ? { amount: 80_000.5, currency: 'EUR' } : { amount: 1_200_000, currency: 'USD' },
        closingDate: '2027-03-31',
        notes: { text: REST['notes.'], variant: null },
        dealName: 'Magazzini 2027',
        crmId: 'OPP-1042',
      });
      for (const [name, part] of [
        ['address', 'city'],
        ['contact', 'email'],
        ['solution', 'id'],
        ['otherSolutions', '[0].id'],
        ['team', '[0].email'],
      ] as const)
        expect(before).to.have.nested.property(part.startsWith('[') ? `${name}${part}` : `${name}.${part}`);
      // Without fingerprints each input is read as if it had been filled in by hand.
      expect(await seller.fill(await seller.box(), {}, { shown: {} })).to.equal(null);
      expect(seller.values).to.deep.equal(before);
    });
  }

  it('changes nothing where nothing is touched', async () => {
    const seller = new Seller(services);
    await seller.begin(`${BEGIN.it} da 70k per fine marzo`);
    const before = seller.values;
    await seller.fill(await seller.box(), {}, { isWhole: false });
    expect(seller.values).to.deep.equal(before);
  });

  it('shows what the kind of deal asks for, and no more', async () => {
    const seller = new Seller(services);
    await seller.begin('crea un deal privato');
    const names = (await seller.box()).groups.map(({ name }) => name);
    expect(names).not.to.include.members(['contact']);
    const again = await seller.fill(await seller.box(), { 'kind.': 'co-sell' });
    expect(again?.groups.map(({ name }) => name)).to.include.members(['contact', 'helpCode']);
  });

  it('keeps what there is of a value, and says what is missing of it', async () => {
    const seller = new Seller(services);
    await seller.begin('crea un deal co-sell con Bianchi Srl');
    await seller.fill(await seller.box(), { 'contact.firstName': 'Gina', 'contact.phone': '+39 045 123456' });
    const box = await seller.box();
    expect(inputOf(box, 'contact', 'firstName')).to.equal('Gina');
    expect(box.groups.find(({ name }) => name === 'contact')?.problem).to.contain('cognome');
    // The chat asks for the rest of it.
    expect(seller.memory.record.drafts[0]?.partials).to.have.nested.property(
      'contact.kept.firstName',
      'Gina',
    );
  });

  it('objects to a part by its own words', async () => {
    const seller = new Seller(services);
    await seller.begin('crea un deal co-sell con Bianchi Srl');
    const problemOf = async (changes: Readonly<Record<string, string>>, name: string): Promise<string> => {
      const again = await seller.fill(await seller.box(), changes);
      return again?.groups.find((group) => group.name === name)?.problem ?? '';
    };
    expect(await problemOf({ 'contact.email': 'gina at bianchi' }, 'contact')).to.contain('gina at bianchi');
    expect(await problemOf({ 'contact.phone': 'tre' }, 'contact')).to.contain('tre');
    expect(await problemOf({ 'address.city': 'Verona', 'address.country': 'Narnia' }, 'address')).to.contain(
      'Narnia',
    );
    expect(await problemOf({ 'crmId.': 'OPP 1042' }, 'crmId')).to.contain('spazi');
    expect(await problemOf({ 'team.more': 'Zanna Bianca' }, 'team')).to.not.equal('');
  });

  it('adds to a list whoever is typed beside those that are chosen', async () => {
    const seller = new Seller(services);
    await seller.begin('crea un deal co-sell con Bianchi Srl');
    const box = await seller.box();
    const marco = box.groups
      .find(({ name }) => name === 'team')
      ?.fields.flatMap((field) => (field.kind === 'choice' ? field.options : []))
      .find(({ label }) => label.startsWith('Marco'));
    await seller.fill(box, {
      'team.': marco?.id ?? '',
      'team.more': 'Ugo Pepe, ugo.pepe@altri.example, +39 045 999999',
    });
    expect(seller.values['team']).to.have.length(2);
    await seller.fill(await seller.box(), { 'team.': '' });
    expect(seller.values['team']).to.deep.equal([]);
  });

  it('takes no choice that isn’t offered', async () => {
    const seller = new Seller(services);
    await seller.begin('crea un deal co-sell con Bianchi Srl');
    const again = await seller.fill(await seller.box(), { 'helpCode.': 'Free', 'smallValue.': 'private' });
    expect(again?.groups.find(({ name }) => name === 'helpCode')?.problem).to.not.equal(null);
    expect(seller.values).to.include({ kind: 'co-sell' }).and.not.to.have.any.keys('helpCode', 'smallValue');
  });

  it('has an id for each input that is its own', async () => {
    const seller = new Seller(services);
    await seller.begin(BEGIN.it);
    const ids = (await seller.box()).groups.flatMap(({ name, fields }) =>
      fields.map(({ part }) => fieldId(name, part)),
    );
    expect(new Set(ids).size).to.equal(ids.length);
  });
});
