import { expect } from 'chai';
import { sara } from '../../src/directory/sample-people.ts';
import { cardProblems } from '../cards/card-problems.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { Chat, startTestBot, type TestBot } from './chat.ts';
import { buttonsOf, type ReceivedActivity } from './received.ts';
import { MENTION, SharedChat } from './shared-chat.ts';
import { cardIn } from './taps.ts';

interface Claim {
  readonly position: number;
  readonly appearance: { readonly name: string; readonly url: string; readonly abstract: string };
}

type Said = ReceivedActivity & {
  readonly textFormat?: string;
  readonly entities?: readonly { readonly type: string; readonly citation?: readonly Claim[] }[];
  readonly suggestedActions?: {
    readonly to: readonly string[];
    readonly actions: readonly { readonly type: string; readonly value: string }[];
  };
};

describe('manners in Teams', function () {
  this.timeout(120_000);
  let bot: TestBot;
  let connector: BotConnector;
  let count = 0;
  before(async () => {
    bot = await startTestBot();
    connector = await startBotConnector();
  });
  after(async () => {
    await bot.stop();
    await connector.close();
  });

  const personal = (): SharedChat =>
    new SharedChat(bot, connector, { id: `a:${String((count += 1))}`, conversationType: 'personal' });
  const group = (): SharedChat =>
    new SharedChat(bot, connector, {
      id: `19:${String((count += 1))}@thread.v2`,
      conversationType: 'groupChat',
    });
  const post = async (chat: SharedChat, part: Readonly<Record<string, unknown>>): Promise<Said[]> =>
    (await chat.post(sara, part)).map((each) => JSON.parse(each) as Said);
  const say = async (chat: SharedChat, text: string): Promise<Said> => {
    const [said, ...more] = await post(chat, { type: 'message', text });
    expect(more, text).to.deep.equal([]);
    if (said === undefined) throw new Error(`nothing was said to: ${text}`);
    return said;
  };
  const installed = (action: string) => ({ type: 'installationUpdate', action });

  it('shows the sources of an answer beside its first sentence, each mark with its page', async () => {
    const said = await say(personal(), 'come ottengo l’accesso ai referral?');
    const [entity] = said.entities ?? [];
    expect(entity).to.include({ type: 'https://schema.org/Message', '@type': 'Message' });
    const claims = entity?.citation ?? [];
    expect(claims).to.have.length.above(0);
    expect(said.textFormat).to.equal('markdown');
    for (const { position, appearance } of claims) {
      expect(said.text).to.contain(`[${String(position)}]`);
      expect(appearance.name).to.have.length.within(1, 80);
      expect(appearance.abstract).to.have.length.within(1, 160);
      expect(appearance.url).to.match(/^https:/);
    }
    const lead = said.text?.replace(/ \[1\].*/s, '') ?? '';
    expect(lead).to.have.length.above(10);
    expect(JSON.stringify(cardIn(said)['body'])).not.to.contain(lead);
  });

  it('shows them in the card where the channel can’t, or where something else stands above', async () => {
    const { text, activities } = await new Chat(bot).say('come ottengo l’accesso ai referral?');
    expect(text).to.match(/Fonte: /);
    expect(activities.map(({ text: own = '' }) => own).join('')).to.equal('');
  });

  it('suggests what can be said after a plain text, and is understood when it is', async () => {
    const chat = personal();
    const { suggestedActions } = await say(chat, 'grazie');
    expect(suggestedActions?.to).to.deep.equal([`29:${sara.objectId}`]);
    const words = suggestedActions?.actions ?? [];
    expect(words).to.have.length.within(2, 6);
    for (const { type, value } of words) {
      expect(type).to.equal('imBack');
      expect(buttonsOf(await say(personal(), value)), value).to.have.length.above(0);
    }
  });

  it('suggests nothing where others read', async () => {
    const [said] = await post(group(), { ...MENTION, type: 'message', text: `${MENTION.text} grazie` });
    expect(said?.text).to.be.a('string');
    expect(said?.suggestedActions).to.equal(undefined);
  });

  it('says of each button that leaves Teams that it does, and of no other', async () => {
    const chat = personal();
    const said = [
      await say(chat, 'chi può darmi il ruolo?'),
      await say(chat, 'quanto costa un gelato?'),
      await say(chat, 'controlla il deal con Tailspin'),
      await say(chat, 'parlo con una persona?'),
    ];
    // A link within a text has no title, and is known for a link by how it looks.
    const links = said.flatMap(buttonsOf).filter(({ title, url }) => url !== null && title !== 'undefined');
    expect(links).to.have.length.above(1);
    for (const { title, url } of links) {
      const stays = url?.startsWith('https://teams.microsoft.com/') === true;
      expect(/^Apri .*(?:Partner Center|nel browser)$/.test(title), title).to.equal(!stays);
    }
  });

  it('has something to say and a heading for who listens, in each card of content', async () => {
    for (const words of ['aiuto', 'perché non vedo Nuovo deal?']) {
      const { text, activities } = await new Chat(bot).say(words);
      const card = cardIn(activities[0] ?? { type: 'message' });
      expect(card['speak'], text).to.be.a('string').with.length.above(0);
      expect(JSON.stringify(card)).to.contain('"style":"heading"');
      expect(cardProblems(card)).to.deep.equal([]);
    }
  });

  it('names a deal in the heading of its cards, for who listens too', async () => {
    const chat = new Chat(bot);
    const headingOf = ({ activities }: Awaited<ReturnType<Chat['say']>>): unknown => {
      const card = cardIn(activities[0] ?? { type: 'message' });
      expect(cardProblems(card)).to.deep.equal([]);
      return (card['body'] as { readonly style?: string; readonly text?: string }[]).find(
        ({ style }) => style === 'heading',
      )?.text;
    };
    expect(headingOf(await chat.say('Microsoft ha accettato Fabrikam?'))).to.contain('Fabrikam');
    expect(headingOf(await chat.say('i miei deal'))).to.match(/^Vedi \d+ deal/);
    const summary = await chat.say('crea un deal privato da 80k con Proseware per fine marzo');
    expect(headingOf(summary)).to.equal('Riepilogo: deal con Proseware');
    expect(headingOf(await chat.tap('Crea il deal'))).to.contain('Proseware');
    for (const words of ['segna Fabrikam come perso', 'prezzo']) await chat.say(words);
    expect(headingOf(chat.last)).to.contain('Fabrikam');
    expect(headingOf(await chat.say('sì'))).to.contain('Fabrikam');
  });

  it('greets who installs it once, and once more who installs it again', async () => {
    const chat = personal();
    expect(await post(chat, installed('add'))).to.have.length(1);
    const joined = {
      type: 'conversationUpdate',
      membersAdded: MENTION.entities.map((each) => each.mentioned),
    };
    expect(await post(chat, joined)).to.deep.equal([]);
    expect(await post(chat, installed('remove-upgrade'))).to.deep.equal([]);
    expect(await post(chat, installed('add-upgrade'))).to.deep.equal([]);
    expect(await post(chat, installed('remove'))).to.deep.equal([]);
    expect(await post(chat, installed('add'))).to.have.length(1);
    expect(await post(chat, installed('add'))).to.deep.equal([]);
  });

  it('answers a mention alone with what it can do, in one message', async () => {
    for (const chat of [personal(), group()]) {
      const said = await post(chat, { ...MENTION, type: 'message' });
      expect(said).to.have.length(1);
      expect(buttonsOf(said[0] ?? { type: '' })).to.have.length.above(0);
    }
  });
});
