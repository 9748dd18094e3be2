import { expect } from 'chai';
import { clarifyReply } from '../../src/cards/clarify-card.ts';
import type { ClarifyOption } from '../../src/cards/clarify-card.ts';
import { helpReply } from '../../src/cards/help-card.ts';
import { noneReply } from '../../src/cards/none-card.ts';
import { welcomeReply } from '../../src/cards/welcome-card.ts';
import { parseAction } from '../../src/cards/action.ts';
import type { Button } from '../../src/cards/reply-data.ts';
import { shownText } from '../dialogs/card-text.ts';

const options: readonly ClarifyOption[] = [
  { kind: 'answer', id: 'no-cosell-access', title: 'Opportunità co-sell' },
  { kind: 'dialog', id: 'create-deal', title: 'Crea un deal' },
  { kind: 'answer', id: 'get-referrals-access', title: 'Area Segnalazioni' },
];

const actionsOf = (buttons: readonly Button[] = []): unknown[] =>
  buttons.map((button) => ('action' in button ? button.action : button.url));

describe('clarification', () => {
  it('offers each candidate by id, and none of them', () => {
    const { buttons } = clarifyReply(options, 'it');
    expect(actionsOf(buttons)).to.deep.equal([
      { action: 'answer', id: 'no-cosell-access' },
      { action: 'begin', dialog: 'create-deal' },
      { action: 'answer', id: 'get-referrals-access' },
      { action: 'none-of-these' },
    ]);
    expect(buttons?.at(-1)?.title).to.equal('Nessuna di queste');
  });

  it('numbers the candidates in its fallback, since "2" and "the second" are answers', () => {
    expect(clarifyReply(options, 'en').summary).to.equal(
      'Which of these do you mean? 1. Opportunità co-sell 2. Crea un deal 3. Area Segnalazioni',
    );
  });
});

describe('"I don\'t know"', () => {
  const support = { url: 'https://support.example', contact: 'Anna_Bianchi' };

  it('says what is known, offers the two nearest things and a person', () => {
    const reply = noneReply(options, support, 'it');
    expect(actionsOf(reply.buttons)).to.deep.equal([
      { action: 'answer', id: 'no-cosell-access' },
      { action: 'begin', dialog: 'create-deal' },
      'https://support.example',
    ]);
    expect(shownText(reply)).to.match(/^Questo non lo so\. .*\nPer il resto .*Anna_Bianchi\.\n/);
    expect(reply.summary).to.include('Anna_Bianchi');
  });

  it('speaks of nothing near where nothing is', () => {
    const reply = noneReply([], support, 'en');
    expect(shownText(reply)).not.to.match(/closest/i);
    expect(actionsOf(reply.buttons)).to.deep.equal([{ action: 'help' }, 'https://support.example']);
  });

  it('names Partner Center support where nobody else is configured', () => {
    const reply = noneReply([], { ...support, contact: null }, 'en');
    expect(reply.summary).to.include('Partner Center support');
  });
});

describe('welcome and help', () => {
  it('greets by first name and offers the three jobs', () => {
    const reply = welcomeReply({ firstName: 'Sara' }, false, 'it');
    expect(reply.summary).to.match(/^Ciao Sara\. /);
    expect(actionsOf(reply.buttons)).to.deep.equal([
      { action: 'begin', dialog: 'create-deal' },
      { action: 'begin', dialog: 'check-acceptance' },
      { action: 'begin', dialog: 'find-account-admins' },
    ]);
  });

  it('greets somebody unknown without a name', () => {
    expect(welcomeReply(null, false, 'en').summary).to.match(/^Hi\. /);
  });

  it('says that sample data is sample data, and only then', () => {
    expect(shownText(welcomeReply(null, true, 'it'))).to.include('dati di esempio');
    expect(shownText(welcomeReply(null, false, 'it'))).not.to.include('di esempio');
    expect(shownText(helpReply('en', true))).to.include('sample data');
    expect(shownText(helpReply('en', false))).not.to.include('sample data');
  });

  it('lists what can be done, with buttons that the bot understands', () => {
    const reply = helpReply('it', false);
    expect(shownText(reply)).to.match(/Domande[\s\S]*Deal[\s\S]*Accesso[\s\S]*Comandi/);
    for (const action of actionsOf(reply.buttons)) expect(parseAction(action)).to.deep.equal(action);
  });
});
