import { expect } from 'chai';
import * as z from 'zod';
import { day } from '../../../dialogs/kinds/day.ts';
import { SlotBench } from './slot-bench.ts';

interface Values {
  readonly due: string;
}

const due = () =>
  new SlotBench<Values, 'due'>(
    day<Values, null, 'due'>({
      name: 'due',
      words: { it: ['chiusura'], en: ['closing date'] },
      schema: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
      isOurs: () => false,
      ask: () => ({ text: '?' }),
    }),
  );

describe('a slot of a day', () => {
  it('reads a day in words or figures', () => {
    expect(due().value('fine aprile')).to.equal('2027-04-30');
    expect(due().value('15/03')).to.equal('2027-03-15');
  });

  it('asks where the words have several readings, or several days are named', () => {
    expect(due().choices('venerdì prossimo')).to.deep.equal(['2026-11-27', '2026-12-04']);
    expect(due().choices('il 3 febbraio o il 4 marzo')).to.deep.equal(['2027-02-03', '2027-03-04']);
  });

  it('takes the day of a correction', () =>
    expect(due().value('il 3 febbraio, anzi il 12 febbraio')).to.equal('2027-02-12'));

  it('offers the next such day for one that is past, and knows what is no day', () => {
    expect(due().choices('15 marzo 2020')).to.deep.equal(['2027-03-15']);
    expect(due().answer('31 febbraio').kind).to.equal('invalid');
    expect(due().answer('quando vogliono').kind).to.equal('invalid');
  });

  it('finds a day that is stated, and none that is asked or supposed', () => {
    expect(due().found('Adatum, 75k, chiudiamo a fine aprile')).to.equal('2027-04-30');
    for (const text of ['scade a fine aprile?', 'e se slittasse a fine aprile?', '75k'])
      expect(due().found(text), text).to.equal(null);
  });

  it('takes the tap on a day from today on alone', () => {
    expect(due().chosen('2026-11-24')).to.equal('2026-11-24');
    for (const id of ['2026-11-23', 'x', '']) expect(due().chosen(id), id).to.equal(undefined);
  });

  it('shows the day in full', () => expect(due().shown('2027-04-30')).to.equal('venerdì 30 aprile 2027'));
});
