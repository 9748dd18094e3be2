import { expect } from 'chai';
import { markAlike } from '../../src/documents/alike.ts';
import { importMarkdown } from './import/imported.ts';

const LONG =
  'Il parcheggio della sede apre alle sette del mattino e chiude alle venti, tutti i giorni lavorativi, e chi resta più a lungo avvisa la portineria prima delle diciotto, con una telefonata o di persona.';

const alike = (...texts: readonly string[]): (string | null)[] => {
  const sections = texts.flatMap((text, at) =>
    importMarkdown(`# Orari\n\n${text}`, { path: `p${String(at)}.md` }),
  );
  return markAlike(sections).map((section) => section.alike);
};

describe('sections that repeat others', () => {
  it('are marked with the first of them', () => {
    expect(alike(LONG, LONG.replace('sette', 'otto'), LONG)).to.deep.equal([
      null,
      'p0.md#orari',
      'p0.md#orari',
    ]);
  });

  it('are not those that share some of their words', () => {
    const other =
      'Il parcheggio della sede apre alle sette del mattino. Le biciclette stanno nel garage, le moto fuori, e le auto elettriche hanno posti con la presa.';
    expect(alike(LONG, other)).to.deep.equal([null, null]);
  });

  it('are alike where they are short only if they are the same', () => {
    expect(alike('Alle sette.', 'Alle otto.', 'Alle sette.')).to.deep.equal([null, null, 'p0.md#orari']);
  });
});
