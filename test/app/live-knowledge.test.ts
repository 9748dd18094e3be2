import { expect } from 'chai';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { KnowledgeState } from '../../src/app/live-knowledge.ts';
import { Chat, startTestBot, type TestBot } from '../conversations/chat.ts';

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

describe('knowledge that changes while the assistant runs', () => {
  let dir: string;
  let bot: TestBot;
  let folder: string;
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
    bot = await startTestBot({ lessons });
  });
  after(async () => {
    await bot.stop();
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
});
