import { expect } from 'chai';
import type { Decision, RouteInput } from '../../src/bot/decision.ts';
import { route } from '../../src/bot/router.ts';
import type { Match } from '../../src/matching/match.ts';
import { readAs, WORDS } from '../reading/words-reader.ts';

const none: Match = {
  outcome: 'none',
  id: null,
  confidence: 0.1,
  candidates: [],
  passages: [],
  mended: [],
  asks: [],
  rest: null,
};
const answer: Match = { ...none, outcome: 'answer', id: 'edit-closed-deal', confidence: 0.9 };
const dialog: Match = { ...none, outcome: 'dialog', id: 'check-acceptance', confidence: 0.9 };
const clarify: Match = { ...none, outcome: 'clarify', confidence: 0.5 };

function decide(utterance: string, given: Partial<RouteInput> & { readonly matched?: Match } = {}): Decision {
  const { matched = none, ...rest } = given;
  const input: RouteInput = {
    utterance,
    reading: readAs(utterance),
    take: null,
    offer: null,
    clarify: null,
    retry: null,
    match: () => matched,
    ...rest,
  };
  return route(input);
}

describe('router, no form open', () => {
  it('follows a sure answer', () =>
    expect(decide('posso modificarlo?', { matched: answer })).to.include({
      kind: 'answer',
      id: 'edit-closed-deal',
    }));
  it('begins a dialog with the whole utterance', () => {
    const decision = decide('hanno accettato Contoso?', { matched: dialog });
    expect(decision).to.deep.include({
      kind: 'begin',
      dialog: 'check-acceptance',
      request: { utterance: 'hanno accettato Contoso?' },
    });
  });
  it('a dialog that does not exist is none', () =>
    expect(decide('x', { matched: { ...dialog, id: 'fly' } }).kind).to.equal('none'));
  it('asks when the engine is torn', () =>
    expect(decide('note', { matched: clarify }).kind).to.equal('clarify'));
  it('says that it does not know', () => expect(decide('che ore sono?').kind).to.equal('none'));
  it('"sì" does what was offered', () => {
    const offer = { action: 'begin', dialog: 'create-deal' } as const;
    expect(decide('sì', { offer })).to.deep.equal({ kind: 'act', action: offer });
    expect(decide('no grazie', { offer }).kind).to.equal('offer-declined');
  });
  it('only a plain yes begins what can’t be undone, and a yes beside a no does nothing', () => {
    const offer = { action: 'begin', dialog: 'close-deal' } as const;
    for (const said of ['ok', 'ok grazie', 'perfetto'])
      expect(decide(said, { offer }).kind, said).not.to.equal('act');
    for (const said of ['sì', 'sì grazie'])
      expect(decide(said, { offer }), said).to.deep.equal({ kind: 'act', action: offer });
    expect(decide('sì, anzi no', { offer }).kind).not.to.equal('act');
  });
  it('"sì" and a form\'s command with nothing open need no engine', () => {
    for (const said of ['sì', 'no', 'ok']) expect(decide(said).kind).to.equal('acknowledged');
    for (const said of ['indietro', 'confermo', 'salta']) expect(decide(said).kind).to.equal('nothing-open');
  });
  it('"altri" after a list shows the next part, says where it ends, and means nothing without one', () => {
    const next = { action: 'page', of: 'deals', page: 1 } as const;
    for (const said of ['altri', 'gli altri 4', 'mostra altri', 'more', '4 more deals']) {
      expect(decide(said, { list: { next } })).to.deep.equal({ kind: 'act', action: next });
      expect(decide(said, { list: { next: null } }).kind).to.equal('list-ended');
      expect(decide(said).kind).to.equal('none');
    }
  });
  it('a question after an offer is no refusal', () => {
    expect(
      decide('no, aspetta: posso modificare un deal perso?', { offer: { action: 'help' }, matched: answer })
        .kind,
    ).to.equal('answer');
  });
  it('"riprova" does the failed act again, and without one is left to the engine', () => {
    const retry = { action: 'begin', dialog: 'check-acceptance' } as const;
    expect(decide('riprova', { retry })).to.deep.equal({ kind: 'act', action: retry });
    expect(decide('riprova').kind).to.equal('none');
  });
  it('"annulla" alone cancels nothing', () => expect(decide('annulla').kind).to.equal('nothing-to-cancel'));
  it('small talk needs no engine', () => {
    const match = () => {
      throw new Error('asked');
    };
    expect(decide('grazie', { match })).to.deep.equal({ kind: 'small-talk', what: 'thanks' });
    expect(decide('aiuto', { match })).to.deep.equal({ kind: 'small-talk', what: 'help' });
    expect(decide('le mie bozze', { match })).to.deep.equal({ kind: 'small-talk', what: 'drafts' });
  });
});

