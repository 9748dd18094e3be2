import { expect } from 'chai';
import fc from 'fast-check';
import type { Locale } from '../../../src/language/locale.ts';
import type { Act } from '../../../src/reading/reading.ts';
import { createReader } from '../../../src/reading/reader.ts';
import { reader } from '../words-reader.ts';
import { KNOWN, TODAY } from './stage.ts';

interface Phrases {
  readonly orders: readonly string[];
  /** What is put before an order so that it is none. */
  readonly guards: readonly string[];
  readonly infinitives: readonly string[];
  /** What is put before an infinitive, and after it, so that it asks. */
  readonly asking: readonly (readonly [before: string, after: string])[];
  readonly assents: readonly string[];
  /** What holds back a yes beside it. */
  readonly held: readonly string[];
  readonly names: readonly string[];
}

const PHRASES: Readonly<Record<Locale, Phrases>> = {
  it: {
    orders: [
      'chiudi',
      'controlla',
      'segna come vinto',
      'elimina',
      'apri un deal con',
      'aggiorna',
      'verifica',
      'chiudimi',
    ],
    guards: [
      'se',
      'non',
      'domani',
      'forse',
      'e se',
      'magari',
      'non so se',
      'nel caso',
      'la settimana prossima',
    ],
    infinitives: [
      'chiudere',
      'controllare',
      'segnare come perso',
      'aprire un deal con',
      'cancellare',
      'aggiornare',
    ],
    asking: [
      ['posso ', '?'],
      ['conviene ', ''],
      ['ha senso ', '?'],
      ['come faccio a ', ''],
      ['chi può ', ''],
      ['è il caso di ', ''],
      ['non so se ', ''],
      ['quando posso ', '?'],
    ],
    assents: ['sì', 'ok', 'va bene', 'certo', 'perfetto', 'd’accordo'],
    held: [
      'ma lo faccio domani',
      'però non crearlo ancora',
      'quanto tempo ci vuole?',
      'più tardi',
      'e se poi cambia?',
      'non chiuderlo',
      'lo confermo lunedì',
    ],
    names: ['Woodgrove', 'Lucerne', 'Trey Research', 'Alpine'],
  },
  en: {
    orders: ['close', 'check', 'mark as won', 'delete', 'open a deal with', 'update', 'verify', 'cancel'],
    guards: [
      'if we',
      'do not',
      "don't",
      'tomorrow',
      'maybe',
      'what if you',
      'not sure if we',
      'in case you',
      'never',
    ],
    infinitives: ['close', 'check', 'mark as lost', 'open a deal with', 'delete', 'update'],
    asking: [
      ['can I ', '?'],
      ['should I ', ''],
      ['how do I ', ''],
      ['does it make sense to ', '?'],
      ['who can ', ''],
      ['is it better to ', '?'],
      ["I'm not sure whether to ", ''],
    ],
    assents: ['yes', 'ok', 'sure', 'perfect', 'sounds good', 'right'],
    held: [
      "but I'll do it tomorrow",
      "but don't create it yet",
      'how long does it take?',
      'later',
      'but what if it changes?',
    ],
    names: ['Woodgrove', 'Lucerne', 'Trey Research', 'Alpine'],
  },
};

const LOCALES: readonly Locale[] = ['it', 'en'];
const ASKED = [null, 'review', 'notes', 'customer'] as const;

