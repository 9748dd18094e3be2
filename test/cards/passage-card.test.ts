import { expect } from 'chai';
import { passageReply } from '../../src/cards/passage-card.ts';
import { excerptOf } from '../../src/documents/excerpt.ts';
import type { DocumentFacts } from '../../src/documents/section.ts';
import { importMarkdown, sectionCalled } from '../documents/import/imported.ts';
import { shownText } from '../dialogs/card-text.ts';

const SECTION = sectionCalled(
  importMarkdown(
    '# Sede\n\nTesto.\n\n## Orari\n\nLa sede apre alle otto e [chiude](javascript:x) alle venti.',
  ),
  'Orari',
);

function shownWith(facts: Partial<DocumentFacts>, locale: 'it' | 'en' = 'it'): string {
  const section = { ...SECTION, document: { ...SECTION.document, ...facts } };
  const excerpt = excerptOf(section, 'quando apre la sede?');
  const reply = passageReply(
    { section, excerpt, follows: [], others: [], today: '2026-11-24', hasWaysOn: true },
    locale,
  );
  return shownText(reply);
}

describe('a passage', () => {
  it('says of which day its page is, and that an old, archived or announcing one may not hold any more', () => {
    expect(shownWith({ date: '2026-10-02' }))
      .to.contain('2 ottobre 2026')
      .and.not.contain('controlla');
    expect(shownWith({ date: '2021-10-02' })).to.contain('più di due anni fa');
    expect(shownWith({ date: '2026-10-02', isArchived: true })).to.contain('archiviata');
    expect(shownWith({ date: '2026-10-02', isNews: true })).to.contain('annuncio');
    expect(shownWith({ date: null })).to.contain('non ha una data');
  });

  it('says in which language it is, where that is not the reader’s', () => {
    expect(shownWith({}, 'en')).to.contain('in Italian');
    expect(shownWith({}, 'it')).not.to.contain('in italiano');
  });

  it('names its licence where the operator has named one', () => {
    expect(shownWith({ licence: 'CC BY 4.0' })).to.contain('CC BY 4.0');
  });

  it('shows the row of a price list that was asked for', () => {
    const section = sectionCalled(
      importMarkdown('# Canoni\n\n| Prodotto | Al mese |\n|---|---|\n| Base | 49 € |\n| Plus | 129 € |\n'),
      'Canoni',
    );
    const excerpt = excerptOf(section, 'quanto costa Plus?');
    const reply = passageReply(
      { section, excerpt, follows: [], others: [], today: '2026-11-24', hasWaysOn: true },
      'it',
    );
    expect(shownText(reply)).to.contain('Prodotto: Plus · Al mese: 129 €').and.not.contain('49 €');
    expect(reply.summary).to.contain('129 €');
  });
});