describe('router, an act that is spoken of', () => {
  const close = { ...dialog, id: 'close-deal' };
  const create = { ...dialog, id: 'create-deal' };
  const spoken: readonly (readonly [string, Match, string])[] = [
    ['conviene chiudere Contoso adesso?', close, 'question'],
    ['e se chiudessi Contoso?', close, 'question'],
    ['non chiudere Contoso', close, 'negation'],
    ['venerdì chiudo Contoso', close, 'plan'],
    ['Microsoft ha chiuso Contoso', close, 'report'],
    ['domani apro un deal con Contoso', create, 'plan'],
  ];
  for (const [text, matched, why] of spoken)
    it(`is not begun by "${text}"`, () =>
      expect(decide(text, { matched })).to.include({ kind: 'held', why, dialog: matched.id }));
  it('is begun by an order, and by our own end of a deal', () => {
    for (const text of ['chiudi Contoso', 'abbiamo vinto Contoso'])
      expect(decide(text, { matched: close }), text).to.include({ kind: 'begin', dialog: 'close-deal' });
  });
});

describe('router, an order to close a deal that it names', () => {
  const known = ['Adatum', 'Trey Research'];
  const near = (text: string) => decide(text, { matched: answer, reading: readAs(text, { known }) });
  for (const text of [
    'segnami adatum come vinto con lo sconto',
    'chiudi Trey Research come perso, motivo tempi troppo stretti',
    'metti adatum su perso, budget tagliato',
  ]) {
    it(`begins the closing, not the answer nearest to it: ${text}`, () =>
      expect(near(text)).to.deep.include({
        kind: 'begin',
        dialog: 'close-deal',
        request: { utterance: text },
      }));
  }
  for (const text of [
    'se non firmano entro giovedì segna adatum come perso',
    'se lunedì non ho novità chiudi Trey Research come perso',
  ]) {
    it(`does nothing later, and says so: ${text}`, () =>
      expect(near(text)).to.include({ kind: 'held', why: 'plan', dialog: 'close-deal' }));
  }
  for (const text of [
    'se chiudo adatum come perso posso riaprirlo?',
    'posso segnare adatum come perso?',
    'se un deal è perso entro venerdì lo posso riaprire',
  ]) {
    it(`is none where it asks: ${text}`, () => expect(near(text).kind).to.equal('answer'));
  }
});

