import { expect } from 'chai';
import fc from 'fast-check';
import { DIALOG_NAMES } from '../../src/cards/dialog-name.ts';
import { heldBack } from '../../src/bot/holding.ts';
import { cutRequest } from '../../src/bot/requests.ts';
import { ACTS, type Act } from '../../src/knowledge/words.ts';
import type { Clause, Reading } from '../../src/reading/reading.ts';
import { readAs } from '../reading/words-reader.ts';

const known = ['Adatum', 'Trey Research'];
const held = (text: string, dialog: 'create-deal' | 'close-deal' | 'check-acceptance' = 'close-deal') =>
  heldBack(readAs(text, { known }), dialog);
const cut = (text: string, isInForm = false) => cutRequest(readAs(text, { known }), isInForm);

/** A reading of clauses that do these things, one word and a comma each. */
function readingOf(acts: readonly { readonly act: Act; readonly isOwn: boolean | null }[]): Reading {
  const clauses: Clause[] = acts.map(({ act, isOwn }, at) => {
    const text = `parte${String(at)},`;
    return {
      text,
      act,
      isOwn,
      facts: [],
      start: at * (text.length + 1),
      end: at * (text.length + 1) + text.length,
    };
  });
  return { text: clauses.map(({ text }) => text).join(' '), clauses, facts: [], unclaimed: [] };
}

const someClauses = fc.array(
  fc.record({ act: fc.constantFrom(...ACTS), isOwn: fc.constantFrom(true, false, null) }),
  { minLength: 1, maxLength: 9 },
);

describe('an act that is spoken of', () => {
  it('is held back where it is asked about, denied, planned or told of others', () => {
    expect(held('conviene chiudere Adatum adesso?')).to.equal('question');
    expect(held('e se chiudessi Adatum come perso?')).to.equal('question');
    expect(held('non chiudere Adatum')).to.equal('negation');
    expect(held('venerdì chiudo Adatum')).to.equal('plan');
    expect(held('Microsoft ha chiuso Adatum')).to.equal('report');
    expect(held('domani apro un deal con Adatum', 'create-deal')).to.equal('plan');
  });

  it('is begun where it is ordered, whatever stands beside the order', () => {
    for (const text of ['chiudi Adatum', 'Microsoft ha chiuso Adatum, chiudilo'])
      expect(held(text), text).to.equal(null);
    expect(held('crea un deal con Adatum', 'create-deal')).to.equal(null);
  });

  it('is begun by our own end of a deal, told or named', () => {
    for (const text of ['abbiamo vinto Adatum', 'Adatum perso']) expect(held(text), text).to.equal(null);
    expect(held('Adatum')).to.equal('statement');
  });

  it('never holds back a look-up', () => {
    fc.assert(
      fc.property(someClauses, fc.constantFrom(...DIALOG_NAMES), (acts, dialog) => {
        const isDoing = dialog === 'create-deal' || dialog === 'close-deal' || dialog === 'set-notices';
        fc.pre(!isDoing);
        expect(heldBack(readingOf(acts), dialog)).to.equal(null);
      }),
    );
  });

  it('is never held back beside an order, and always where a clause denies and none orders', () => {
    fc.assert(
      fc.property(
        someClauses,
        fc.constantFrom('create-deal' as const, 'close-deal' as const),
        (acts, dialog) => {
          const why = heldBack(readingOf(acts), dialog);
          if (acts.some(({ act }) => act === 'order')) expect(why).to.equal(null);
          else if (acts.some(({ act, isOwn }) => act === 'negation' && isOwn !== true))
            expect(why).to.equal('negation');
        },
      ),
    );
  });
});

describe('a message of several things', () => {
  it('is cut after a yes, a no or a request that is whole', () => {
    expect(cut('sì, e poi controlla Adatum')).to.include({ first: 'sì', rest: 'controlla Adatum' });
    expect(cut('no, quanto dura un invito?')).to.include({ first: 'no', rest: 'quanto dura un invito?' });
  });

  it('is left whole where all of it is one thing', () => {
    for (const text of [
      'abbiamo vinto Adatum, chiudilo',
      'se scade, posso rifarlo?',
      'crea un deal',
      'sì grazie',
    ])
      expect(cut(text), text).to.equal(null);
  });

  it('is cut between two orders, and not where the second speaks of the first’s', () => {
    expect(cut('apri un deal e poi guarda Adatum')).to.include({ rest: 'guarda Adatum', areOrders: true });
    expect(cut('prendi Adatum e segnalo come perso')).to.equal(null);
    const english = cutRequest(readAs('look at Adatum, then open a deal', { locale: 'en', known }), false);
    expect(english).to.include({ rest: 'open a deal', areOrders: true });
    expect(cutRequest(readAs('open a deal and send it', { locale: 'en' }), false)).to.equal(null);
  });

  it('is cut after a value in a form alone', () => {
    const acts = [
      { act: 'statement', isOwn: null },
      { act: 'question', isOwn: null },
    ] as const;
    expect(cutRequest(readingOf(acts), true)).to.include({ first: 'parte0', rest: 'parte1,' });
    expect(cutRequest(readingOf(acts), false)).to.equal(null);
  });

  it('loses no word but those between the parts', () => {
    fc.assert(
      fc.property(someClauses, fc.boolean(), (acts, isInForm) => {
        const reading = readingOf(acts);
        const parts = cutRequest(reading, isInForm);
        if (parts === null) return;
        const words = (text: string): string[] => text.match(/parte\d/g) ?? [];
        expect(parts.first.trim()).not.to.equal('');
        expect([...words(parts.first), ...words(parts.rest)]).to.deep.equal(words(reading.text));
      }),
    );
  });

  it('is cut at a place where a clause begins, whatever is typed', () => {
    const piece = fc.oneof(
      fc.constantFrom('sì', 'no', 'ok', 'controlla Adatum', 'quanto dura?', 'crea un deal', '80k', 'grazie'),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), fc.boolean(), (pieces, isInForm) => {
        const text = pieces.join(', ');
        const parts = cut(text, isInForm);
        if (parts === null) return;
        // What stands between two values is cut out: "0. ?, 80k".
        const isBetween = !text.trimEnd().endsWith(parts.rest);
        const [before = '', behind = ''] = isBetween ? text.split(parts.rest) : [text];
        const together = (typed: string): string => typed.replace(/[\s,;]+/gu, '');
        expect(text).to.include(parts.rest);
        expect(together(`${before}${behind}`).startsWith(together(parts.first))).to.equal(true);
      }),
    );
  });
});
