import { expect } from 'chai';
import { alikeDeals, searchDeals } from '../../../dialogs/deals/search.ts';
import type { DealSearch } from '../../../dialogs/deals/search.ts';
import type { Locale } from '../../../src/language/locale.ts';
import type { Referral } from '../../../src/referrals/referral.ts';
import { laySampleDeals, sampleDealId } from '../../../src/referrals/embedded/sample-deals.ts';
import { AURELIA_TENANT } from '../../../src/directory/sample-people.ts';
import { referral } from '../../referrals/deals.ts';
import { readAs } from '../../reading/words-reader.ts';
import { NOW } from '../engine/runner.ts';

const deals = laySampleDeals(NOW, () => 'e')
  .filter(({ tenantId }) => tenantId === AURELIA_TENANT)
  .sort((a, b) => b.createdAt.localeCompare(a.createdAt));

const search = (sentence: string, locale: Locale = 'it', among: readonly Referral[] = deals): DealSearch =>
  searchDeals(sentence, among, { locale, now: NOW, timeZone: 'Europe/Rome' });

/** A search in a few words: the customers found, else what was searched for. */
function said(found: DealSearch): string {
  switch (found.kind) {
    case 'one':
      return found.deal.customer.name;
    case 'several':
      return found.deals
        .map((deal) => deal.customer.name)
        .sort()
        .join(' | ');
    case 'not-found':
      return `no ${found.typed ?? 'id'}`;
    case 'all':
    case 'unsaid':
      return found.kind;
  }
}

describe('deal search', () => {
  const it_: readonly (readonly [string, string])[] = [
    ['Microsoft ha accettato il deal con Contoso?', 'Contoso'],
    ['hanno risposto per Fabrikam?', 'Fabrikam'],
    ['Northwind', 'Northwind Traders'],
    ['northwind traders spa', 'Northwind Traders'],
    ['il deal con Contosso', 'Contoso'],
    ['e contoso pharma?', 'Contoso Pharma'],
    ['com’è messo quello da 64mila?', 'Northwind Traders'],
    ['quello da 18.000 dollari', 'Litware'],
    ['il mio ultimo deal', 'Tailspin Toys'],
    ["l'ultima trattativa che ho creato", 'Tailspin Toys'],
    ['il deal di ieri è stato accettato?', 'Tailspin Toys'],
    [`controlla ${sampleDealId(5).toUpperCase()}`, 'Adventure Works'],
    ['Microsoft ha accettato il deal con contos?', 'Contoso | Contoso Pharma'],
    ['controlla contos', 'Contoso | Contoso Pharma'],
    ['stato dei miei deal', 'all'],
    ['tutte le trattative', 'all'],
    ['quali deal aspettano ancora la risposta', 'all'],
    ['elenco', 'all'],
    ['controlla un deal', 'unsaid'],
    ['Microsoft ha accettato il mio deal?', 'unsaid'],
    ['', 'unsaid'],
    ['Rossi Logistica?', 'no Rossi Logistica'],
    ['hanno risposto per Rossi Logistica?', 'no Rossi Logistica'],
    ['il deal d0000000-0000-4000-8000-000000000999', 'no id'],
    [`il deal ${sampleDealId(101)}`, 'no id'],
  ];
  for (const [sentence, expected] of it_) {
    it(`reads "${sentence}" as ${expected}`, () => {
      expect(said(search(sentence))).to.equal(expected);
    });
  }

  const en: readonly (readonly [string, string])[] = [
    ['did Microsoft accept the deal with Contoso?', 'Contoso'],
    ['the 64k one, did they take it?', 'Northwind Traders'],
    ['check my last deal', 'Tailspin Toys'],
    ["was yesterday's deal accepted?", 'Tailspin Toys'],
    ['show me my deals', 'all'],
    ['which of my deals are still waiting', 'all'],
    ['any news from Microsoft on my deal?', 'unsaid'],
    ['close Pippo as lost', 'no Pippo'],
  ];
  for (const [sentence, expected] of en) {
    it(`reads "${sentence}" as ${expected} (en)`, () => {
      expect(said(search(sentence, 'en'))).to.equal(expected);
    });
  }

  it('lets the value decide between two deals of one customer', () => {
    const small = referral({ id: 'small', value: { amount: 5_000, currency: 'EUR' } });
    const large = referral({ id: 'large', value: { amount: 90_000, currency: 'EUR' } });
    const both = search('il deal con Lagunare Logistica', 'it', [small, large]);
    expect(both.kind).to.equal('several');
    const one = search('il deal da 90k con Lagunare Logistica', 'it', [small, large]);
    expect(one).to.deep.equal({ kind: 'one', deal: large });
  });

  it('does not take a value in another currency for the one that was said', () => {
    const usd = referral({ value: { amount: 64_000, currency: 'USD' } });
    expect(search('quello da 64.000 euro', 'it', [usd]).kind).not.to.equal('one');
    expect(search('quello da 64.000 dollari', 'it', [usd]).kind).to.equal('one');
  });

  it('finds nothing among no deals, whatever is said', () => {
    for (const sentence of ['Contoso?', 'il mio ultimo deal', sampleDealId(1)]) {
      expect(search(sentence, 'it', []).kind).to.equal('not-found');
    }
  });
});

