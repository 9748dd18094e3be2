import { expect } from 'chai';
import { Chat, startTestBot, type TestBot } from './chat.ts';

describe('13: hostile and odd input', () => {
  let bot: TestBot;
  before(async () => void (bot = await startTestBot()));
  after(() => bot.stop());

  const sentences: readonly (readonly [string, string])[] = [
    ['50,000 characters', 'deal '.repeat(10_000)],
    ['50,000 letters without a space', 'x'.repeat(50_000)],
    ['only an emoji', '🙂'],
    ['HTML', '<img src=x onerror=alert(1)><b>ciao</b>'],
    ['a JSON act typed as text', '{"action":"confirm"}'],
    ['a JSON form act typed as text', '{"action":"form","draftId":"x","do":"confirm"}'],
    ['control characters', '\u0000\u0007\u001b[31mrosso\u202e'],
    ['prototype names', '__proto__ constructor toString'],
    ['Markdown', '[clicca](javascript:alert(1)) **x**'],
    ['only punctuation', '?!?!'],
  ];
  for (const [name, text] of sentences) {
    it(`${name}: a short sentence and no change`, async () => {
      const before = JSON.stringify(await bot.app.sandbox?.listAll());
      const said = await new Chat(bot).say(text);
      expect(said.text).to.not.equal('');
      expect(said.text.length).to.be.below(1200);
      expect(said.text).to.not.match(/rif\./);
      expect(JSON.stringify(await bot.app.sandbox?.listAll())).to.equal(before);
    });
  }

  const values: readonly (readonly [string, unknown])[] = [
    ['a prototype key', JSON.parse('{"__proto__":{"action":"help"},"constructor":{"x":1}}')],
    ['an unknown action', { action: 'drop-table' }],
    ['an action of the wrong shape', { action: 'form', do: 'confirm' }],
    ['an array', [1, 2, 3]],
    ['a deep tree', JSON.parse('{"a":'.repeat(500) + '1' + '}'.repeat(500))],
    ['an id that is no answer', { action: 'answer', id: '__proto__' }],
    ['a draft that never was', { action: 'form', draftId: 'nope', do: 'confirm' }],
    [
      'a dialog about a deal that never was',
      { action: 'begin', dialog: 'check-acceptance', referralId: '../../etc' },
    ],
  ];
  for (const [name, value] of values) {
    it(`activity.value with ${name}: a short sentence`, async () => {
      const said = await new Chat(bot).submit(value);
      expect(said.text).to.not.equal('');
      expect(said.text).to.not.match(/rif\./);
    });
  }

  it('only an attachment: says that it reads text', async () => {
    const said = await new Chat(bot).send({
      type: 'message',
      attachments: [{ contentType: 'image/png', contentUrl: 'x' }],
    });
    expect(said.text).to.match(/File e immagini|files or images/);
  });

  for (const type of [
    'messageUpdate',
    'messageDelete',
    'messageReaction',
    'typing',
    'endOfConversation',
    'event',
    'x-unknown',
  ]) {
    it(`${type}: a fitting silence`, async () => {
      const chat = new Chat(bot);
      expect(
        (await chat.send({ type, text: 'crea un deal', reactionsAdded: [{ type: 'like' }] })).activities,
      ).to.deep.equal([]);
    });
  }

  const malformed: readonly (readonly [string, string])[] = [
    ['no JSON', '{"type":'],
    ['an array', '[]'],
    ['no type', '{"text":"ciao"}'],
    [
      'no conversation',
      '{"type":"message","text":"ciao","channelId":"x","from":{"id":"1"},"deliveryMode":"expectReplies"}',
    ],
    [
      'a conversation that is a string',
      '{"type":"message","channelId":"x","conversation":"a","from":{"id":"1"}}',
    ],
  ];
  for (const [name, body] of malformed) {
    it(`a malformed activity (${name}) is refused with a short text`, async () => {
      const response = await fetch(`${bot.address}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      });
      expect(response.status).to.equal(400);
      expect((await response.text()).length).to.be.below(300);
    });
  }
});
