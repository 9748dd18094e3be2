import { expect } from 'chai';
import { isDialogName } from '../../src/cards/dialog-name.ts';
import { answerReply, beginButton, titleOf } from '../../src/cards/answer-card.ts';
import type { Button } from '../../src/cards/reply-data.ts';
import type { Answer, AnswerText, Knowledge } from '../../src/knowledge/knowledge.ts';
import { shownText } from '../dialogs/card-text.ts';

const text = (changes: Partial<AnswerText> = {}): AnswerText => ({
  question: 'Posso modificare un deal chiuso?',
  examples: [],
  lead: 'No: un deal *chiuso* non si modifica più.',
  body: 'Gli stati finali sono:\n\n- Vinto\n- Perso',
  ...changes,
});

const answer = (id: string, changes: Partial<Answer> = {}): Answer => ({
  id,
  parent: null,
  sources: [{ document: 'faq', heading: 'È possibile [modificare] un accordo?' }],
  related: [],
  dialog: null,
  reviewed: '2026-11-24',
  texts: { it: text(), en: text({ question: 'Can I edit a closed deal?', lead: 'No, it is final.' }) },
  ...changes,
});

function knowledge(answers: readonly Answer[]): Knowledge {
  const source = {
    id: 'faq',
    titles: { it: 'FAQ segnalazioni', en: 'Referrals FAQ' },
    url: 'https://learn.example/faq',
    isConfirmed: false,
    headings: [
      {
        own: 'È possibile [modificare] un accordo?',
        renderings: { en: 'Can a deal be *edited*?' },
      },
    ],
    readOn: null,
    licence: '',
  };
  return {
    answers: new Map(answers.map((each) => [each.id, each])),
    intents: new Map([
      ['close-deal', { dialog: 'close-deal', examples: {}, titles: { it: 'Chiudi un deal' } }],
    ]),
    vocabulary: {},
    sources: new Map([['faq', source]]),
  };
}

const actionsOf = (buttons: readonly Button[] = []): unknown[] =>
  buttons.map((button) => ('action' in button ? button.action : button.url));

describe('answer card', () => {
  it('shows the lead in bold first, then the body, the source and the offer', () => {
    const shown = answer('a', {
      texts: { it: text({ offer: 'Vuoi chiuderne uno?' }) },
      dialog: 'close-deal',
    });
    const reply = answerReply(shown, 'it', knowledge([shown]));
    expect(reply.body?.[0]).to.include({
      text: 'No: un deal *chiuso* non si modifica più.',
      weight: 'bolder',
    });
    expect(JSON.stringify(reply.body)).to.include('"url":"https://learn.example/faq"');
    const lines = shownText(reply).split('\n');
    expect(lines.slice(-2)).to.deep.equal([
      'Fonte: FAQ segnalazioni, «È possibile [modificare] un accordo?»',
      'Vuoi chiuderne uno?',
    ]);
    expect(JSON.stringify(reply.body)).to.match(/"text":"Vinto".*"text":"Perso"/);
  });

  it('gives the plain lead as the news', () => {
    const shown = answer('a');
    expect(answerReply(shown, 'it', knowledge([shown])).summary).to.equal(
      'No: un deal chiuso non si modifica più.',
    );
  });

  it('leads on in three ways at most: the dialog, then related answers, then finer points', () => {
    const shown = answer('a', { dialog: 'close-deal', related: ['b', 'gone'] });
    const all = [shown, answer('b'), answer('a/x', { parent: 'a' }), answer('a/y', { parent: 'a' })];
    const { buttons } = answerReply(shown, 'it', knowledge(all));
    expect(actionsOf(buttons)).to.deep.equal([
      { action: 'begin', dialog: 'close-deal' },
      { action: 'answer', id: 'b' },
      { action: 'answer', id: 'a/x' },
    ]);
    expect(buttons?.[0]?.title).to.equal('Chiudi un deal');
  });

  it('names a related answer that is a finer point as well only once', () => {
    const shown = answer('a', { related: ['a/x'] });
    const all = [shown, answer('a/x', { parent: 'a' })];
    expect(answerReply(shown, 'it', knowledge(all)).buttons).to.have.length(1);
  });

  it('has no ways on and no offer in the middle of a form', () => {
    const shown = answer('a', {
      dialog: 'close-deal',
      texts: { it: text({ offer: 'Vuoi chiuderne uno?' }) },
    });
    const reply = answerReply(shown, 'it', knowledge([shown]), { hasWaysOn: false });
    expect(reply.buttons).to.equal(undefined);
    expect(shownText(reply)).not.to.include('Vuoi chiuderne uno?');
  });

  it('puts what was read into a misspelt word before the answer', () => {
    const shown = answer('a');
    const reply = answerReply(shown, 'it', knowledge([shown]), { before: 'Intendi «deal»?' });
    expect(shownText(reply)).to.match(/^Intendi «deal»\?\n/);
  });

  it('answers in the other language where there is one only', () => {
    const shown = answer('a', { texts: { en: text({ lead: 'No, it is final.', question: 'Edit?' }) } });
    expect(answerReply(shown, 'it', knowledge([shown])).summary).to.equal('No, it is final.');
    expect(titleOf(shown, 'it')).to.equal('Edit?');
  });

  it('names an unknown source by its id and offers no dialog that does not exist', () => {
    const sources = [{ document: 'elsewhere', heading: 'H' }];
    const shown = answer('a', { sources, dialog: 'make-coffee' });
    const reply = answerReply(shown, 'it', knowledge([shown]));
    expect(shownText(reply)).to.include('Fonte: elsewhere, «H»');
    expect(reply.buttons).to.deep.equal([]);
    expect(isDialogName('make-coffee')).to.equal(false);
  });

  it('shows our rendering of a heading where the document speaks another language, without quotation marks', () => {
    const shown = answer('a');
    expect(shownText(answerReply(shown, 'en', knowledge([shown])))).to.include(
      'Source: Referrals FAQ, Can a deal be *edited*?',
    );
    const sources = [{ document: 'faq', heading: 'Contenuto' }];
    const other = answer('b', { sources });
    expect(shownText(answerReply(other, 'en', knowledge([other])))).to.include('FAQ, “Contenuto”');
  });

  it('calls an answer by its label on a button, else by its question', () => {
    const labelled = answer('a', { texts: { it: text({ label: 'Deal chiusi' }), en: text() } });
    expect(titleOf(labelled, 'it')).to.equal('Deal chiusi');
    expect(titleOf(labelled, 'en')).to.equal('Posso modificare un deal chiuso?');
  });

  it('has its own name for a dialog where the knowledge folder has none', () => {
    expect(beginButton('close-deal', 'en', knowledge([])).title).to.equal('Close a deal');
  });
});
