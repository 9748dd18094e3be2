import { expect } from 'chai';
import { type Decision, route, type RouteInput } from '../../src/bot/router.ts';
import type { Match } from '../../src/matching/match.ts';
import { readAs } from '../reading/shared-reader.ts';

const none: Match = {
  outcome: 'none',
  id: null,
  confidence: 0.1,
  candidates: [],
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
    locale: 'it',
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

describe('router, after a clarification', () => {
  const open = [
    { id: 'auto-notes-how', kind: 'answer', label: 'Come funzionano le note automatiche?' },
    { id: 'create-deal', kind: 'dialog', label: 'Crea un deal' },
  ] as const;
  it('takes an ordinal, a number and the words themselves', () => {
    expect(decide('la seconda', { clarify: open })).to.include({ kind: 'begin', dialog: 'create-deal' });
    expect(decide('1', { clarify: open })).to.include({ kind: 'answer', id: 'auto-notes-how' });
    expect(decide('crea un deal', { clarify: open })).to.include({ kind: 'begin', dialog: 'create-deal' });
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
  it('long free text that surely is a request interrupts', () => {
    expect(decide('dimmi lo stato dei miei deal', { take: 'maybe', matched: dialog }).kind).to.equal('begin');
    const said = 'il cliente guarda lo stato dei suoi deal';
    expect(decide(said, { take: 'maybe', matched: { ...dialog, confidence: 0.6 } }).kind).to.equal(
      'continue-form',
    );
  });
  it('small talk is answered and the form stays', () =>
    expect(decide('grazie', { take: 'no' }).kind).to.equal('small-talk'));
});
