import { expect } from 'chai';
import * as z from 'zod';
import { money } from '../../../dialogs/kinds/money.ts';
import type { Money } from '../../../src/referrals/referral.ts';
import { SlotBench } from './slot-bench.ts';

interface Values {
  readonly price: Money;
}

const schema = z.object({ amount: z.number().positive(), currency: z.string().length(3) });
const price = (usual: string | null = 'EUR') =>
  new SlotBench<Values, 'price'>(
    money<Values, null, 'price'>({
      name: 'price',
      words: { it: ['valore'], en: ['value'] },
      schema,
      ask: () => ({ text: '?' }),
      usualCurrency: () => usual,
    }),
  );
const euro = (amount: number): Money => ({ amount, currency: 'EUR' });

describe('a slot of money', () => {
  it('reads a sum with its currency, or the usual one', () => {
    expect(price().value('75 mila dollari')).to.deep.equal({ amount: 75_000, currency: 'USD' });
    expect(price().value('75k')).to.deep.equal(euro(75_000));
  });

  it('asks for the currency where none is usual, and puts it to the amount', () => {
    const read = price(null).answer('75k');
    expect(read.kind).to.equal('choose');
    expect(price(null).chosen('75000|GBP')).to.deep.equal({ amount: 75_000, currency: 'GBP' });
    expect(price(null).value('sterline', {}, { amount: 75_000 })).to.deep.equal({
      amount: 75_000,
      currency: 'GBP',
    });
  });

  it('proposes the total of a fee, and waits for a term where none is named', () => {
    expect(price().choices('300 euro al mese per 2 anni')).to.deep.equal(['7200|EUR']);
    expect(price().answer('300 euro al mese').kind).to.equal('partial');
    expect(price().found('canone di 300 euro al mese per 2 anni')).to.equal('choose');
  });

  it('asks about a bare number, several sums and one that is too much', () => {
    expect(price().choices('75')).to.deep.equal(['75|EUR', '75000|EUR']);
    expect(price().choices('tra 50k e 60k')).to.deep.equal(['50000|EUR', '60000|EUR']);
    expect(price().choices('900 milioni')).to.deep.equal(['900000000|EUR']);
  });

  it('multiplies a number that was asked about by what is said alone', () => {
    const asked = price().answer('65');
    const kept = asked.kind === 'choose' ? asked.kept : null;
    expect(price().value('migliaia', {}, kept)).to.deep.equal(euro(65_000));
    expect(price().value('mila euro', {}, kept)).to.deep.equal(euro(65_000));
    expect(price().value('66 mila', {}, kept)).to.deep.equal(euro(66_000));
    expect(price().answer('boh', {}, kept).kind).to.equal('invalid');
  });

  it('takes the last sum of a correction, with the currency said before', () => {
    expect(price().value('valore 80 mila dollari, anzi 95 mila')).to.deep.equal({
      amount: 95_000,
      currency: 'USD',
    });
    expect(price().found('valore 80k, anzi 95k')).to.deep.equal(euro(95_000));
  });

  it('finds a sum in a sentence, and none in a question, a supposition or none', () => {
    expect(price().found('Adatum, 75k, a fine marzo')).to.deep.equal(euro(75_000));
    for (const text of ['quanto sono 75k in dollari?', 'e se fossero 75k?', 'a fine marzo'])
      expect(price().found(text), text).to.equal(null);
  });

  it('refuses less than nothing and words', () => {
    for (const text of ['-5', 'un sacco']) expect(price().answer(text).kind, text).to.equal('invalid');
  });

  it('changes the currency of the amount at hand', () =>
    expect(price().value('in dollari', { price: euro(75_000) })).to.deep.equal({
      amount: 75_000,
      currency: 'USD',
    }));

  it('knows no button of another kind', () => {
    for (const id of ['', 'x', '75000', '-5|EUR', 'NaN|EUR'])
      expect(price().chosen(id), id).to.equal(undefined);
  });

  it('shows the sum with its currency', () => expect(price().shown(euro(75_000))).to.equal('75.000 €'));
});