describe('router, with something on the screen', () => {
  const words = WORDS.it;
  if (words === undefined) throw new Error('no words');
  const shown = (deals: readonly string[], current: string | null) => ({
    words,
    focus: { deals, current, people: [], age: 1 },
  });
  it('checks the deal that is meant, and why it stands as it does', () => {
    expect(decide('il secondo', shown(['a', 'b'], null))).to.deep.include({
      kind: 'begin',
      dialog: 'check-acceptance',
      request: { referralId: 'b' },
    });
    expect(decide('perché?', shown(['a'], 'a'))).to.deep.include({
      request: { referralId: 'a', with: { about: 'why' } },
    });
  });
  it('asks which where it can’t be told, and recreates without a name', () => {
    expect(decide('perché?', shown(['a', 'b'], null)).kind).to.equal('which');
    expect(decide('ricrealo', shown(['a'], 'a'))).to.deep.equal({ kind: 'recreate', named: '' });
  });
  it('closes it where its end is ordered, and not where that is asked', () => {
    expect(decide('segnalo come perso', shown(['a'], 'a'))).to.deep.include({
      kind: 'begin',
      dialog: 'close-deal',
      request: { referralId: 'a', utterance: 'segnalo come perso' },
    });
    expect(decide('è già perso?', shown(['a'], 'a'))).not.to.deep.include({ dialog: 'close-deal' });
  });
});

describe('router, after a clarification', () => {
  const open = [
    { id: 'auto-notes-how', kind: 'answer', label: 'Come funzionano le note automatiche?' },
    { id: 'create-deal', kind: 'dialog', label: 'Crea un deal' },
  ] as const;
  it('takes an ordinal, a number and the words themselves', () => {
    expect(decide('la seconda', { clarify: open })).to.include({ kind: 'begin', dialog: 'create-deal' });
    expect(decide('1', { clarify: open })).to.include({ kind: 'answer', id: 'auto-notes-how' });
    expect(decide('crea un deal', { clarify: open })).to.include({ kind: 'begin', dialog: 'create-deal' });
    const words = 'crea un deal privato da 40k con Contoso';
    expect(decide(words, { clarify: open })).to.deep.include({
      dialog: 'create-deal',
      request: { utterance: words },
    });
  });
  it('"nessuna di queste" leads on to none', () =>
    expect(decide('nessuna di queste', { clarify: open }).kind).to.equal('none'));
  it('anything else is a new utterance', () =>
    expect(decide('posso modificarlo?', { clarify: open, matched: answer }).kind).to.equal('answer'));
});

describe('router, a form open', () => {
  it('what the form surely takes is the form’s, whatever else it may mean', () => {
    expect(decide('annulla', { take: 'surely', matched: answer }).kind).to.equal('continue-form');
  });
  it('a question is answered in between', () =>
    expect(decide('cosa vuol dire co-sell ready?', { take: 'no', matched: answer }).kind).to.equal('answer'));
  it('a question that nobody knows is said not to be known', () =>
    expect(decide('che ore sono?', { take: 'no' }).kind).to.equal('none'));
  it('what neither can use goes to the form, which shows an example', () =>
    expect(decide('un sacco', { take: 'no' }).kind).to.equal('continue-form'));
  it('short free text is the form’s, even when it looks like a request', () => {
    expect(decide('Help Lab', { take: 'maybe', matched: dialog }).kind).to.equal('continue-form');
  });
  it('an order to something else interrupts, and long free text only where it surely is a request', () => {
    const kindOf = (text: string, confidence: number) =>
      decide(text, { take: 'maybe', matched: { ...dialog, confidence } }).kind;
    expect(kindOf('controlla i miei deal', 0.6)).to.equal('begin');
    expect(kindOf('controlla i miei deal', 0.4)).to.equal('continue-form');
    expect(kindOf('il referente preferisce il mattino presto', 0.6)).to.equal('continue-form');
    expect(kindOf('il referente preferisce il mattino presto', 0.8)).to.equal('begin');
  });
  it('an act that is asked about in between is held back, and a look-up is not', () => {
    const close = { ...dialog, id: 'close-deal' };
    expect(decide('conviene chiudere Contoso adesso?', { take: 'no', matched: close })).to.include({
      kind: 'held',
      why: 'question',
      dialog: 'close-deal',
    });
    expect(decide('hanno accettato Contoso?', { take: 'no', matched: dialog }).kind).to.equal('begin');
  });
  it('small talk is answered and the form stays', () =>
    expect(decide('grazie', { take: 'no' }).kind).to.equal('small-talk'));
});
