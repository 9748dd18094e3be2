import { expect } from 'chai';
import { marco, sara } from '../../src/directory/sample-people.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { cardProblems } from '../cards/card-problems.ts';
import { shownLines } from '../cards/shown-lines.ts';
import { Chat, startTestBot, type TestBot } from './chat.ts';
import { buttonsOf, type ReceivedActivity, type ReceivedButton } from './received.ts';
import { MENTION, SharedChat } from './shared-chat.ts';
import { type CardAnswer, cardIn, executed, readAnswer } from './taps.ts';

const REPLACED = 'application/vnd.microsoft.card.adaptive';

describe('a tap in Teams', function () {
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

  afterEach(async () => {
    await personal().post(sara, { type: 'message', value: { action: 'forget-me', isConfirmed: true } });
  });

  const personal = (): SharedChat =>
    new SharedChat(bot, connector, { id: `a:${String((count += 1))}`, conversationType: 'personal' });
  const channel = (): SharedChat =>
    new SharedChat(bot, connector, {
      id: `19:${String((count += 1))}@thread.tacv2;messageid=1700000000000`,
      conversationType: 'channel',
      isGroup: true,
    });
  const say = async (chat: SharedChat, text: string): Promise<ReceivedActivity> => {
    const said = await chat.post(sara, { type: 'message', text });
    expect(said).to.have.length(1);
    return JSON.parse(said[0] ?? '') as ReceivedActivity;
  };
  const button = (said: ReceivedActivity, title: RegExp): ReceivedButton => {
    const found = buttonsOf(said).find((each) => each.url === null && title.test(each.title));
    if (found === undefined) throw new Error(`no ${String(title)} in ${JSON.stringify(buttonsOf(said))}`);
    return found;
  };
  /** The card that takes the tapped one's place, and what is said as a message. */
  const tap = async (
    chat: SharedChat,
    tapped: Pick<ReceivedButton, 'data'>,
    who = sara,
  ): Promise<CardAnswer & { readonly said: readonly ReceivedActivity[] }> => {
    const before = connector.sent.length;
    const answer = readAnswer(await chat.postRaw(who, executed(tapped.data)));
    const said = connector.sent.slice(before).filter(({ activity }) => activity.type !== 'typing');
    return { ...answer, said: said.map(({ activity }) => activity as unknown as ReceivedActivity) };
  };

  it('is answered by the card with the choice and nothing left to tap; what comes next is one message', async () => {
    const chat = personal();
    const asked = await say(chat, 'crea un deal');
    const { type, card, lines, said } = await tap(chat, button(asked, /^Co-sell/));
    expect(type).to.equal(REPLACED);
    expect(lines.slice(0, -1)).to.deep.equal(shownLines(cardIn(asked)));
    expect(lines.at(-1)).to.match(/^Hai scelto: Co-sell/);
    expect(JSON.stringify(card)).not.to.match(/Action\.(?:Execute|Submit)|"actions"/);
    expect(cardProblems(card)).to.deep.equal([]);
    expect(said).to.have.length(1);
  });

  it('on a row of a list leaves the list, and no row that could be tapped', async () => {
    const chat = personal();
    const list = await say(chat, 'i miei deal');
    const { card, lines, said } = await tap(chat, button(list, /Fabrikam/));
    expect(lines).to.include.members(shownLines(cardIn(list)).filter((line) => line !== '›'));
    expect(JSON.stringify(card)).not.to.match(/selectAction|Action\.|›/);
    expect(said[0]?.summary).to.contain('Fabrikam');
  });

  it('shows the choice alone where the card isn’t known any more, and does what was chosen all the same', async () => {
    const chat = personal();
    const old = await say(chat, 'crea un deal');
    const { card: _card, ...data } = button(old, /^Co-sell/).data as Record<string, unknown>;
    const again = await tap(chat, { data });
    expect(again.lines).to.deep.equal([`Hai scelto: ${String(data['title'])}`]);
    expect(again.said).to.have.length(1);
  });

  it('twice on the same card: the second says that it is so already, in its place, and nothing is posted', async () => {
    const chat = personal();
    const kind = button(await say(chat, 'crea un deal'), /^Co-sell/);
    await tap(chat, kind);
    const { type, card, lines, said } = await tap(chat, kind);
    expect(said).to.deep.equal([]);
    expect(type).to.equal(REPLACED);
    expect(lines.at(-1)).to.match(/già così/i);
    expect(JSON.stringify(card)).not.to.contain('"actions"');
  });

  it('on a question that was answered in words does nothing to the one that is asked now', async () => {
    const chat = personal();
    const kind = await say(chat, 'crea un deal con Lagunare Servizi');
    const first = await tap(chat, button(kind, /^Co-sell/));
    const asked = first.said[0];
    if (asked === undefined) throw new Error('nothing was asked');
    const back = button(asked, /^Indietro/);
    await say(chat, 'via Roma 1, 37100 Verona');
    const { lines, said } = await tap(chat, back);
    expect(said).to.deep.equal([]);
    expect(lines.at(-1)).to.match(/non vale più/);
  });

  it('on the card of a deal that was created says in its place that it exists, with the way to it', async () => {
    const chat = personal();
    await say(chat, 'crea un deal privato da 40k con Lagunare Servizi, chiusura 31 marzo 2027');
    await say(chat, 'via Roma 1, 37100 Verona');
    await say(chat, 'Anna Rossi, anna.rossi@lagunare.example, +39 045 1234567');
    let review = await say(chat, 'Aurelia WMS');
    const isConfirm = ({ data }: ReceivedButton): boolean =>
      JSON.stringify(data)?.includes('"confirm"') === true;
    for (let turns = 0; turns < 5 && !buttonsOf(review).some(isConfirm); turns += 1) {
      review = (await tap(chat, button(review, /^(?:No|Salta)$/))).said[0] ?? review;
    }
    const create = buttonsOf(review).find(isConfirm);
    if (create === undefined) throw new Error(JSON.stringify(review));
    const created = await tap(chat, create);
    expect(created.said).to.have.length(1);
    const { lines, said, card } = await tap(chat, create);
    expect(said).to.deep.equal([]);
    expect(lines.at(-1)).to.match(/già creato/);
    expect(JSON.stringify(card)).to.contain('"actions"');
  });

  it('that nobody knows is refused in its place', async () => {
    const chat = personal();
    for (const data of [
      { action: 'of-another-release', title: 'X' },
      null,
      'x',
      { action: 'help', title: 7 },
    ]) {
      const { type, said, status } = await tap(chat, { data });
      expect(status).to.equal(200);
      if (data !== null && typeof data === 'object' && data.action === 'help') continue;
      expect(said, JSON.stringify(data)).to.deep.equal([]);
      expect(type).to.equal(REPLACED);
    }
  });

  it('shows as the person’s words where the client can only submit', async () => {
    const chat = personal();
    const asked = await say(chat, 'crea un deal');
    const { fallback } =
      (cardIn(asked)['actions'] as { fallback: { data: { msteams: Record<string, unknown> } } }[])[0] ?? {};
    expect(fallback?.data.msteams).to.include({ type: 'messageBack' });
    const { text, value, displayText } = fallback?.data.msteams ?? {};
    expect(text).to.equal(displayText);
    const said = await chat.post(sara, { type: 'message', text, value });
    expect(said).to.have.length(1);
  });

  it('is submitted where Web Chat shows cards, which executes nothing, unless a client says that it does', async () => {
    const typeOf = async (part: Readonly<Record<string, unknown>>): Promise<unknown> => {
      const [said] = await new Chat(bot).post({ type: 'message', text: 'crea un deal', ...part });
      const [first] = cardIn(said ?? { type: '' })['actions'] as { readonly type: string }[];
      return first?.type;
    };
    for (const channelId of ['webchat', 'directline', 'emulator'])
      expect(await typeOf({ channelId }), channelId).to.equal('Action.Submit');
    const entities = [null, { type: 'ClientCapabilities', executesActions: true }];
    expect(await typeOf({ channelId: 'webchat', entities })).to.equal('Action.Execute');
    expect(
      await typeOf({ channelId: 'msteams', conversation: { id: 'a:1', conversationType: 'personal' } }),
    ).to.equal('Action.Execute');
  });

  describe('by somebody else in a channel', () => {
    const question = 'perché non vedo Nuovo deal?';

    it('does nothing, and says so to that person only', async () => {
      const chat = channel();
      const [asked = ''] = await chat.mention(marco, question);
      const way = button(JSON.parse(asked) as ReceivedActivity, /./);
      const others = await tap(chat, way, sara);
      expect(others.said).to.deep.equal([]);
      expect(others.type).to.equal(REPLACED);
      expect(others.lines.join()).to.match(/un’altra persona/);
      const own = await tap(chat, way, marco);
      expect(own.said).to.have.length(1);
      expect(own.lines.at(-1)).to.match(/^Hai scelto/);
    });

    it('is for everybody on the card that greets all', async () => {
      const chat = channel();
      const bots = MENTION.entities.map(({ mentioned }) => mentioned);
      await chat.post(sara, { type: 'conversationUpdate', membersAdded: bots });
      const [help = ''] = await chat.mention(sara, 'parli inglese?');
      const { data } = button(JSON.parse(help) as ReceivedActivity, /English/);
      const { card: _own, ...everybody } = data as Record<string, unknown>;
      expect((await tap(chat, { data: everybody }, marco)).said).to.have.length(1);
    });

    it('keeps the thread in what is answered', async () => {
      const chat = channel();
      const [asked = ''] = await chat.mention(marco, question);
      const before = connector.sent.length;
      await tap(chat, button(JSON.parse(asked) as ReceivedActivity, /./), marco);
      const [answer] = connector.sent.slice(before);
      expect(decodeURIComponent(answer?.conversationId ?? '')).to.match(/;messageid=1700000000000$/);
    });
  });
});
