import { expect } from 'chai';
import { foundIn, shownField, withIds } from '../../../dialogs/engine/searched.ts';
import type { Slot, SlotContext } from '../../../dialogs/engine/slot.ts';
import type { Field } from '../../../src/cards/box.ts';

const CHOICES = [
  { id: 'd1', label: 'Contoso' },
  { id: 'd2', label: 'Fabrikam' },
  { id: 'd3', label: 'Fabrikam' },
];
const GONE = { id: 'd4', label: 'Northwind' };
const FIELD: Field = {
  part: '',
  kind: 'choice',
  look: 'typed',
  options: [...CHOICES.slice(0, 2), GONE],
  value: 'd1',
};
const slot = {
  asInput: () => [FIELD],
  suggest: (typed: string) => CHOICES.filter(({ label }) => label.includes(typed)),
} as unknown as Slot;
const context = {} as SlotContext;

describe('a choice in a field that is searched', () => {
  it('is called by its label, also one that is not offered any more', () => {
    const shown = shownField(FIELD, undefined, slot, context);
    expect(shown).to.include({ value: 'Contoso' });
    expect(shown).to.have.deep.property('options', [
      { id: 'Contoso', label: 'Contoso' },
      { id: 'd2', label: 'Fabrikam' },
      { id: 'Northwind', label: 'Northwind' },
    ]);
    expect(shownField(FIELD, 'Contosso', slot, context)).to.include({ value: 'Contosso' });
  });

  it('keeps its id where another one has its label, whatever is found', () => {
    expect(foundIn('Fab', slot, context)?.map(({ id }) => id)).to.deep.equal(['d2', 'd3']);
    expect(foundIn('Con', slot, context)?.map(({ id }) => id)).to.deep.equal(['Contoso']);
  });

  it('is read back by its label or its id, and as it was put where it is neither', () => {
    const read = (put: string): string | undefined => withIds({ '': put }, slot, context)[''];
    expect(['Contoso', 'Northwind', 'd1', 'd3', 'Nessuno', ''].map(read)).to.deep.equal([
      'd1',
      'd4',
      'd1',
      'd3',
      'Nessuno',
      '',
    ]);
  });

  it('is nothing where nothing is searched', () => {
    expect(foundIn('x', {} as Slot, context)).to.equal(null);
  });
});
