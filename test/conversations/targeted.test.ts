import { expect } from 'chai';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { startTestBot, type TestBot } from './chat.ts';
import { TeamsChat } from './teams-chat.ts';

describe('messages that one person of a channel sees', () => {
  let connector: BotConnector;
  let bot: TestBot;
  beforeEach(async () => void (connector = await startBotConnector()));
  afterEach(async () => {
    await bot.stop();
    await connector.close();
  });

  const targeted = (): readonly boolean[] => connector.sent.map(({ isTargeted }) => isTargeted);
  const inChannel = (): TeamsChat =>
    new TeamsChat(bot, connector, { type: 'channel', conversationId: '19:a@thread.tacv2;messageid=1' });

  it('are those that only lead into the private chat, where that is turned on', async () => {
    bot = await startTestBot({ env: { TARGETED_MESSAGES: 'on' } });
    const chat = inChannel();
    const [sent] = await chat.say('stato del deal con Contoso');
    expect(targeted()).to.deep.equal([true]);
    expect(JSON.stringify(sent?.activity)).to.contain('"treatment":"targeted"').and.not.contain('accett');
    expect(sent?.activity).to.have.nested.property('recipient.id', `29:${chat.person.objectId}`);
  });

  it('are no answers, which are for all who are there', async () => {
    bot = await startTestBot({ env: { TARGETED_MESSAGES: 'on' } });
    await inChannel().say('quanto tempo ha Microsoft per rispondere?');
    expect(targeted()).to.deep.equal([false]);
  });

  it('are none where it is not turned on, or in the private chat', async () => {
    bot = await startTestBot();
    await inChannel().say('stato del deal con Contoso');
    await new TeamsChat(bot, connector).say('stato del deal con Contoso');
    expect(targeted()).to.deep.equal([false, false]);
  });
});
