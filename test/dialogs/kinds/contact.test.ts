import { expect } from 'chai';
import * as z from 'zod';
import { contact, showContact } from '../../../dialogs/kinds/contact.ts';
import { contactIn } from '../../../dialogs/kinds/contact-said.ts';
import type { Contact } from '../../../src/referrals/referral.ts';
import { readAs } from '../../reading/words-reader.ts';
import { SlotBench } from './slot-bench.ts';

interface Values {
  readonly person: Contact;
}

const schema = z.object({
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string(),
  email: z.string(),
});
const person = (known: Partial<Contact> = {}) =>
  new SlotBench<Values, 'person'>(
    contact<Values, null, 'person'>({
      name: 'person',
      words: { it: ['contatto'], en: ['contact'] },
      schema,
      ask: () => ({ text: '?' }),
      known: () => known,
    }),
  );
const WHOLE = { firstName: 'Ada', lastName: 'Neri', phone: '+393331234567', email: 'ada@adatum.example' };
const keptOf = (text: string, partial?: unknown) => {
  const read = person().answer(text, {}, partial);
  return read.kind === 'partial' ? read.kept : read.kind;
};

describe('a slot of a person', () => {
  it('reads name, phone and e-mail in any order', () => {
    expect(person().value('Ada Neri, 333 1234567, ada@adatum.example')).to.deep.equal(WHOLE);
    expect(person().value('ada@adatum.example +39 333 1234567 Ada Neri')).to.deep.equal(WHOLE);
  });

  it('keeps what is there over several messages', () => {
    const first = keptOf('Ada Neri');
    expect(first).to.deep.equal({ firstName: 'Ada', lastName: 'Neri' });
    const second = keptOf('333 1234567', first);
    expect(second).to.deep.equal({ firstName: 'Ada', lastName: 'Neri', phone: '+393331234567' });
    expect(person().value('ada@adatum.example', {}, second)).to.deep.equal(WHOLE);
  });

  it('takes a new number for the person known, and a new name for a new person', () => {
    expect(person(WHOLE).value('333 7654321')).to.deep.equal({ ...WHOLE, phone: '+393337654321' });
    const read = person(WHOLE).answer('Luca Bianchi');
    expect(read.kind === 'partial' ? read.kept : null).to.deep.equal({
      firstName: 'Luca',
      lastName: 'Bianchi',
    });
  });

  it('offers the second of two numbers', () => {
    const read = person({ email: WHOLE.email }).answer('Ada Neri, 333 1234567 o 334 7654321');
    expect(read.kind === 'value' ? read.others?.map(({ id }) => id) : null).to.deep.equal([
      'phone:+393347654321',
    ]);
    expect(person().chosen('phone:+393347654321', { person: WHOLE })).to.deep.equal({
      ...WHOLE,
      phone: '+393347654321',
    });
    expect(person().chosen('+393347654321', { person: WHOLE })).to.equal(undefined);
  });

  it('refuses what names nobody', () => {
    for (const text of ['apri il deal', '80', '!!'])
      expect(person().answer(text).kind, text).to.equal('invalid');
  });

  it('takes no order, command or small word for a name, and nothing beside a whole one', () => {
    for (const text of ['crea', 'chiedi a Paolo', 'salta', 'preventivo'])
      expect(keptOf(text, { phone: WHOLE.phone }), text).to.equal('invalid');
    for (const text of ['preventivo', 'Preventivo', 'crea'])
      expect(keptOf(text, { firstName: 'Ada', lastName: 'Neri' }), text).to.equal('invalid');
    expect(keptOf('Neri', { firstName: 'Ada' })).to.deep.equal({ firstName: 'Ada', lastName: 'Neri' });
    expect(keptOf('neri', { firstName: 'Ada' })).to.deep.equal({ firstName: 'Ada', lastName: 'Neri' });
  });

  it('reads a name in small letters by the address that is made of it', () => {
    const taken = person().said('ugo bassi 0521 123456 u.bassi@adatum.example', 'another').facts;
    expect(taken.map(({ kind }) => kind)).to.deep.equal(['person', 'phone', 'email']);
    expect(
      person()
        .said('scrivi qui ufficio@adatum.example', 'another')
        .facts.map(({ kind }) => kind),
    ).to.deep.equal(['email']);
  });

  it('finds a person in a sentence, first who is said to be the contact, and nobody in a question', () => {
    expect(contactIn({ ...personSaid('lo segue Luca Bianchi, contatto: Ada Neri') })?.parts).to.deep.equal({
      firstName: 'Ada',
      lastName: 'Neri',
    });
    expect(person().found('chi è Ada Neri?')).to.equal(null);
    expect(person().found('75k a fine aprile')).to.equal(null);
  });

  it('shows what is known', () => {
    expect(showContact(WHOLE)).to.equal('Ada Neri, +393331234567, ada@adatum.example');
    expect(showContact({ phone: '+393331234567' })).to.equal('+393331234567');
    expect(person().slot.showPartial?.({}, person().context())).to.equal(null);
  });
});

function personSaid(text: string) {
  const reading = readAs(text);
  return { text, reading, facts: reading.facts, rest: '' };
}
