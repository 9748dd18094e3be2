import { expect } from 'chai';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { KnowledgeState } from '../../src/app/live-knowledge.ts';
import { marco, sara } from '../../src/directory/sample-people.ts';
import { textOf, type ReceivedActivity } from '../conversations/received.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { Chat, startTestBot, type TestBot, TODAY } from '../conversations/chat.ts';

/** An answer as an editor writes it. */
const answer = (id: string, question: string, lead: string): string => `id: ${id}
sources: [{ document: regolamento, heading: Orari }]
reviewed: 2026-11-01
it:
  question: ${question}
  examples: [${question}, "mi dici ${question.replace('?', '')}"]
  lead: ${lead}
`;

const SOURCE = `id: regolamento
it: { title: Regolamento }
url: https://intranet.example/regolamento
isConfirmed: true
headings: [Orari]
readOn: 2026-11-01
licence: ours
`;

const MINUTE_MS = 60_000;

describe('knowledge that changes while the assistant runs', () => {
  let dir: string;
  let bot: TestBot;
  let folder: string;
  let connector: BotConnector;
  const write = (file: string, text: string): Promise<void> => writeFile(join(folder, file), text);
  const ask = async (question: string): Promise<string> => (await new Chat(bot).say(question)).text;
  const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await isSo())) await wait(20);
  };
  const readyz = async (): Promise<{ knowledge: KnowledgeState; status: string }> =>
    (await (await fetch(`${bot.address}/readyz`)).json()) as never;

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'cosell-live-'));
    folder = join(dir, 'knowledge');
    for (const part of ['answers', 'sources']) await mkdir(join(folder, part), { recursive: true });
    await write('sources/regolamento.yaml', SOURCE);
    await write(
      'answers/apertura.yaml',
      answer('apertura', 'a che ora apre la mensa?', 'Apre a mezzogiorno.'),
    );
    await write('answers/badge.yaml', answer('badge', 'dove ritiro il badge?', 'Il badge è in portineria.'));
    const lessons = { dir: folder, documentFolders: [], file: join(dir, 'index.bin') };
    connector = await startBotConnector();
    bot = await startTestBot({ lessons, now: TODAY });
  });
  after(async () => {
    await bot.stop();
    await connector.close();
    await rm(dir, { recursive: true });
  });

  it('is answered anew once a file is saved, without anybody asking for it', async () => {
    expect(await ask('a che ora apre la mensa?')).to.contain('Apre a mezzogiorno.');
    await write('answers/apertura.yaml', answer('apertura', 'a che ora apre la mensa?', 'Apre alle undici.'));
    await until(async () => (await ask('a che ora apre la mensa?')).includes('Apre alle undici.'));
  });

  it('has a new answer, and none that was taken away', async () => {
    await write(
      'answers/palestra.yaml',
      answer('palestra', 'quanto costa la palestra?', 'Costa venti euro.'),
    );
    await until(async () => (await ask('quanto costa la palestra?')).includes('Costa venti euro.'));
    await rm(join(folder, 'answers/palestra.yaml'));
    await until(async () => !(await ask('quanto costa la palestra?')).includes('Costa venti euro.'));
  });

  it('stays as it was while a file is broken, which is said to whoever runs it', async () => {
    await write('answers/badge.yaml', 'id: badge\nlead: [');
    await until(() => bot.app.knowledge.state().problem !== null);
    expect(await ask('dove ritiro il badge?')).to.contain('in portineria');
    const { status, knowledge } = await readyz();
    expect(status).to.equal('ready');
    expect(knowledge.problem?.text).to.contain('answers/badge.yaml');
    await write('answers/badge.yaml', answer('badge', 'dove ritiro il badge?', 'Il badge è al primo piano.'));
    await until(async () => (await ask('dove ritiro il badge?')).includes('al primo piano'));
    expect((await readyz()).knowledge.problem).to.equal(null);
  });

  describe('when an answer says something else', () => {
    const QUESTION = 'dove ritiro il badge?';
    const chatOf = (person: typeof sara): Chat =>
      new Chat(bot, person, `chat-${person.firstName}`, false, connector.url);
    const told = (): string[] =>
      connector.sent
        .map(({ activity }) => activity as unknown as ReceivedActivity)
        .filter(({ type }) => type === 'message')
        .map((activity) => `${activity.summary ?? ''}\n${textOf(activity)}`);
    let minutes = 0;
    /** Edits the answer, lets the time pass in which an editor may think again, and has the round come. */
    const edit = async (lead: string, passing = 11): Promise<string[]> => {
      connector.sent.length = 0;
      await write('answers/badge.yaml', answer('badge', QUESTION, lead));
      await bot.app.knowledge.takeUp();
      bot.setNow(new Date(TODAY.getTime() + (minutes += passing) * MINUTE_MS));
      await bot.app.watch.recall();
      return told();
    };

    it('who got it and wants to hear of that is told once, and nobody else', async () => {
      await chatOf(sara).say('avvisami se una risposta cambia');
      for (const person of [sara, marco]) await chatOf(person).say(QUESTION);
      const news = await edit('Il badge è al secondo piano.');
      expect(news).to.have.length(1);
      expect(news[0]).to.contain(QUESTION).and.contain('Il badge è al secondo piano.');
      bot.setNow(new Date(TODAY.getTime() + (minutes += 60) * MINUTE_MS));
      await bot.app.watch.recall();
      expect(told()).to.have.length(1);
    });

    it('nobody is told what is taken back at once, or was only written better', async () => {
      await chatOf(sara).say(QUESTION);
      expect(await edit('Il badge è in cortile.', 5)).to.deep.equal([]);
      expect(await edit('Il badge è al secondo piano.')).to.deep.equal([]);
      expect(await edit('Il badge, è al Secondo piano.')).to.deep.equal([]);
    });

    it('what was kept for it goes when somebody doesn’t want it any more, or is forgotten', async () => {
      const chat = chatOf(sara);
      expect((await chat.say('cosa mi mandi?')).text).to.contain('cambiano');
      await chat.tap('Niente più cambiamenti');
      expect(await edit('Il badge è al quarto piano.')).to.deep.equal([]);
      await chat.say('avvisami se una risposta cambia');
      await chat.say(QUESTION);
      await chat.say('cancella i miei dati');
      await chat.tap('Cancella tutto');
      expect(await edit('Il badge è al quinto piano.')).to.deep.equal([]);
    });
  });
});
