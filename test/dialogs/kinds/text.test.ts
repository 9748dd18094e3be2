import { expect } from 'chai';
import * as z from 'zod';
import { text } from '../../../dialogs/kinds/text.ts';
import { SlotBench } from './slot-bench.ts';

interface Values {
  readonly note: string;
}

const note = () =>
  new SlotBench<Values, 'note'>(
    text<Values, null, 'note'>({
      name: 'note',
      words: { it: ['nota'], en: ['note'] },
      schema: z.string().max(300),
      ask: () => ({ text: '?' }),
      invalid: () => 'too long',
      read: (said) => (said.text === 'nessuna nota' ? { kind: 'value', value: '' } : null),
      choose: (id) => (id === 'write' ? 'drafted' : undefined),
    }),
  );

describe('a slot of free text', () => {
  it('takes a statement as it stands', () => {
    expect(note().value('il referente preferisce il mattino')).to.equal('il referente preferisce il mattino');
    expect(note().slot.isFreeText).to.equal(true);
  });

  it('asks about words that do something in the conversation, and takes them by their button', () => {
    for (const said of [
      'ok',
      'va bene',
      'grazie mille',
      'boh',
      'controlla Adatum',
      'che noia',
      'te lo mando più tardi',
    ]) {
      const read = note().answer(said);
      expect(read.kind, said).to.equal('choose');
      const [only] = read.kind === 'choose' ? read.choices : [];
      expect(note().chosen(only?.id ?? ''), said).to.equal(said);
    }
  });

  it('takes what stands in quotes without them', () => {
    for (const said of ['"ok"', '«annulla»', '“grazie mille”'])
      expect(note().value(said), said).to.equal(said.slice(1, -1));
  });

  it('lets the row read first what is no content', () => expect(note().value('nessuna nota')).to.equal(''));

  it('refuses what is too long, and what is too long for a button where it must be asked', () => {
    expect(note().answer('parola '.repeat(60)).kind).to.equal('invalid');
    expect(note().answer(`ok, ${'parola '.repeat(30)}`).kind).to.equal('invalid');
  });

  it('knows the row’s own buttons', () => {
    expect(note().chosen('write')).to.equal('drafted');
    expect(note().chosen('x')).to.equal(undefined);
  });
});