describe('deals alike', () => {
  it('are those whose customer is the same or begins with the same name', () => {
    const contoso = deals.find(({ customer }) => customer.name === 'Contoso') ?? referral();
    expect(alikeDeals(contoso, deals).map(({ customer }) => customer.name)).to.deep.equal(['Contoso Pharma']);
    const pharma = deals.find(({ customer }) => customer.name === 'Contoso Pharma') ?? referral();
    expect(alikeDeals(pharma, deals)).to.deep.equal([]);
  });
});

describe('a deal told by what it is', () => {
  const told = (sentence: string, locale: Locale = 'it', among: readonly Referral[] = deals): string =>
    said(
      searchDeals(
        sentence,
        among,
        { locale, now: NOW, timeZone: 'Europe/Rome' },
        readAs(sentence, { locale }),
      ),
    );

  const rows: readonly (readonly [string, string, Locale?])[] = [
    ['quello più urgente', 'Contoso Pharma'],
    ['il più grande', 'Contoso Pharma'],
    ['quello a cui restano 9 giorni', 'Fabrikam'],
    ['la meno recente', 'Proseware'],
    ['quello respinto', 'Litware | Northwind Traders'],
    ['quello scaduto', 'Adventure Works'],
    ['quelli in sospeso', 'Contoso Pharma | Fabrikam'],
    ['quello in sospeso più piccolo', 'Fabrikam'],
    ['quello di Padova', 'Wingtip Toys'],
    ['quello perso', 'no perso'],
    ['the shared one', 'Wingtip Toys', 'en'],
    ['the largest one they turned down', 'Northwind Traders', 'en'],
    ['the one in Bologna', 'Litware', 'en'],
    ['which one closes first?', 'Litware', 'en'],
  ];
  for (const [sentence, expected, locale] of rows)
    it(`"${sentence}" is ${expected}`, () => expect(told(sentence, locale)).to.equal(expected));

  it('compares sums of two currencies only where no rate could turn them around', () => {
    const worth = (id: string, amount: number, currency: string): Referral =>
      referral({ id, customer: { ...referral({}).customer, name: id }, value: { amount, currency } });
    const among = [
      worth('Euro', 100_000, 'EUR'),
      worth('Dollar', 90_000, 'USD'),
      worth('Yen', 900_000, 'JPY'),
    ];
    expect(told('il più grosso', 'it', among)).to.equal('Dollar | Euro | Yen');
    expect(told('il più grosso', 'it', [...among.slice(0, 1), worth('Dollar', 20_000, 'USD')])).to.equal(
      'Euro',
    );
  });
});
