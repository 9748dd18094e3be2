import { expect } from 'chai';
import fc from 'fast-check';
import type { Judgement, QueuedQuestion } from '../../src/questions/home.ts';
import { groupAlike } from '../../src/questions/likeness.ts';
import { withStandIns } from '../../src/questions/mask-texts.ts';
import type { KeptQuestion } from '../../src/questions/question.ts';
import { queueOf, toQueued } from '../../src/questions/queue.ts';

let number = 0;
const asked = (words: string, more: Partial<QueuedQuestion> = {}): QueuedQuestion => ({
  id: `${String(++number).padStart(8, '0')}-rest`,
  at: `2026-11-${String(10 + (number % 15))}T08:00:00Z`,
  locale: 'it',
  words,
  outcome: 'none',
  disliked: null,
  candidates: [],
  picked: null,
  expert: null,
  ...more,
});

const NOTHING: Judgement = { outcome: 'none', id: null, candidates: [], topic: null, isListedOutside: false };
const near = (id: string, confidence: number): Judgement => ({
  ...NOTHING,
  outcome: 'clarify',
  candidates: [{ id, kind: 'answer', confidence }],
});

describe('the queue of questions for an editor', () => {
  it('groups questions that ask about the same, whatever holds them together, and leaves others apart', () => {
    const groups = groupAlike([
      asked('come cambio la valuta di un deal?'),
      asked('si può cambiare la valuta del deal [cliente]'),
      asked('chi firma il contratto di rivendita'),
      asked('cambiare valuta deal'),
      asked('where do I change the currency?', { locale: 'en' }),
    ]);
    expect(groups.map((members) => members.length)).to.deep.equal([3, 1, 1]);
  });

  it('loses and doubles no question', () => {
    const words = fc.array(fc.constantFrom('deal', 'valuta', 'ruolo', 'accesso', '[cliente]', 'come', 'il'), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (texts) => {
        const questions = texts.map((each) => asked(each.join(' ')));
        const ids = groupAlike(questions).flatMap((members) => members.map(({ id }) => id));
        expect(ids.sort()).to.deep.equal(questions.map(({ id }) => id).sort());
      }),
      { numRuns: 50 },
    );
  });

  it('proposes what people chose, before what the engine thinks', () => {
    const questions = [asked('spostare la sede', { picked: 'deal-location' }), asked('spostare sede')];
    const [entry] = queueOf(questions, () => near('edit-open-deal', 0.45));
    expect(entry?.home).to.deep.equal({ kind: 'example', of: 'deal-location' });
    expect(entry?.evidence).to.deep.include({ questions: 2, picks: 1 });
  });

  it('proposes the likeliest answer where it is likely, and a new one where none is', () => {
    const home = (judgement: Judgement) => queueOf([asked('sede')], () => judgement)[0]?.home;
    expect(home(near('deal-location', 0.4))).to.deep.equal({ kind: 'example', of: 'deal-location' });
    expect(home(near('deal-location', 0.1))).to.deep.equal({ kind: 'new-answer', text: null });
  });

  it('proposes a new answer with the words of the expert who gave one', () => {
    const [entry] = queueOf(
      [asked('logo sulla scheda', { expert: 'Si carica dal profilo.' })],
      () => NOTHING,
    );
    expect(entry?.home).to.deep.equal({ kind: 'new-answer', text: 'Si carica dal profilo.' });
  });

  it('proposes what is not ours where the engine says so', () => {
    const [entry] = queueOf([asked('fattura di maggio')], () => ({ ...NOTHING, topic: 'invoices' }));
    expect(entry?.home).to.deep.equal({ kind: 'not-ours', topic: 'invoices' });
  });

  it('never proposes what somebody disliked and nobody chose', () => {
    const [entry] = queueOf([asked('sede', { disliked: 'deal-location', outcome: 'answer' })], () => ({
      ...near('deal-location', 0.9),
      outcome: 'answer',
      id: 'deal-location',
    }));
    expect(entry?.home.kind).to.equal('new-answer');
  });

  it('leaves out what the engine answers by now, or knows to leave alone', () => {
    const answered = { ...near('deal-location', 0.9), outcome: 'answer', id: 'deal-location' } as const;
    expect(queueOf([asked('sede')], () => answered)).to.deep.equal([]);
    expect(queueOf([asked('fattura')], () => ({ ...NOTHING, isListedOutside: true }))).to.deep.equal([]);
  });

  it('takes of what is kept what was not answered or not liked, and words alone', () => {
    const kept: KeptQuestion = {
      schema: 1,
      tenantId: null,
      id: 'q',
      at: '2026-11-24T08:00:00Z',
      locale: 'it',
      words: 'sede',
      outcome: 'answer',
      answerId: 'deal-location',
      candidates: [],
      picked: 'none-of-these',
      rating: null,
    };
    const rated = (as: 'like' | 'dislike') =>
      toQueued({ ...kept, rating: { as, by: 'thumbs', comment: null, at: kept.at } });
    expect(toQueued(kept)).to.equal(null);
    expect(rated('like')).to.equal(null);
    expect(rated('dislike')).to.deep.include({ disliked: 'deal-location', picked: null });
    expect(toQueued({ ...kept, outcome: 'none', words: null })).to.equal(null);
  });

  it('has a passage of a document only where it was disliked or passed over, and proposes no section for it', () => {
    const kept: KeptQuestion = {
      schema: 1,
      tenantId: null,
      id: 'q',
      at: '2026-11-24T08:00:00Z',
      locale: 'it',
      words: 'quanto costa il badge',
      outcome: 'passages',
      answerId: 'listino.docx#badge',
      candidates: ['listino.docx#chiavi'],
      picked: null,
      rating: null,
    };
    const rating = { as: 'dislike', by: 'thumbs', comment: null, at: kept.at } as const;
    expect(toQueued(kept)).to.equal(null);
    expect(toQueued({ ...kept, picked: 'listino.docx#chiavi' })).to.equal(null);
    expect(toQueued({ ...kept, picked: 'none-of-these' })).to.deep.include({ picked: null });
    expect(toQueued({ ...kept, picked: 'listino.docx#chiavi', rating })).to.deep.include({ picked: null });
    // What documents answer that were imported since waits no more.
    const inDocuments = (): Judgement => ({ ...NOTHING, outcome: 'passages' });
    expect(queueOf([asked('badge')], inDocuments)).to.deep.equal([]);
    expect(queueOf([asked('badge', { outcome: 'passages' })], inDocuments)).to.have.length(1);
    expect(queueOf([asked('badge', { expert: 'Dieci euro.' })], inDocuments)).to.have.length(1);
  });

  it('makes a sentence of a masked question that somebody could say', () => {
    expect(withStandIns('[cliente] mi paga [importo] al [telefono] [altro]', 'it')).to.equal(
      'Contoso mi paga 80.000 € al [altro]',
    );
  });
});
