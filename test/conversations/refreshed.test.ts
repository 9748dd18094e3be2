import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Person } from '../../src/directory/directory.ts';
import { marco, sara } from '../../src/directory/sample-people.ts';
import { cardProblems } from '../cards/card-problems.ts';
import { shownLines } from '../cards/shown-lines.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { startTestBot, type TestBot } from './chat.ts';
import { buttonsOf, type ReceivedActivity } from './received.ts';
import { SharedChat } from './shared-chat.ts';
import { type CardAnswer, cardIn, executed, readAnswer } from './taps.ts';

interface Refreshing {
  readonly action: { readonly verb: string; readonly data: unknown };
  readonly userIds: readonly string[];
}

describe('a deal’s card that is looked at again', function () {
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
  const say = async (chat: SharedChat, who: Person, text: string): Promise<ReceivedActivity> => {
    const said = await chat.post(who, { type: 'message', text });
    return JSON.parse(said[0] ?? '') as ReceivedActivity;
  };
  const refreshOf = (said: ReceivedActivity): Refreshing => {
    const { refresh } = cardIn(said);
    expect(refresh).to.be.an('object');
    return refresh as Refreshing;
  };
  /** Looks at a card again; nothing may be said. */
  const look = async (chat: SharedChat, who: Person, data: unknown): Promise<CardAnswer> => {
    const before = connector.sent.length;
    const answer = readAnswer(await chat.postRaw(who, executed(data, 'automatic')));
    expect(connector.sent.slice(before)).to.deep.equal([]);
    return answer;
  };

  const close = async (
    customer: string,
  ): Promise<{ readonly chat: SharedChat; readonly closed: ReceivedActivity }> => {
    const chat = personal();
    await say(chat, sara, `segna ${customer} come perso`);
    await say(chat, sara, 'prezzo');
    return { chat, closed: await say(chat, sara, 'sì') };
  };

  it('asks for itself on behalf of the one person it is for', async () => {
    const { userIds, action } = refreshOf(await say(personal(), sara, 'Microsoft ha accettato Fabrikam?'));
    expect(userIds).to.deep.equal([`29:${sara.objectId}`]);
    expect(action.verb).to.equal('refresh');
  });

  it('is made anew in the response, with what changed meanwhile, and goes on asking for itself', async () => {
    const chat = personal();
    const list = await say(chat, sara, 'i miei deal');
    const { action, userIds } = refreshOf(list);
    await close('Fabrikam');
    const { type, card, lines } = await look(chat, sara, action.data);
    expect(type).to.equal('application/vnd.microsoft.card.adaptive');
    expect(lines).not.to.deep.equal(shownLines(cardIn(list)));
    expect(lines[0]).to.match(/aspetta/);
    expect(card['refresh']).to.deep.include({ userIds });
    expect(cardProblems(card)).to.deep.equal([]);
  });

  it('shows nothing of a deal to who may not see it, nor of one that isn’t there', async () => {
    const { action } = refreshOf(await say(personal(), sara, 'Microsoft ha accettato Fabrikam?'));
    const chat = personal();
    for (const data of [action.data, { ...(action.data as object), id: 'no-such-deal' }]) {
      const { status, type, lines } = await look(chat, marco, data);
      expect(status).to.equal(200);
      expect(type).to.equal('application/vnd.microsoft.card.adaptive');
      expect(lines.join()).not.to.match(/Fabrikam/);
    }
  });

  it('is no turn of the chat: nothing of it is kept, and "it" stays what it was', async () => {
    const chat = personal();
    const { action } = refreshOf(await say(chat, sara, 'Microsoft ha accettato Northwind Traders?'));
    await say(chat, sara, 'Microsoft ha accettato Fabrikam?');
    const before = await sessionsIn(bot);
    for (let times = 0; times < 6; times += 1) await look(chat, sara, action.data);
    expect(await sessionsIn(bot)).to.deep.equal(before);
    expect((await say(chat, sara, 'perché?')).summary).to.match(/Fabrikam/);
  });

  it('that told news keeps them, and adds how the deal stands', async () => {
    const { chat, closed } = await close('Contoso');
    const { action } = refreshOf(closed);
    const { lines, card } = await look(chat, sara, action.data);
    const told = shownLines(cardIn(closed));
    expect(lines.slice(0, told.length)).to.deep.equal(told);
    expect(lines.slice(told.length).join()).to.match(/Adesso.*Noi.*Perso/);
    expect(buttonsOf(asSaid(card)).map(({ title }) => title)).to.deep.equal(
      buttonsOf(closed).map(({ title }) => title),
    );
    expect(cardProblems(card)).to.deep.equal([]);
  });

  it('that is tapped then keeps what it showed last, with the choice', async () => {
    const chat = personal();
    const list = await say(chat, sara, 'i miei deal');
    const { action } = refreshOf(list);
    await close('Wingtip Toys');
    const { card, lines } = await look(chat, sara, action.data);
    const [row] = buttonsOf(asSaid(card));
    const tapped = readAnswer(await chat.postRaw(sara, executed(row?.data)));
    expect(tapped.lines.slice(0, -1)).to.deep.equal(lines.filter((line) => line !== '›'));
    expect(tapped.lines.at(-1)).to.contain('Hai scelto');
    expect(shownLines(cardIn(list))).not.to.include.members(tapped.lines.slice(0, -1));
    expect(cardProblems(tapped.card)).to.deep.equal([]);
  });

  it('that told news and is tapped keeps them, with how the deal stood', async () => {
    const { chat, closed } = await close('Northwind Traders');
    const { card, lines } = await look(chat, sara, refreshOf(closed).action.data);
    const [way] = buttonsOf(asSaid(card));
    const tapped = readAnswer(await chat.postRaw(sara, executed(way?.data)));
    expect(tapped.lines.slice(0, -1)).to.deep.equal(lines);
  });

  it('that is none of ours is an error in the response, whoever asks, and nothing is said', async () => {
    for (const data of [
      null,
      {},
      { action: 'refresh' },
      { action: 'refresh', show: 'all' },
      { action: 'help' },
    ]) {
      const chat = personal();
      const before = connector.sent.length;
      const { status, body } = await chat.postRaw(sara, executed(data, 'automatic'));
      expect(status, JSON.stringify(data)).to.equal(400);
      expect(JSON.parse(body)).to.deep.include({ statusCode: 400, type: 'application/vnd.microsoft.error' });
      expect(connector.sent.slice(before)).to.deep.equal([]);
    }
  });
});

/** A card as if it had been said, so that its buttons can be read. */
const asSaid = (content: CardAnswer['card']): ReceivedActivity => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
});

/** All that is kept of chats, file by file. */
async function sessionsIn({ dataDir }: TestBot): Promise<Readonly<Record<string, string>>> {
  const files = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const sessions = files.filter(({ parentPath, name }) => `${parentPath}/${name}`.includes('sessions'));
  const read = sessions
    .filter((each) => each.isFile())
    .map(async ({ parentPath, name }): Promise<[string, string]> => [
      name,
      await readFile(join(parentPath, name), 'utf8'),
    ]);
  expect(read).to.have.length.above(0);
  return Object.fromEntries(await Promise.all(read));
}
