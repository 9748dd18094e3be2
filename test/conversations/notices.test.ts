import { expect } from 'chai';
import { randomUUID } from 'node:crypto';
import { marco, sara } from '../../src/directory/sample-people.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { refusal } from '../fakes/faults.ts';
import { useTempDir } from '../temp-dir.ts';
import { Chat, startTestBot, type TestBot, TODAY } from './chat.ts';
import { buttonsOf, type ReceivedActivity, textOf } from './received.ts';

const HOUR_MS = 3_600_000;
const at = (iso: string): Date => new Date(iso);

/** The sample company, whose deals are kept here: what Microsoft does is played. */
describe('what a person wants to be told', () => {
  const dir = useTempDir();
  let connector: BotConnector;
  let bot: TestBot;
  let chat: Chat;
  const open = (): Promise<TestBot> => startTestBot({ dataDir: dir.path, now: TODAY });

  beforeEach(async () => {
    connector = await startBotConnector();
    bot = await open();
    chat = new Chat(bot, sara, 'chat-sara', false, connector.url);
  });
  afterEach(async () => {
    await bot.app.stop();
    await connector.close();
  });

  const round = async (now?: Date): Promise<void> => {
    if (now !== undefined) bot.setNow(now);
    await bot.app.watch.poll();
    await bot.app.watch.settle();
  };
  const told = (): ReceivedActivity[] =>
    connector.sent
      .map(({ activity }) => activity as unknown as ReceivedActivity)
      .filter(({ type }) => type === 'message');
  const texts = (): string[] => told().map((activity) => `${activity.summary ?? ''}\n${textOf(activity)}`);

  it('tries', async () => {
    for (const line of [
      'avvisami quando Microsoft risponde per Fabrikam',
      'ogni lunedì i miei deal',
      'cosa mi mandi?',
      'niente messaggi dopo le 18',
      'non avvisarmi più di Contoso',
      'cosa mi mandi?',
      'posso farmi avvisare?',
      'vorrei essere avvisato di qualcosa',
      'what do you send me?',
      'send me my deals on Fridays at 5',
      'non avvisarmi più',
      'cosa mi mandi?',
      'avvisami per Zuppa Srl',
    ]) {
      const said = await chat.say(line);
      console.log('>', line, '\n', said.text, said.buttons);
    }
    await chat.say('ogni lunedì i miei deal');
    await chat.say('avvisami');
    await round();
    await round(at('2026-11-30T09:30:00Z'));
    console.log(
      texts(),
      told()
        .flatMap(buttonsOf)
        .map(({ title }) => title),
    );
  });
});
