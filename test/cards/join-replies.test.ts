import { expect } from 'chai';
import fc from 'fast-check';
import { factRows } from '../../src/cards/fact-rows.ts';
import { joinReplies } from '../../src/cards/join-replies.ts';
import { type Button, MOST_BUTTONS, type Reply, sayLines, sayWith } from '../../src/cards/reply-data.ts';
import { toActivity } from '../../src/cards/reply.ts';
import { shownLines } from './shown-lines.ts';

type FormAct = 'choose' | 'go-on' | 'cancel' | 'back' | 'keep' | 'confirm';

const act = (title: string, what: FormAct, choice = title): Button => ({
  title,
  action: { action: 'form', draftId: 'd', do: what, choice },
});
const answer = (id: string): Button => ({ title: id, action: { action: 'answer', id } });
const portal: Button = { title: 'Portale', url: 'https://portal.example' };
const begin: Button = { title: 'Chiudi', action: { action: 'begin', dialog: 'close-deal' } };
const question = sayWith('Quanto vale?', act('Indietro', 'back'), act('Annulla', 'cancel'));

const titles = (reply: Reply | undefined): string[] => (reply?.buttons ?? []).map(({ title }) => title);
const joinOne = (...replies: readonly Reply[]): Reply => {
  const joined = joinReplies(replies);
  expect(joined).to.have.length(1);
  return joined[0] ?? { summary: '' };
};

