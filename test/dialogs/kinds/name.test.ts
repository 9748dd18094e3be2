import { expect } from 'chai';
import * as z from 'zod';
import { name } from '../../../dialogs/kinds/name.ts';
import { SlotBench } from './slot-bench.ts';

interface Values {
  readonly customer: string;
}

const KNOWN = ['Adatum', 'Trey Research'];
const customer = () =>
  new SlotBench<Values, 'customer'>(
    name<Values, null, 'customer'>({
      name: 'customer',
      words: { it: ['cliente'], en: ['customer'] },
      schema: z.string().min(1),
      ask: () => ({ text: '?' }),
      known: () => KNOWN,
      invalid: () => 'no name',
    }),
    { known: KNOWN },
  );

describe('a slot of a company', () => {
  it('reads a company that is named, as written where it is known', () => {
    expect(customer().value('Bianchi Trasporti S.r.l.')).to.match(/^Bianchi Trasporti/);
    expect(customer().value('adatum')).to.equal('Adatum');
    expect(customer().value('il cliente è Trey Research')).to.equal('Trey Research');
  });

  it('asks about a slip of a name known, and takes either', () => {
    expect(customer().choices('Adatun')).to.deep.equal(['known:Adatum', 'typed:Adatun']);
    expect(customer().chosen('known:Adatum')).to.equal('Adatum');
    expect(customer().chosen('typed:Adatun')).to.equal('Adatun');
    expect(customer().chosen('Adatun')).to.equal(undefined);
  });

  it('asks about words that may be no name', () => {
    for (const text of ['gelateria', 'controlla']) {
      const read = customer().answer(text);
      expect(read.kind, text).to.equal('choose');
    }
  });

  it('asks again where somebody only agrees', () => {
    for (const text of ['perfetto', 'ok', 'va bene', 'sure'])
      expect(customer().answer(text).kind, text).to.equal('invalid');
  });

  it('takes what stands in quotes, whatever it looks like', () => {
    for (const text of ['"annulla"', '«ok»', '"Adatun"'])
      expect(customer().value(text), text).to.equal(text.slice(1, -1));
  });

  it('refuses what can be no name', () => {
    for (const text of ['!!', '{a:1}', 'a b c d e f g h i j'])
      expect(customer().answer(text).kind, text).to.equal('invalid');
  });

  it('finds a company in a sentence, and none in a question', () => {
    expect(customer().found('un deal con Adatum da 75k')).to.equal('Adatum');
    expect(customer().found('chi segue Adatum?')).to.equal(null);
    expect(customer().found('75k a fine aprile')).to.equal(null);
  });
});
