import { expect } from 'chai';
import * as z from 'zod';
import { address } from '../../../dialogs/kinds/address.ts';
import type { Address } from '../../../src/referrals/referral.ts';
import { SlotBench } from './slot-bench.ts';

interface Values {
  readonly place: Address;
}

const schema = z.object({
  line1: z.string(),
  city: z.string(),
  country: z.string().length(2),
  state: z.string().exactOptional(),
  postalCode: z.string().exactOptional(),
});
const place = (usual: string | null = 'IT') =>
  new SlotBench<Values, 'place'>(
    address<Values, null, 'place'>({
      name: 'place',
      words: { it: ['indirizzo'], en: ['address'] },
      schema,
      ask: () => ({ text: '?' }),
      isOther: () => false,
      usualCountry: () => usual,
    }),
  );
const keptOf = (text: string, partial?: unknown) => {
  const read = place().answer(text, {}, partial);
  return read.kind === 'partial' ? read.kept : null;
};

describe('a slot of an address', () => {
  it('reads street, town and country, and proposes the country that is not said', () => {
    expect(place().value('Via Dante 4, 38122 Trento, Italia')).to.deep.include({
      city: 'Trento',
      country: 'IT',
    });
    expect(place().value('Via Dante 4, 38122 Trento')).to.deep.include({
      postalCode: '38122',
      country: 'IT',
    });
    expect(place('DE').value('Via Dante 4, 38122 Trento')).to.deep.include({ country: 'DE' });
  });

  it('asks for the country where nothing tells it', () => {
    const read = place(null).answer('Via Dante 4, 38122 Trento');
    expect(read.kind).to.equal('partial');
    expect(place(null).value('Italia', {}, { line1: 'Via Dante 4', city: 'Trento' })).to.deep.include({
      country: 'IT',
    });
  });

  it('keeps the part that is there, and asks for the rest alone', () => {
    expect(keptOf('Via Dante 4')).to.deep.equal({ line1: 'Via Dante 4' });
    expect(place().value('Trento', {}, { line1: 'Via Dante 4' })).to.deep.equal({
      line1: 'Via Dante 4',
      city: 'Trento',
      country: 'IT',
    });
    expect(place().value('Kungsgatan 4', {}, { city: 'Malmö', country: 'SE' })).to.deep.include({
      line1: 'Kungsgatan 4',
    });
  });

  it('takes neither a person nor a label for the town that is missing', () => {
    const street = { line1: 'Via Dante 4' };
    expect(keptOf('gino sala 0461 123456 gino@adatum.example', street)).to.equal(null);
    expect(keptOf('cap 38122', street)).to.deep.equal({ ...street, postalCode: '38122' });
    expect(place().value('trento', {}, { ...street, postalCode: '38122' })).to.deep.include({
      postalCode: '38122',
      city: 'Trento',
    });
  });

  it('adds a postcode to the address that there is', () =>
    expect(
      place().found('il cap è 38122', { place: { line1: 'Via Dante 4', city: 'Trento', country: 'IT' } }),
    ).to.deep.include({ postalCode: '38122', line1: 'Via Dante 4' }));

  it('refuses what is no place', () => {
    for (const text of ['controlla', 'sì', '80', '!!'])
      expect(place().answer(text).kind, text).to.equal('invalid');
  });

  it('finds an address in a sentence, whole or in part', () => {
    expect(place().found('Adatum, Via Dante 4, 38122 Trento, 75k')).to.deep.include({ city: 'Trento' });
    expect(place().found('la sede è in Via Dante 4, 38122 Trento?')).to.equal(null);
    expect(place().found('75k a fine aprile')).to.equal(null);
  });

  it('shows what is there, whole or in part', () => {
    const whole = { line1: 'Via Dante 4', city: 'Trento', country: 'IT', postalCode: '38122', state: 'TN' };
    expect(place().shown(whole)).to.equal('Via Dante 4, 38122 Trento TN, Italia');
    const { slot } = place();
    expect(slot.showPartial?.({ line1: 'Via Dante 4' }, place().context())).to.equal('Via Dante 4');
    expect(slot.showPartial?.(null, place().context())).to.equal(null);
  });
});