describe('acts: what holds for any message', () => {
  const actsOf = (text: string, locale: Locale, asked: string | null): Act[] =>
    reader.read(text, { locale, today: TODAY, asked, known: KNOWN }).clauses.map(({ act }) => act);

  for (const locale of LOCALES) {
    const { orders, guards, infinitives, asking, assents, held, names } = PHRASES[locale];

    it(`reads no order behind a word that holds it back (${locale})`, () => {
      const message = fc.tuple(
        fc.constantFrom(...guards),
        fc.constantFrom(...orders),
        fc.constantFrom(...names),
      );
      fc.assert(
        fc.property(message, fc.constantFrom(null, 'review'), ([guard, order, name], asked) => {
          const acts = actsOf(`${guard} ${order} ${name}`, locale, asked);
          expect(acts, `${guard} ${order} ${name}`)
            .to.not.include.members(['order'])
            .and.not.include.members(['assent']);
        }),
        { numRuns: 300 },
      );
    });

    it(`reads no order where somebody asks whether or how (${locale})`, () => {
      const message = fc.tuple(
        fc.constantFrom(...asking),
        fc.constantFrom(...infinitives),
        fc.constantFrom(...names),
      );
      fc.assert(
        fc.property(message, ([[before, after], verb, name]) => {
          const text = `${before}${verb} ${name}${after}`;
          expect(actsOf(text, locale, null), text).to.deep.equal(['question']);
        }),
        { numRuns: 300 },
      );
    });

    it(`reads no bare yes beside what holds it back (${locale})`, () => {
      const joints = fc.constantFrom(' ', ', ', '. ', ' … ', '\n');
      const message = fc.tuple(fc.constantFrom(...assents), joints, fc.constantFrom(...held));
      fc.assert(
        fc.property(message, ([yes, joint, rest]) => {
          const acts = new Set(actsOf(yes + joint + rest, locale, 'review'));
          acts.delete('assent');
          expect([...acts], yes + joint + rest).to.not.deep.equal([]);
        }),
        { numRuns: 300 },
      );
    });
  }

  it('loses no letter: the clauses hold the whole message in its order', () => {
    const pieces = fc.constantFrom(
      ...Object.values(PHRASES).flatMap(({ orders, guards, held, names, assents }) => [
        ...orders,
        ...guards,
        ...held,
        ...names,
        ...assents,
      ]),
      ...[
        ',',
        '?',
        '!',
        '...',
        '\n',
        ' - ',
        '(',
        ')',
        '👍',
        '80k',
        '«',
        'a@b.it',
        '👩‍💻',
        'S.p.A.',
        '\u200b',
        '12/03/2027',
      ],
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 12 }).map((list) => list.join(' ')),
      fc.array(pieces, { maxLength: 12 }).map((list) => list.join('')),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom(...LOCALES), fc.constantFrom(...ASKED), (text, locale, asked) => {
        const { clauses } = reader.read(text, { locale, today: TODAY, asked, known: KNOWN });
        const bare = (each: string): string => each.replace(/\s+/gu, '');
        expect(bare(clauses.map((clause) => clause.text).join(''))).to.equal(bare(text));
        for (const { text: part, start, end } of clauses) expect(text.slice(start, end)).to.equal(part);
      }),
      { numRuns: 600 },
    );
  });

  it('tells whose report and whose plan it is', () => {
    const own = (text: string, locale: Locale): unknown =>
      reader
        .read(text, { locale, today: TODAY, asked: null, known: KNOWN })
        .clauses.map(({ act, isOwn }) => [act, isOwn]);
    expect(own('abbiamo perso Woodgrove', 'it')).to.deep.equal([['report', true]]);
    expect(own('Microsoft ci ha rifiutato Lucerne', 'it')).to.deep.equal([['report', false]]);
    expect(own('domani chiudo Woodgrove', 'it')).to.deep.equal([['plan', true]]);
    expect(own('Woodgrove firmerà a marzo', 'it')).to.deep.equal([['plan', false]]);
    expect(own('we lost Woodgrove', 'en')).to.deep.equal([['report', true]]);
    expect(own('Microsoft declined Lucerne', 'en')).to.deep.equal([['report', false]]);
    expect(own('controlla Woodgrove', 'it')).to.deep.equal([['order', null]]);
  });

  it('names the words that nobody claims, and none that a fact or a cue explains', () => {
    const unclaimed = (text: string): readonly string[] =>
      reader.read(text, { locale: 'it', today: TODAY, asked: null, known: KNOWN }).unclaimed;
    expect(unclaimed('chiudi Woodgrove come perso')).to.deep.equal([]);
    expect(unclaimed('chiudi Woodgrove entro carnevale')).to.deep.equal(['entro carnevale']);
  });

  it('refuses to read without words', () => {
    expect(() => createReader({})).to.throw(/no words for "it"/);
  });
});
