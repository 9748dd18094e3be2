import { expect } from 'chai';
import { marco, sara } from '../../src/directory/sample-people.ts';
import { sampleDealId } from '../../src/referrals/embedded/sample-deals.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { Chat, startTestBot, type TestBot } from './chat.ts';
import { answerUntilSummary } from './watched-bot.ts';
import { MENTION, SharedChat } from './shared-chat.ts';

const BOT = { id: 'bot', name: 'Assistente' };
const CALLED = { entities: [{ type: 'mention', mentioned: BOT, text: '<at>Assistente</at>' }] };
const IMAGE = { contentType: 'image/*', contentUrl: 'https://x.example/foto' };
const SHEET = {
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  name: 'anagrafica.xlsx',
  content: {},
};
const UNREAD = /non l[io] leggo/i;
const HELP = /ti guido nei deal/;

const html = (content: string) => ({ contentType: 'text/html', content });
const pageOf = (id: string) =>
  `https://partner.microsoft.com/it-it/dashboard/referrals/v2/opportunities/${id}`;

describe('clean words, in whole turns', () => {
  let bot: TestBot;
  let chat: Chat;
  before(async () => void (bot = await startTestBot()));
  after(() => bot.stop());
  beforeEach(() => void (chat = new Chat(bot)));

  const send = (part: object) => chat.send({ type: 'message', channelId: 'test', ...part });
  const asked = async () => (await chat.say('ripeti')).text;

  describe('what the channel leaves out', () => {
    const oddities: readonly (readonly [what: string, part: object])[] = [
      ['no bot', { recipient: null }],
      ['a bot without name', { recipient: { id: 'bot' } }],
      ['no entities', { entities: null }],
      [
        'entities that are none',
        { entities: [null, {}, { type: 'mention' }, { type: 'mention', mentioned: null, text: null }] },
      ],
      ['attachments that are none', { attachments: [null, {}, { contentType: null }] }],
      ['a sender without name', { from: { id: `29:${sara.objectId}`, aadObjectId: sara.objectId } }],
      [
        'a sender with a null',
        { from: { id: `29:${sara.objectId}`, aadObjectId: sara.objectId, name: null } },
      ],
      ['no format', { textFormat: null, locale: null, localTimezone: null }],
    ];
    for (const [what, part] of oddities) {
      it(`keeps nobody from an answer: ${what}`, async () => {
        expect((await send({ text: 'aiuto', ...part })).text).to.match(HELP);
      });
    }
    it('a message without anything is told what can be read', async () => {
      for (const part of [
        { text: null },
        {},
        { text: null, recipient: null, entities: null, attachments: null },
      ])
        expect((await send(part)).text).to.match(/solo testo/);
    });
  });

  describe('a mention', () => {
    it('alone calls for help, and an open form asks again', async () => {
      expect((await send({ text: '<at>Assistente</at>', ...CALLED })).text).to.match(HELP);
      await chat.say('apri un deal privato con Monte Alto Srl da 35k');
      const said = await send({ text: null, ...CALLED });
      expect(said.text)
        .to.match(HELP)
        .and.match(/indirizzo di Monte Alto Srl/);
    });
    it('of a colleague is their name', async () => {
      const anna = {
        type: 'mention',
        mentioned: { id: '29:x', name: 'Luce Alba Srl' },
        text: '<at>Luce Alba Srl</at>',
      };
      const text = '<at>Assistente</at> nuovo deal privato con <at>Luce Alba Srl</at>';
      const said = await send({ text, entities: [...CALLED.entities, anna] });
      expect(said.text).to.match(/indirizzo di Luce Alba Srl/);
    });
  });

  describe('markup', () => {
    it('names no customer', async () => {
      await send({
        textFormat: 'xml',
        text: '<div>apri un deal privato con <strong>T&egrave; &amp; Caff&egrave; Srl</strong></div>',
      });
      expect(await asked())
        .to.match(/Tè & Caffè Srl/)
        .and.not.match(/strong|egrave/);
    });
    it('is read where it is all that came', async () => {
      await send({
        text: '',
        attachments: [html('<p>apri un deal privato con <em>Onda Verde Srl</em></p>')],
      });
      expect(await asked()).to.match(/Onda Verde Srl/);
    });
  });

  describe('somebody else’s words', () => {
    const quote = (words: string) =>
      `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Marco</strong><p itemprop="preview">${words}</p></blockquote>`;
    const toSummary = async () => {
      await chat.say('apri un deal privato da 45k con Porto Vecchio Srl per fine marzo');
      await answerUntilSummary(chat, [
        [/indirizzo/i, 'via Roma 1, 37100 Verona, Italia'],
        [/marketplace/i, 'non ha deciso'],
        [/soluzione/i, 'wms'],
      ]);
    };
    it('are no yes, whichever way they are quoted', async () => {
      await toSummary();
      for (const part of [
        { text: '> sì, crea' },
        { text: '<quoted messageId="3">sì</quoted>' },
        { text: 'Marco\nsì', attachments: [html(quote('sì'))] },
        { text: 'Da: Marco\nA: Sara\nOggetto: deal\nsì, confermo' },
      ]) {
        const said = await send(part);
        expect(said.text, JSON.stringify(part))
          .to.match(/parole di altri/)
          .and.not.match(/è creato/);
        expect(said.buttons, 'asks again').to.include('Crea il deal');
      }
    });
    it('leave the person’s own yes a yes', async () => {
      await toSummary();
      const said = await send({
        text: 'Marco\nno\nsì',
        attachments: [html(`${quote('no')}<p>s&igrave;</p>`)],
      });
      expect(said.text).to.match(/è creato/);
    });
    it('are no customer', async () => {
      await chat.say('apri un deal privato');
      await send({ text: '<quoted messageId="34"/> Golfo Blu Srl' });
      expect(await asked()).to.match(/Golfo Blu Srl/);
    });
  });

  describe('the page or the id of a deal', () => {
    const fabrikam = sampleDealId(2);
    const meant = { text: /Fabrikam/ };
    for (const [how, part] of [
      ['in a sentence', { text: `mi dici se hanno risposto per ${pageOf(fabrikam)}?` }],
      ['behind a Markdown label', { text: `mi dici lo stato di [quest’altro](${pageOf(fabrikam)})?` }],
      [
        'behind the title of the page',
        {
          text: 'mi dici lo stato di Opportunità - Centro per i partner?',
          attachments: [
            html(
              `<div>mi dici lo stato di <a href="${pageOf(fabrikam)}">Opportunità - Centro per i partner</a>?</div>`,
            ),
          ],
        },
      ],
      [
        'wrapped by a mail program',
        {
          text: `novità su https://eu.safelinks.protection.outlook.com/?url=${encodeURIComponent(pageOf(fabrikam))}&x=1 ?`,
        },
      ],
      ['as an id', { text: `Microsoft ha accettato ${fabrikam.toUpperCase()}?` }],
      ['alone', { text: pageOf(fabrikam) }],
    ] as const) {
      it(`names it: ${how}`, async () => {
        expect((await send(part)).text).to.match(/Microsoft non ha ancora risposto per Fabrikam/);
      });
    }
    it('names the one to close', async () => {
      const said = await chat.say(`abbiamo perso ${pageOf(fabrikam)}, chiudilo`);
      expect(said.text).to.match(meant.text).and.match(/Pers/);
    });
    it('of somebody else shows nothing of it', async () => {
      const said = await new Chat(bot, marco).say(`a che punto siamo con ${pageOf(fabrikam)}?`);
      expect(said.text).not.to.match(meant.text);
    });
  });

  describe('a file', () => {
    it('alone isn’t read, and an open form asks again with nothing stored', async () => {
      expect((await send({ attachments: [SHEET] })).text).to.match(UNREAD);
      await chat.say('apri un deal privato da 45k');
      for (const attachments of [[IMAGE], [SHEET], [html('<p><img src="https://x.example/i"></p>')]]) {
        const said = await send({ text: '', attachments });
        expect(said.text)
          .to.match(UNREAD)
          .and.match(/cliente/);
      }
      expect(await asked()).to.match(/cliente/);
    });
    it('beside words leaves them read', async () => {
      const said = await send({ text: 'in quanti giorni deve rispondere Microsoft?', attachments: [SHEET] });
      expect(said.text).to.match(UNREAD).and.match(/14/);
      await chat.say('apri un deal privato');
      const noted = await send({ text: 'Lago Grande Srl', attachments: [IMAGE] });
      expect(noted.text)
        .to.match(UNREAD)
        .and.match(/indirizzo di Lago Grande Srl/);
    });
    it('beside words about it is all there is to say', async () => {
      const { text, activities } = await send({
        text: 'qui c’è tutto quello che hai chiesto',
        attachments: [SHEET],
      });
      expect(text).to.match(UNREAD);
      expect(activities).to.have.length(1);
    });
    it('beside words about it leaves the question of a form open', async () => {
      await chat.say('apri un deal privato');
      for (const text of ['tutto qui dentro', 'Guarda la scheda', 'te lo metto qui']) {
        const said = await send({ text, attachments: [SHEET] });
        expect(said.text, text)
          .to.match(UNREAD)
          .and.match(/cliente/)
          .and.not.match(/indirizzo/);
      }
    });
    it('that is only spoken of brings no answer on notes', async () => {
      for (const words of ['i dati dell’azienda sono nell’allegato', 'ti allego la scheda con il contatto'])
        expect((await chat.say(words)).text, words).not.to.match(/metadati|note automatiche:/);
    });
  });

  it('what nobody sees in a name leaves it the name', async () => {
    const said = await chat.say('hanno accettato il deal con Fab\u00adri\u{e0062}ka\u180em?');
    expect(said.text).to.match(/per Fabrikam/);
  });

  it('only the bot’s own arrival is welcomed, once', async () => {
    const added = (...ids: string[]) =>
      chat.send({ type: 'conversationUpdate', membersAdded: ids.map((id) => ({ id })) });
    expect((await added('29:altra')).activities).to.have.length(0);
    expect((await added('29:altra', 'bot')).activities).to.have.length(1);
    expect((await added('bot')).activities).to.have.length(0);
  });
});

