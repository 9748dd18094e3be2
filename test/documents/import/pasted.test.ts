import { expect } from 'chai';
import { readPasted } from '../../../src/documents/import/pasted.ts';
import { NO_FACTS } from '../../../src/documents/import/flow.ts';
import { sectionCalled, sectionsIn } from './imported.ts';

const PASTED = `ruoli appropriati: tutti i dipendenti
Questa pagina risponde alle domande sui badge.
Dove si ritira il badge?
Il badge si ritira alla portineria, dalle 8
alle 17.
- Serve un documento
valido. - Chi viene per la prima volta compila il modulo .
- Il ritiro è personale.
Come si rinnova?
Seguire questa procedura:
- Aprire Badge, poi
Rinnovo .
- Confermare.
Regole della portineria
Chi entra si presenta. Le visite si annunciano il giorno prima.
Contenuto correlato
- domande sui parcheggi`;

describe('the pasted text of a page', () => {
  const sections = sectionsIn(
    { isPage: false, facts: NO_FACTS, flow: readPasted(PASTED), leftOut: new Map() },
    'badge.txt',
  );

  it('has its questions and short lines as headings', () => {
    expect(sections.map(({ heading }) => heading)).to.deep.equal([
      'badge',
      'Dove si ritira il badge?',
      'Come si rinnova?',
      'Regole della portineria',
      'Contenuto correlato',
    ]);
    expect(sections.at(-1)?.isNextSteps).to.equal(true);
    expect(sections[1]?.boilerplate).to.deep.equal({ roles: 'tutti i dipendenti' });
  });

  it('has lines and bullets put together that the copying broke', () => {
    expect(sectionCalled(sections, 'Dove si ritira il badge?').blocks).to.deep.equal([
      { kind: 'paragraph', text: 'Il badge si ritira alla portineria, dalle 8 alle 17.' },
      {
        kind: 'list',
        isOrdered: false,
        items: [
          { text: 'Serve un documento valido.', blocks: [] },
          { text: 'Chi viene per la prima volta compila il modulo.', blocks: [] },
          { text: 'Il ritiro è personale.', blocks: [] },
        ],
      },
    ]);
  });

  it('has bullets as steps where a procedure is announced', () => {
    expect(sectionCalled(sections, 'Come si rinnova?').steps).to.deep.equal([
      'Aprire Badge, poi Rinnovo.',
      'Confermare.',
    ]);
  });

  it('keeps numbered lines as steps', () => {
    const [block] = readPasted('1. Apri.\n2) Chiudi.');
    expect(block).to.deep.include({
      block: {
        kind: 'list',
        isOrdered: true,
        items: [
          { text: 'Apri.', blocks: [] },
          { text: 'Chiudi.', blocks: [] },
        ],
      },
    });
  });
});
