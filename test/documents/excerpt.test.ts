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

  it('has all that a short section says', () => {
    const short = importMarkdown(
      '# Nolo\n\nSì, a giornata.\n\n- 50 euro di nolo al giorno\n- senza conducente\n',
    );
    const { sentences } = excerptOf(sectionCalled(short, 'Nolo'), 'posso prendere a nolo un muletto?');
    expect(sentences.map(text)).to.deep.equal([
      'Sì, a giornata.',
      '50 euro di nolo al giorno',
      'senza conducente',
    ]);
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

  it('has the rows of a table that the question names, each cell with its column', () => {
    const prices = importMarkdown(
      '# Listino\n\n| Prodotto | Al mese | |\n|---|---|---|\n| Base | 49 € | |\n| Plus | 129 € | fino a<br/>25 utenti |\n| Oltre | 390 € | |\n',
    );
    const asking = (question: string): string[] =>
      excerptOf(sectionCalled(prices, 'Listino'), question).rows.map((row) =>
        row.map(({ name, cell }) => `${name}=${text(cell)}`).join('|'),
      );
    expect(asking('quanto costa Plus?')).to.deep.equal(['Prodotto=Plus|Al mese=129 €|=fino a 25 utenti']);
    expect(asking('quanto costa tutto?'), 'nothing else can be shown').to.have.length(3);
    const withText = importMarkdown(
      '# Listino\n\nPrezzi di tutto.\n\n| Prodotto | Al mese |\n|---|---|\n| Base | 49 € |\n',
    );
    expect(excerptOf(sectionCalled(withText, 'Listino'), 'xyz').rows).to.deep.equal([]);
  });

  it('has five rows at most, and says that there are more', () => {
    const rows = Array.from({ length: 7 }, (_, at) => `| Sede ${String(at)} | aperta |`).join('\n');
    const long = importMarkdown(`# Sedi\n\n| Sede | Stato |\n|---|---|\n${rows}\n`);
    const { rows: shown, hasMoreRows } = excerptOf(sectionCalled(long, 'Sedi'), 'quali sono aperte?');
    expect(shown).to.have.length(5);
    expect(hasMoreRows).to.equal(true);
  });

  it('has something to say where no word is shared', () => {
    expect(excerptOf(sectionCalled(sections, 'Biblioteca'), 'xyz').sentences).to.have.length.within(1, 3);
  });
});
