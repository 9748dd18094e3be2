import { expect } from 'chai';
import { describedIn } from '../../src/reading/described.ts';
import type { Locale } from '../../src/language/locale.ts';
import { readAs } from './words-reader.ts';

const read = (text: string, locale: Locale = 'it') =>
  describedIn(readAs(text, { locale, known: ['Adatum'] }));
const traitsOf = (text: string, locale: Locale = 'it') => read(text, locale)?.traits ?? null;

describe('a deal told by what it is', () => {
  it('is told by what sets it above the others, and by how it stands', () => {
    const it_: Readonly<Record<string, readonly string[]>> = {
      'quella più urgente': ['expires-first'],
      'il meno recente': ['oldest'],
      'apri quello che vale di più': ['biggest'],
      'e quelli respinti?': ['declined'],
      'quello privato più vecchio': ['oldest', 'private'],
      'quale chiude per ultimo?': ['closes-last'],
      'quello che non ha ancora risposto': ['waiting'],
    };
    for (const [text, traits] of Object.entries(it_))
      expect(traitsOf(text), text).to.have.members([...traits]);
    expect(traitsOf('the most recent one', 'en')).to.deep.equal(['newest']);
    expect(traitsOf('which one is worth the least?', 'en')).to.deep.equal(['smallest']);
    expect(traitsOf('the shared one', 'en')).to.deep.equal(['shared']);
    expect(traitsOf('the one they turned down', 'en')).to.deep.equal(['declined']);
  });

  it('is told by the days that are left', () => {
    expect(read('quello a cui restano quattro giorni')).to.deep.include({ traits: [], daysLeft: 4 });
    expect(read('the one with 4 days left', 'en')).to.deep.include({ traits: [], daysLeft: 4 });
    expect(read('mancano quattro giorni')).to.equal(null);
  });

  it('is one of the person’s by itself where it says so', () => {
    expect(read('qual è il mio deal più grande?')).to.include({ isWhole: true });
    expect(read('quali trattative sono in sospeso?')).to.include({ isWhole: true, areMany: true });
    expect(read('which of my deals closes first?', 'en')).to.include({ isWhole: true });
    expect(read('il più grande')).to.include({ isWhole: false });
    expect(read('perché la mia trattativa più grande è ferma?')?.isWhole ?? false).to.equal(false);
  });

  it('is told by nothing where another thing is, where it is denied, or where something is asked of it', () => {
    for (const text of [
      'qual è l’importo più alto che posso scrivere?',
      'quale ruolo è più importante?',
      'cosa vuol dire deal condiviso?',
      'quello non rifiutato',
      'hanno accettato quella?',
      'Microsoft ha rifiutato il mio deal?',
      'perché Microsoft ha respinto la nostra trattativa?',
      'quello di Adatum più vecchio',
      'un deal privato',
    ])
      expect(read(text), text).to.equal(null);
    expect(read('what does shared mean?', 'en')).to.equal(null);
    expect(read('my deal expired, can I still change it?', 'en')).to.equal(null);
  });

  it('has not the end that an order gives it', () => {
    expect(traitsOf('segna quello privato come perso')).to.deep.equal(['private']);
  });
});
