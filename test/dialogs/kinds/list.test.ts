import { expect } from 'chai';
import * as z from 'zod';
import type { Parsed, SlotContext } from '../../../dialogs/engine/slot.ts';
import { addId, list } from '../../../dialogs/kinds/list.ts';
import { SlotBench } from './slot-bench.ts';

interface Values {
  readonly guests: readonly string[];
}

const ALL = ['anna', 'bruno', 'carla', 'dario', 'elisa', 'fabio', 'gina'];
const now = ({ values }: SlotContext<Values, null>): readonly string[] => values.guests ?? [];
const added = (words: string, context: SlotContext<Values, null>): Parsed<readonly string[]> =>
  ALL.includes(words)
    ? { kind: 'value', value: [...now(context), words] }
    : { kind: 'invalid', text: `nobody is called ${words}` };
const bench = new SlotBench<Values, 'guests'>(
  list<Values, null, 'guests', string>({
    name: 'guests',
    words: { it: ['ospiti'], en: ['guests'] },
    schema: z.array(z.string()),
    ask: () => ({ text: '?' }),
    keyOf: (each) => each,
    labelOf: (each) => each,
    counting: now,
    addable: () => ALL,
    add: (words, _said, context) => added(words, context),
    named: (words, context) => (now(context).includes(words) ? [words] : `${words} is no guest`),
    amendBy: ({ what }) => (what === '75k' ? null : 'yes'),
    find: ({ rest }) => (rest.includes('con anna') ? ['anna'] : undefined),
  }),
);
const choices = (values: Partial<Values>) =>
  bench.slot.ask(bench.context(values)).choices?.map(({ id }) => id) ?? [];

describe('a slot of a list', () => {
  it('is never asked, and empty at first', () => {
    expect(bench.slot.isQuiet).to.equal(true);
    expect(bench.slot.propose?.(bench.context())).to.deep.equal([]);
    expect(bench.slot.show([], bench.context())).to.equal(null);
  });

  it('takes in and out by an answer', () => {
    expect(bench.value('bruno', { guests: ['anna'] })).to.deep.equal(['anna', 'bruno']);
    expect(bench.value('togli anna', { guests: ['anna', 'bruno'] })).to.deep.equal(['bruno']);
    expect(bench.value('nessuno', { guests: ['anna'] })).to.deep.equal(['anna']);
    expect(bench.answer('zeno').kind).to.equal('invalid');
  });

  it('takes in and out by a wish at any question', () => {
    const wish = (text: string) =>
      bench.slot.amend?.(bench.said(text), bench.context({ guests: ['anna'] })) ?? null;
    expect(wish('aggiungi bruno')).to.deep.equal({ kind: 'value', value: ['anna', 'bruno'] });
    expect(wish('togli anna')).to.deep.equal({ kind: 'value', value: [], note: 'ospiti senza anna' });
    expect(wish('togli tutti')).to.deep.equal({ kind: 'value', value: [], note: 'ospiti senza anna' });
    expect(wish('togli bruno')).to.deep.equal({ kind: 'invalid', text: 'bruno is no guest' });
    expect(wish('75k a fine aprile')).to.equal(null);
  });

  it('offers first what can be taken out, then who can be added, five in all', () => {
    expect(choices({})).to.deep.equal(
      ['anna', 'bruno', 'carla', 'dario', 'elisa'].map((each) => `add:${each}`),
    );
    expect(choices({ guests: ['anna', 'bruno', 'carla', 'dario'] })).to.deep.equal([
      'remove:anna',
      'remove:bruno',
      'remove:carla',
      'add:elisa',
      'add:fabio',
    ]);
    expect(choices({ guests: ALL })).to.have.length(5);
  });

  it('does what a button says, and nothing by one that is gone', () => {
    expect(bench.chosen(addId(['bruno', 'carla']), { guests: ['anna'] })).to.deep.equal([
      'anna',
      'bruno',
      'carla',
    ]);
    expect(bench.chosen('remove:anna', { guests: ['anna', 'bruno'] })).to.deep.equal(['bruno']);
    expect(bench.chosen(addId(['zeno']))).to.equal(undefined);
    expect(bench.chosen('anna')).to.equal(undefined);
  });

  it('is found in a sentence and shown as one', () => {
    expect(bench.found('un tavolo con anna')).to.deep.equal(['anna']);
    expect(bench.slot.show([], bench.context({ guests: ['anna', 'bruno'] }))).to.equal('anna e bruno');
  });
});
