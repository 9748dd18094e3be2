import { expect } from 'chai';
import { readSandboxFile } from '../../src/storage/sandbox-file.ts';
import type { PlayedCommand, PlayedResult } from '../../src/experts/played.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import * as people from '../../src/directory/sample-people.ts';
import { Chat, startTestBot, type TestBot } from './chat.ts';
import { textOf, type ReceivedActivity } from './received.ts';

describe('experts that the sandbox plays', () => {
  let bot: TestBot;
  let connector: BotConnector;

  beforeEach(async () => void ([bot, connector] = await Promise.all([startTestBot(), startBotConnector()])));
  afterEach(() => Promise.all([bot.stop(), connector.close()]));

  const play = async (
    command: PlayedCommand,
  ): Promise<{ readonly status: number; readonly body: unknown }> => {
    const { url, token } = (await readSandboxFile(bot.dataDir)) ?? { url: '', token: '' };
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(command) });
    return { status: response.status, body: await response.json() };
  };
  const questions = async (): Promise<PlayedResult['questions']> =>
    ((await play({ command: 'questions' })).body as PlayedResult).questions;

  it('are asked without any channel, and answer into the chat', async () => {
    const chat = new Chat(bot, people.sara, undefined, false, connector.url);
    await chat.say('quanto costa la mensa aziendale?');
    await chat.tap('Chiedi a un esperto');
    await chat.tap('Manda');
    const [asked, ...others] = await questions();
    expect(others).to.deep.equal([]);
    expect(asked).to.include({ state: 'open', answer: null });
    const question = asked?.id.slice(0, 8) ?? '';
    expect((await play({ command: 'take', question })).status).to.equal(200);
    const answered = await play({
      command: 'answer',
      question,
      text: 'Sei euro al giorno.\nLo sa Marco Ferri, scrivi a mensa@aurelia.example.',
    });
    expect(answered.status).to.equal(200);
    expect((await play({ command: 'answer', question, text: 'Sette.' })).status).to.equal(409);
    expect((await play({ command: 'take', question: 'nobody' })).status).to.equal(400);
    await bot.app.settleExperts();
    const said = connector.sent.map(({ activity }) => textOf(activity as unknown as ReceivedActivity));
    expect(said.filter((text) => text.includes('scrivi a mensa@aurelia.example'))).to.have.length(1);
    const queue = await (await fetch(`${bot.address}/workshop/queue?lang=it`)).text();
    expect(queue)
      .to.contain('Lo sa [')
      .and.not.to.match(/Ferri|mensa@aurelia/);
    expect(await questions()).to.have.nested.property('[0].state', 'answered');
  });
});
