import { expect } from 'chai';
import { readStore } from '../../src/app/read-only.ts';
import { readConfig } from '../../src/config/config.ts';
import * as people from '../../src/directory/sample-people.ts';
import type { KeptQuestion } from '../../src/questions/question.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { Chat, startTestBot, type TestBot } from './chat.ts';
import { TeamsChat } from './teams-chat.ts';

const ASKED = 'posso modificare un deal dopo che l’ho segnato come vinto?';
const OTHER = 'quanti giorni ha Microsoft per rispondere?';

describe('feedback on answers', () => {
  let bot: TestBot;
  let connector: BotConnector;

  beforeEach(async () => {
    connector = await startBotConnector();
    bot = await startTestBot();
  });
  afterEach(async () => {
    await bot.stop();
    await connector.close();
  });

  const kept = (): Promise<readonly KeptQuestion[]> =>
    readStore(readConfig({ DATA_DIR: bot.dataDir }), 'questions', () => new Date());
  const counted = async (): Promise<string[]> => {
    const text = await (await fetch(`${bot.address}/metrics`)).text();
    return text.split('\n').filter((line) => line.startsWith('bot_answers_rated_total{'));
  };
  const thumb = (reaction: string, feedback?: string): unknown => ({
    actionName: 'feedback',
    actionValue: { reaction, ...(feedback === undefined ? {} : { feedback }) },
  });

  it('keeps a thumb in Teams with the answer, and its comment without names', async () => {
    const chat = new TeamsChat(bot, connector);
    const [answer] = await chat.say(ASKED);
    expect(answer?.activity.channelData).to.deep.equal({ feedbackLoop: { type: 'default' } });
    const comment = JSON.stringify({ feedbackText: 'Con Fabrikam da 80.000 € non era così' });
    const response = await chat.invoke('message/submitAction', thumb('dislike', comment), answer?.id);
    expect(response).to.deep.equal({ status: 200, body: {} });
    const [question, ...others] = await kept();
    expect(others).to.deep.equal([]);
    expect(question).to.include({ outcome: 'answer', locale: 'it', words: ASKED });
    expect(question?.answerId).to.be.a('string').and.not.equal('');
    expect(question?.rating).to.include({ as: 'dislike', by: 'thumbs' });
    expect(question?.rating?.comment)
      .to.contain('[cliente]')
      .and.contain('[importo]')
      .and.not.match(/fabrikam|80/i);
    expect(await counted()).to.deep.equal(['bot_answers_rated_total{rating="dislike",by="thumbs"} 1']);
  });

  it('counts the same thumb once, and the other one as a change', async () => {
    const chat = new TeamsChat(bot, connector);
    const [answer] = await chat.say(ASKED);
    await chat.invoke('message/submitAction', thumb('like'), answer?.id, 'the-same');
    const again = await chat.invoke('message/submitAction', thumb('like'), answer?.id, 'the-same');
    expect(again).to.deep.equal({ status: 200, body: {} });
    await chat.invoke('message/submitAction', thumb('like', '{}'), answer?.id);
    await chat.invoke('message/submitAction', thumb('dislike', '{"feedbackText":""}'), answer?.id);
    expect((await kept()).map(({ rating }) => rating?.as)).to.deep.equal(['dislike']);
    expect(await counted()).to.have.members([
      'bot_answers_rated_total{rating="like",by="thumbs"} 1',
      'bot_answers_rated_total{rating="dislike",by="thumbs"} 1',
    ]);
  });

  it('refuses what is no thumb, and takes one of somebody else or of no answer in silence', async () => {
    const chat = new TeamsChat(bot, connector);
    const [answer] = await chat.say(ASKED);
    for (const value of [
      null,
      'like',
      {},
      { actionName: 'feedback' },
      thumb('love'),
      { ...(thumb('like') as object), actionName: 'other' },
    ])
      expect(
        (await chat.invoke('message/submitAction', value, answer?.id)).status,
        JSON.stringify(value),
      ).to.equal(400);
    const other = new TeamsChat(bot, connector, {
      person: people.nadia,
      conversationId: chat.conversationId,
    });
    for (const [who, id] of [
      [other, answer?.id],
      [chat, 'unknown'],
    ] as const)
      expect(await who.invoke('message/submitAction', thumb('like'), id)).to.deep.equal({
        status: 200,
        body: {},
      });
    expect(await kept()).to.deep.equal([]);
    expect(await counted()).to.deep.equal([]);
    expect(chat.said).to.have.length(1);
  });

  it('takes a thumb without a message for the answer said last, and words as they were typed', async () => {
    const chat = new TeamsChat(bot, connector);
    await chat.invoke('message/submitAction', thumb('like', 'tutto giusto'));
    expect(await kept(), 'nothing was answered yet').to.deep.equal([]);
    for (const question of [OTHER, ASKED]) await chat.say(question);
    await chat.invoke('message/submitAction', thumb('like', 'tutto giusto'));
    const [question, ...others] = await kept();
    expect(others).to.deep.equal([]);
    expect(question).to.include({ words: ASKED });
    expect(question?.rating).to.include({ as: 'like', comment: 'tutto giusto' });
  });

  it('takes reactions, and takes them back', async () => {
    const chat = new TeamsChat(bot, connector);
    const [answer] = await chat.say(ASKED);
    const { id = '' } = answer ?? {};
    await chat.react(id, { reactionsAdded: [{ type: 'like' }] });
    expect((await kept()).map(({ rating }) => rating?.as)).to.deep.equal(['like']);
    await chat.react(id, { reactionsAdded: [{ type: 'laugh' }] });
    await chat.react(id, { reactionsRemoved: [{ type: 'like' }], reactionsAdded: [{ type: 'angry' }] });
    expect((await kept()).map(({ rating }) => rating?.as)).to.deep.equal(['dislike']);
    await chat.react(id, { reactionsRemoved: [{ type: 'angry' }] });
    expect(await kept()).to.deep.equal([]);
    for (const broken of [{ reactionsAdded: 'like' }, { reactionsAdded: [null] }, {}]) {
      expect((await chat.react(id, broken)).status).to.equal(200);
    }
    expect(chat.said).to.have.length(1);
  });

  it('knows after a restart which message was which answer', async () => {
    const chat = new TeamsChat(bot, connector);
    const [first] = await chat.say(ASKED);
    const [last] = await chat.say(OTHER);
    const { dataDir } = bot;
    await bot.app.stop();
    const again = await startTestBot({ dataDir });
    const back = new TeamsChat(again, connector, { conversationId: chat.conversationId });
    // What the first is called was saved with the second; the second's is told by its time.
    await back.react(first?.id ?? '', { reactionsAdded: [{ type: 'like' }] });
    await back.react(last?.id ?? '', { reactionsAdded: [{ type: 'angry' }] });
    const ratings = (await kept()).map(({ words, rating }) => [words, rating?.as]);
    expect(ratings).to.have.deep.members([
      [ASKED, 'like'],
      [OTHER, 'dislike'],
    ]);
    await again.stop();
    bot = await startTestBot({ dataDir });
  });

  it('takes the small buttons of the chat page, and what is typed', async () => {
    const chat = new Chat(bot);
    const said = await chat.send({ type: 'message', text: ASKED, channelId: 'webchat' });
    expect(said.buttons).to.include.members(['È utile', 'Non è utile']);
    const value = chat.valueOf('È utile', said);
    await chat.send({ type: 'message', value, channelId: 'webchat' });
    await chat.send({ type: 'message', text: ASKED, channelId: 'webchat' });
    await chat.send({ type: 'message', text: 'questa risposta è sbagliata', channelId: 'webchat' });
    const ratings = (await kept()).map(({ rating }) => `${String(rating?.as)} ${String(rating?.by)}`);
    expect(ratings).to.have.members(['like button', 'dislike words']);
    const other = new Chat(bot, people.nadia, chat.conversationId);
    await other.send({ type: 'message', value, channelId: 'webchat' });
    expect(await kept()).to.have.length(2);
  });

  it('keeps what was not answered and what was chosen, without names, and nothing where that is switched off', async () => {
    const chat = new Chat(bot);
    await chat.say('come si cuoce la pasta secondo Pizzamondo?');
    const [none] = await kept();
    expect(none).to.include({ outcome: 'none', rating: null, picked: null });
    expect(none?.words)
      .to.match(/\[\p{L}+\]/u)
      .and.not.match(/pizzamondo/i);
    await chat.say('cancella i miei dati');
    await chat.submit({ action: 'forget-me', isConfirmed: true });
    expect(await kept()).to.deep.equal([]);
    const off = await startTestBot({ env: { KEEP_QUESTIONS: 'off' } });
    try {
      const quiet = new Chat(off);
      await quiet.say('come si cuoce la pasta?');
      await quiet.say(ASKED);
      await quiet.say('questa risposta è sbagliata');
      const all = await readStore(readConfig({ DATA_DIR: off.dataDir }), 'questions', () => new Date());
      expect(all).to.deep.equal([]);
      const text = await (await fetch(`${off.address}/metrics`)).text();
      expect(text).to.contain('bot_answers_rated_total{rating="dislike",by="words"} 1');
    } finally {
      await off.stop();
    }
  });
});
