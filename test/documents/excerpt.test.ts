import { expect } from 'chai';
import { excerptOf } from '../../src/documents/excerpt.ts';
import { importMarkdown, sectionCalled } from './import/imported.ts';

const text = (pieces: readonly { readonly text: string }[]): string =>
  pieces.map((each) => each.text).join('');

const PAGE = `# Biblioteca

Questa pagina parla della biblioteca. Il prestito dura trenta giorni. Le riviste restano in sala. Chi rende tardi un libro in prestito non ne prende altri per una settimana. La sala chiude alle venti.

## Tessera

${Array.from({ length: 10 }, (_, at) => `${String(at + 1)}. Fai la cosa numero ${String(at + 1)}.`).join('\n')}
`;

describe('an excerpt', () => {
  const sections = importMarkdown(PAGE);

  it('has the sentences with words of the question, in the order of the text and in its own words', () => {
    const { sentences } = excerptOf(
      sectionCalled(sections, 'Biblioteca'),
      'quanto durano i prestiti dei libri?',
    );
    const shown = sentences.map(text);
    expect(shown).to.include('Il prestito dura trenta giorni.');
    expect(shown.length).to.be.within(1, 3);
    for (const each of shown) expect(PAGE).to.contain(each);
    const order = shown.map((each) => PAGE.indexOf(each));
    expect(order).to.deep.equal([...order].sort((a, b) => a - b));
  });

  it('gives the question’s words weight, and no others', () => {
    const { sentences } = excerptOf(sectionCalled(sections, 'Biblioteca'), 'prestito');
    const asked = sentences.flat().filter(({ isAsked }) => isAsked);
    expect(new Set(asked.map((each) => each.text))).to.deep.equal(new Set(['prestito']));
  });

  it('has eight steps at most, and says that there are more', () => {
    const { steps, hasMoreSteps } = excerptOf(sectionCalled(sections, 'Tessera'), 'come faccio la tessera?');
    expect(steps).to.have.length(8);
    expect(hasMoreSteps).to.equal(true);
  });

  it('has something to say where no word is shared', () => {
    expect(excerptOf(sectionCalled(sections, 'Biblioteca'), 'xyz').sentences).to.have.length.within(1, 3);
  });
});