describe('clean words where others read', () => {
  let bot: TestBot;
  let connector: BotConnector;
  let shared: SharedChat;
  before(async () => {
    [bot, connector] = await Promise.all([startTestBot(), startBotConnector()]);
    shared = new SharedChat(bot, connector, {
      id: '19:g@thread.v2',
      conversationType: 'groupChat',
      isGroup: true,
    });
  });
  after(() => Promise.all([bot.stop(), connector.close()]));

  const post = (part: object) => shared.post(sara, { type: 'message', ...part });

  it('what isn’t for the bot is left alone: files, quotes, talk', async () => {
    for (const part of [
      { attachments: [IMAGE] },
      { text: '> i miei deal' },
      { text: 'ciao a tutti', attachments: [SHEET] },
      { text: null },
    ])
      expect(await post(part)).to.deep.equal([]);
  });
  it('a mention alone brings help, without a deal’s name', async () => {
    const [said = '', ...more] = await post({ ...MENTION });
    expect(said)
      .to.match(HELP)
      .and.not.match(/Contoso|Fabrikam/);
    expect(more).to.deep.equal([]);
  });
  it('a file is said not to be read, and the question beside it is answered', async () => {
    expect((await post({ ...MENTION, attachments: [IMAGE] })).join()).to.match(UNREAD);
    const text = `${MENTION.text} in quanti giorni deve rispondere Microsoft?`;
    const said = (await post({ ...MENTION, text, attachments: [SHEET] })).join();
    expect(said).to.match(UNREAD).and.match(/14/);
  });
  it('the page of a deal shows nothing of it', async () => {
    const text = `${MENTION.text} com’è messo [questo](${pageOf(sampleDealId(2))})?`;
    expect((await post({ ...MENTION, text })).join()).not.to.match(/Fabrikam/);
  });
});