describe('replies joined to one message', () => {
  it('nothing stays nothing, and one reply stays as it is', () => {
    expect(joinReplies([])).to.deep.equal([]);
    expect(joinReplies([question])[0]).to.equal(question);
  });

  it('has all lines in their order, and all the news', () => {
    const joined = joinOne(sayLines(['Uno.', 'Due.']), sayWith('Tre.'));
    expect(joined).to.deep.equal({ summary: 'Uno. Due. Tre.', text: ['Uno.', 'Due.', 'Tre.'] });
    expect(toActivity(joined, 'it').text).to.equal('Uno.\n\nDue.\n\nTre.');
  });

  it('keeps the order around a card, with a line between', () => {
    const card = { summary: 'Deal.', body: [factRows([{ title: 'Valore', value: '80.000 €' }])] };
    const joined = joinOne(sayWith('Prima.'), card, sayLines(['Dopo.', 'Poi.']));
    expect(joined.text).to.equal(undefined);
    expect(shownLines(joined.body).join(' ')).to.match(/^Prima\. .*80\.000 € Dopo\. Poi\.$/);
    expect(joined.body?.map((element) => element['separator'] === true)).to.deep.equal([
      false,
      true,
      true,
      false,
    ]);
  });

  it('puts other readings and a notice’s choices before the question’s buttons, without "go on"', () => {
    const reading = sayWith('Oppure?', act('80 €', 'choose'));
    const notice = sayWith('C’è già.', begin, act('Vai avanti', 'go-on'));
    expect(titles(joinOne(reading, notice, question))).to.deep.equal([
      '80 €',
      'Chiudi',
      'Indietro',
      'Annulla',
    ]);
  });

  it('leaves "go on" where the notice asks alone', () => {
    const notice = sayWith('C’è già.', act('Cambia', 'keep'), act('Vai avanti', 'go-on'));
    expect(titles(joinOne(sayWith('Segnato.'), notice))).to.deep.equal(['Cambia', 'Vai avanti']);
  });

  it('beside a form’s question offers nothing that leads away from it, but links and a clarification’s choices', () => {
    const deal = sayWith('Accettato.', begin, portal);
    expect(titles(joinOne(deal, question))).to.deep.equal(['Portale', 'Indietro', 'Annulla']);
    const none: Button = { title: 'Nessuna', action: { action: 'none-of-these' } };
    const clarify = sayWith('Quale?', answer('a'), begin, none);
    expect(titles(joinOne(clarify, question))).to.deep.equal([
      'a',
      'Chiudi',
      'Nessuna',
      'Indietro',
      'Annulla',
    ]);
  });

  it('offers the ways on of all parts where no form asks', () => {
    expect(titles(joinOne(sayWith('Creato.', portal), sayWith('Altro?', answer('a'))))).to.deep.equal([
      'Portale',
      'a',
    ]);
  });

  it('has one button for one thing, at the place of the later part', () => {
    const joined = joinOne(
      sayWith('Uno.', answer('a'), answer('b')),
      sayWith('Due.', answer('c'), answer('a')),
    );
    expect(titles(joined)).to.deep.equal(['b', 'c', 'a']);
  });

  it('leaves out first what can be written, then the last ones, and a warning’s choice never', () => {
    const choices = ['1', '2', '3', '4', '5', '6'].map((each) => act(each, 'choose'));
    const notice = sayWith('Attenzione.', act('Cambia', 'keep'), act('Vai avanti', 'go-on'));
    expect(titles(joinOne(notice, sayWith('Quale?', ...choices)))).to.deep.equal([
      'Cambia',
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
    const five = sayWith('Quale?', ...choices.slice(0, 5), act('Annulla', 'cancel'));
    expect(titles(joinOne(notice, five))).to.deep.equal(['Cambia', '1', '2', '3', '4', '5']);
  });

  it('never has more buttons than can be shown, and none twice', () => {
    const button = fc.oneof(
      fc.constantFrom<Button>(portal, begin, act('Annulla', 'cancel'), act('Vai avanti', 'go-on')),
      fc.integer({ min: 0, max: 9 }).map((id) => act(String(id), 'choose')),
    );
    const set = fc.uniqueArray(button, { maxLength: MOST_BUTTONS, selector: ({ title }) => title });
    fc.assert(
      fc.property(fc.array(set, { minLength: 2, maxLength: 5 }), (sets) => {
        const shown = titles(joinOne(...sets.map((buttons) => sayWith('x', ...buttons))));
        expect(new Set(shown).size).to.equal(shown.length);
        expect(shown.length).to.be.at.most(MOST_BUTTONS);
      }),
    );
  });

  it('is open to whom every part is open', () => {
    const open = { ...sayWith('Aperto.'), openTo: 'everybody' as const };
    expect(joinOne(open, open).openTo).to.equal('everybody');
    expect(joinOne(open, sayWith('Mio.')).openTo).to.equal(undefined);
    expect(joinOne(sayWith('Mio.'), open).openTo).to.equal(undefined);
    expect(joinOne(open, { ...open, openTo: 'inserted-deal' }).openTo).to.equal(undefined);
  });

  it('offers what the last part offers, and goes on with the list that was shown last', () => {
    const offer = { action: 'drafts' } as const;
    const list = { next: { action: 'page', of: 'deals', page: 1 } } as const;
    expect(joinOne({ ...sayWith('Lista.'), list, offer }, sayWith('Poi.'))).to.deep.equal({
      ...sayLines(['Lista.', 'Poi.']),
      list,
    });
    expect(joinOne(sayWith('Prima.'), { ...sayWith('Vuoi?'), offer }).offer).to.equal(offer);
  });

  it('keeps on disk what each part lets be kept', () => {
    const secret = { ...sayWith('Deal con Fabrikam.'), keptAs: sayWith('Un deal.') };
    const { keptAs } = joinOne(sayWith('Fatto.'), secret);
    expect(keptAs).to.deep.equal(sayLines(['Fatto.', 'Un deal.']));
  });

  it('leaves a sign-in by itself, in its place', () => {
    const prompt = { title: 'Accedi', connectionName: 'c', url: 'https://token.example', exchange: null };
    const signIn = { ...sayWith('Accedi.'), signIn: prompt };
    const joined = joinReplies([sayWith('Uno.'), sayWith('Due.'), signIn, sayWith('Tre.')]);
    expect(joined.map(({ summary }) => summary)).to.deep.equal(['Uno. Due.', 'Accedi.', 'Tre.']);
  });
});
