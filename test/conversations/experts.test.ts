import { expect } from 'chai';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readStore } from '../../src/app/read-only.ts';
import { readConfig } from '../../src/config/config.ts';
import * as people from '../../src/directory/sample-people.ts';
import type { AskedExpert, ExpertAsker } from '../../src/experts/asked-expert.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { startTestBot, type TestBot, TODAY } from './chat.ts';
import { type InTeams, TeamsChat } from './teams-chat.ts';

const CHANNEL = '19:experts@thread.tacv2';
/** An account admin, and people who may name no channel, or ask. */
const { marco, dario, elena } = people;
const UNKNOWN = 'quanto costa la mensa aziendale di Pizzamondo?';

describe('questions to the experts', () => {
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

  const channelOf = (person = marco, thread?: string): TeamsChat =>
    new TeamsChat(bot, connector, {
      person,
      type: 'channel',
      conversationId: thread === undefined ? CHANNEL : `${CHANNEL};messageid=${thread}`,
    });
  let seconds = 0;
  /** A little later, since a company gets so many messages a second. */
  const settle = () => {
    bot.setNow(new Date(TODAY.getTime() + (seconds += 2) * 1000));
    return bot.app.settleExperts();
  };
  const kept = (): Promise<readonly ExpertAsker[]> =>
    readStore(readConfig({ DATA_DIR: bot.dataDir }), 'expert-questions', () => new Date());
  const question = async (): Promise<AskedExpert> => {
    const [only, ...others] = (await kept()).flatMap(({ questions }) => questions);
    if (only === undefined || others.length > 0) throw new Error('not one question is kept');
    return only;
  };
  /** The experts have a channel, and Sara has asked them; resolves to the card there. */
  const ask = async (chat: TeamsChat): Promise<InTeams> => {
    await channelOf(elena).say('qui rispondono gli esperti');
    await chat.say(UNKNOWN);
    await chat.tap('Chiedi a un esperto');
    await chat.tap('Manda');
    await settle();
    return channelOf().last;
  };
  it('go from a chat to the channel and back, without names', async () => {
    const chat = new TeamsChat(bot, connector);
    const card = await ask(chat);
    expect(card.text)
      .to.match(/mensa aziendale/)
      .and.not.match(/pizzamondo|sara/i);
    expect(card.buttons).to.have.members(['La prendo io', 'Rispondi', 'Chiudi']);
    expect(await question()).to.include({ state: 'open' });
    const expert = channelOf(marco, card.id);
    const taken = await expert.tap('La prendo io');
    expect(taken.status).to.equal(200);
    expect(JSON.stringify(taken.body))
      .to.contain('application/vnd.microsoft.card.adaptive')
      .and.contain(marco.firstName);
    await settle();
    expect(expert.last).to.include({ id: card.id, isUpdate: true });
    await expert.tap('Rispondi', { answer: 'Sei euro al giorno. Chiedi a Rosa.' });
    await settle();
    expect(chat.last.text).to.contain('Sei euro al giorno. Chiedi a Rosa.').and.contain(marco.firstName);
    expect(chat.last.activity.channelData).to.deep.equal({ notification: { alert: true } });
    const after = await question();
    expect(after).to.include({ state: 'answered', owed: null });
    expect(after.history.map(({ state, by }) => [state, by])).to.deep.equal([
      ['waiting', null],
      ['open', null],
      ['taken', marco.objectId],
      ['answered', marco.objectId],
    ]);
  });

  it('are sent only once they are confirmed, and as the asker wants them', async () => {
    const chat = new TeamsChat(bot, connector);
    await channelOf(elena).say('qui rispondono gli esperti');
    const before = channelOf().said.length;
    await chat.say('chiedi a un esperto se Fabrikam può avere uno sconto di 5.000 euro');
    expect(chat.last.text).not.to.match(/fabrikam|5\.000/i);
    await chat.tap('Cambia il testo');
    await chat.say('un cliente può avere uno sconto da Fabrikam?');
    expect(chat.last.text)
      .to.contain('un cliente può avere uno sconto')
      .and.not.match(/fabrikam/i);
    await settle();
    expect(channelOf().said).to.have.length(before);
    const sent = chat.said.findLast(({ buttons }) => buttons.includes('Manda'));
    await chat.say('sì');
    await settle();
    expect(channelOf().said).to.have.length(before + 1);
    expect((await question()).text).to.match(/^un cliente può avere uno sconto/);
    await chat.execute({ action: 'ask-expert', do: 'send', question: (await question()).id }, sent?.id ?? '');
    await settle();
    expect(channelOf().said).to.have.length(before + 1);
    expect(await kept()).to.have.length(1);
  });

  it('are never made of conversation, which is asked about, given up or done', async () => {
    const chat = new TeamsChat(bot, connector);
    await channelOf(elena).say('qui rispondono gli esperti');
    const say = async (text: string): Promise<InTeams> => {
      await chat.say(text);
      return chat.last;
    };
    await say('chiedi a un esperto');
    for (const nothing of ['va bene', 'grazie mille', 'mah'])
      expect((await say(nothing)).text, nothing).to.match(/non ce l’ho ancora/);
    expect((await say('ci penso dopo')).text).to.match(/non mando niente/);
    for (const other of ['apri un deal con Lorenzi srl da 20k', 'mostrami i miei deal']) {
      await say('chiedi a un esperto');
      expect((await say(other)).buttons, other).not.to.include('Cambia il testo');
      await say('annulla');
      await say('sì');
    }
    await say('chiedi a un esperto come si fattura il canone');
    for (const held of ['inviala lunedì', 'invia anche a Paolo'])
      expect((await say(held)).text, held).to.match(/Non l’ho mandata/);
    expect((await say('aggiungi che è urgente')).text).to.match(/Scrivi qui la domanda/);
    expect((await say('come si fattura il canone, con il 15% di sconto?')).text).to.match(/\[percentuale\]/);
    expect((await say('non inviarla')).buttons).not.to.include('Manda');
    expect(await kept()).to.deep.equal([]);
  });

  it('are taken back, and asked after, in words', async () => {
    const chat = new TeamsChat(bot, connector);
    await channelOf(elena).say('qui rispondono gli esperti');
    await chat.say('chiedi a un esperto: come si fattura il canone?');
    expect(chat.last.text).to.contain('come si fattura').and.not.contain(': come');
    await chat.say('sì');
    await chat.say('hanno già risposto?');
    expect(chat.last.text).to.contain('come si fattura');
    await chat.say('ritirala');
    expect(chat.last.text).to.match(/Ritirata/);
    await chat.say('annulla la mia domanda agli esperti');
    expect(chat.last.text).to.match(/Non hai domande aperte/);
  });

  it('are offered after two that were not answered, and a yes is enough to see the text', async () => {
    const chat = new TeamsChat(bot, connector);
    await channelOf(elena).say('qui rispondono gli esperti');
    await chat.say('quanto costa la mensa?');
    await chat.say('che tempo farà domenica in montagna?');
    await chat.say('sì');
    expect(chat.last.buttons).to.include.members(['Manda', 'Cambia il testo', 'Lascia stare']);
    expect(chat.last.text).to.contain('montagna');
    await chat.tap('Lascia stare');
    expect(await kept()).to.deep.equal([]);
  });

  it('belong to the first expert who takes them, and the other is told', async () => {
    const chat = new TeamsChat(bot, connector);
    const card = await ask(chat);
    const [one, other] = [channelOf(marco, card.id), channelOf(dario, card.id)];
    const data = { action: 'expert', do: 'take', question: (await question()).id };
    const answers = await Promise.all([one.execute(data, card.id), other.execute(data, card.id)]);
    const { heldBy, history } = await question();
    expect(history.filter(({ state }) => state === 'taken')).to.have.length(1);
    const told = answers.map(({ body }) => JSON.stringify(body));
    expect(told.filter((each) => each.includes(`Se ne occupa già ${heldBy?.name ?? '?'}`))).to.have.length(1);
    await settle();
    const loser = heldBy?.objectId === marco.objectId ? other : one;
    const winner = loser === one ? other : one;
    for (const act of ['answer', 'hand-back', 'close'])
      await loser.execute({ ...data, do: act, answer: 'io so tutto' }, card.id);
    expect(await question()).to.include({ state: 'taken', answer: null });
    await winner.execute({ ...data, do: 'answer', answer: ' ' }, card.id);
    expect(await question()).to.include({ state: 'taken' });
    await winner.execute({ ...data, do: 'hand-back' }, card.id);
    await loser.execute({ ...data, do: 'close' }, card.id);
    await settle();
    expect(chat.last.text).to.match(/chiuso senza risposta/);
    await winner.execute({ ...data, do: 'take' }, card.id);
    expect(await question()).to.include({ state: 'closed' });
    await winner.execute({ ...data, do: 'reopen' }, card.id);
    expect(await question()).to.include({ state: 'open', heldBy: null });
  });

  it('are answered in their thread, where the assistant is mentioned', async () => {
    const chat = new TeamsChat(bot, connector);
    const card = await ask(chat);
    const expert = channelOf(marco, card.id);
    await expert.say('la prendo io');
    expect(await question()).to.include({ state: 'taken' });
    await expert.say('Costa sei euro al giorno.');
    await settle();
    expect(chat.last.text).to.contain('Costa sei euro al giorno.');
    await expert.say('riapri');
    expect(await question()).to.include({ state: 'open' });
    // Elsewhere the same words are no answer.
    const before = chat.said.length;
    await channelOf(marco).say('Costa sette euro.');
    await new TeamsChat(bot, connector, {
      person: marco,
      type: 'channel',
      conversationId: `19:other@thread.tacv2;messageid=${card.id}`,
    }).say('Costa otto euro.');
    await settle();
    expect(chat.said).to.have.length(before);
  });

  it('reach their asker after a restart, wherever they wrote meanwhile', async () => {
    const chat = new TeamsChat(bot, connector);
    const card = await ask(chat);
    connector.faults.plan({}, { kind: 'reply', reply: { status: 503, body: {} }, isAfterWork: false }, 50);
    await channelOf(marco, card.id).execute(
      { action: 'expert', do: 'answer', question: (await question()).id, answer: 'Sei euro.' },
      card.id,
    );
    await bot.app.stop();
    connector.faults.clear();
    const { dataDir } = bot;
    bot = await startTestBot({ dataDir });
    await new TeamsChat(bot, connector, { conversationId: 'a:elsewhere' }).say('ciao');
    await settle();
    expect(chat.said.filter(({ text }) => text.includes('Sei euro.'))).to.have.length(1);
  });

  it('wait where the channel is gone, and go to the next one', async () => {
    const chat = new TeamsChat(bot, connector);
    await channelOf(elena).say('qui rispondono gli esperti');
    await chat.say('chiedi a un esperto quanto costa la mensa aziendale');
    connector.faults.plan(
      { path: new RegExp(CHANNEL.split('@')[0] ?? '') },
      { kind: 'reply', reply: { status: 403, body: {} }, isAfterWork: false },
      9,
    );
    await chat.tap('Manda');
    await settle();
    expect(chat.last.text).to.match(/aspetta/);
    expect(await question()).to.include({ state: 'waiting', post: null });
    connector.faults.clear();
    const next = '19:next@thread.tacv2';
    const there = new TeamsChat(bot, connector, {
      person: elena,
      type: 'channel',
      conversationId: next,
    });
    await there.say('qui rispondono gli esperti');
    await settle();
    expect(there.said.filter(({ text }) => text.includes('quanto costa la mensa'))).to.have.length(1);
    expect(await question()).to.include({ state: 'open' });
  });

  it('have a channel that only an admin of the company names, in a channel', async () => {
    const chat = new TeamsChat(bot, connector);
    await chat.say('qui rispondono gli esperti');
    await channelOf(marco).say('qui rispondono gli esperti');
    await new TeamsChat(bot, connector, {
      person: elena,
      type: 'groupChat',
      conversationId: '19:group@thread.v2',
    }).say('qui rispondono gli esperti');
    const channels = await readStore(readConfig({ DATA_DIR: bot.dataDir }), 'experts', () => new Date());
    expect(channels).to.deep.equal([]);
    await channelOf(people.nadia).say('qui rispondono gli esperti');
    await ask(chat);
    const nadia = channelOf(people.nadia);
    const before = nadia.said.length;
    await nadia.execute(
      { action: 'expert', do: 'answer', question: (await question()).id, answer: 'forged' },
      'x',
    );
    expect(await question()).to.include({ state: 'open' });
    await chat.execute(
      { action: 'expert', do: 'answer', question: (await question()).id, answer: 'forged' },
      'x',
    );
    expect(await question()).to.include({ state: 'open' });
    expect(nadia.said.slice(before).every(({ text }) => !text.includes('mensa'))).to.equal(true);
  });

  it('are listed, taken back, and gone with all else of their asker', async () => {
    const chat = new TeamsChat(bot, connector);
    const card = await ask(chat);
    await chat.say('le mie domande');
    expect(chat.last.text).to.contain('mensa');
    await chat.tap('Ritira');
    expect(await question()).to.include({ state: 'closed' });
    await chat.say('le mie domande');
    expect(chat.last.text).not.to.contain('mensa');
    const { id } = await question();
    await channelOf(marco, card.id).execute({ action: 'expert', do: 'reopen', question: id }, card.id);
    await chat.execute({ action: 'forget-me', isConfirmed: true }, '');
    expect(await kept()).to.deep.equal([]);
    const response = await channelOf(marco, card.id).execute(
      { action: 'expert', do: 'take', question: id },
      card.id,
    );
    expect(response.status).to.equal(200);
    expect(await kept()).to.deep.equal([]);
  });

  it('are proposed as an answer, in a file of their own or as text', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cosell-proposed-'));
    await bot.stop();
    bot = await startTestBot({ env: { PROPOSALS_DIR: folder } });
    const chat = new TeamsChat(bot, connector);
    const card = await ask(chat);
    const expert = channelOf(marco, card.id);
    const data = { action: 'expert', question: (await question()).id };
    await expert.execute({ ...data, do: 'propose' }, card.id);
    expect(await readdir(folder)).to.deep.equal([]);
    await expert.execute({ ...data, do: 'answer', answer: 'Sei euro al giorno. Rosa sa il resto.' }, card.id);
    await settle();
    await expert.tap('Proponi come risposta');
    const [name = ''] = await readdir(folder);
    expect(expert.last.text).to.contain(name);
    const entry = parse(await readFile(join(folder, name), 'utf8')) as Record<string, unknown>;
    expect(entry).to.have.property('id', name.replace('.yaml', ''));
    const { text } = await question();
    expect(entry.it).to.deep.equal({
      question: text,
      lead: 'Sei euro al giorno.',
      body: 'Rosa sa il resto.',
      examples: [text],
    });
    await rm(folder, { recursive: true });
    await writeFile(folder, 'in the way of a folder');
    await expert.tap('Proponi come risposta');
    expect(expert.last.text).to.contain('lead: Sei euro al giorno.');
    await rm(folder);
  });

  it('begin in the channel that the configuration names, until an admin names another or none', async () => {
    await bot.stop();
    const link = `https://teams.microsoft.com/l/channel/${encodeURIComponent(CHANNEL)}/Experts?groupId=x`;
    bot = await startTestBot({ env: { EXPERTS_CHANNEL: link } });
    const chat = new TeamsChat(bot, connector);
    await chat.say('chiedi a un esperto quanto costa la mensa aziendale');
    await chat.tap('Manda');
    await settle();
    expect(channelOf().last.text).to.contain('quanto costa la mensa');
    expect(await question()).to.include({ state: 'open' });
    await channelOf(elena).say('qui non rispondono più gli esperti');
    await chat.say('chiedi a un esperto quando apre la mensa aziendale');
    expect(chat.last.buttons).not.to.include('Manda');
  });

  it('forget which expert was at them, with all else of that expert', async () => {
    const chat = new TeamsChat(bot, connector);
    const card = await ask(chat);
    const data = { action: 'expert', question: (await question()).id };
    await channelOf(marco, card.id).execute({ ...data, do: 'answer', answer: 'Sei euro.' }, card.id);
    await new TeamsChat(bot, connector, { person: marco }).execute(
      { action: 'forget-me', isConfirmed: true },
      '',
    );
    const after = await question();
    expect(JSON.stringify(after)).not.to.contain(marco.objectId).and.not.to.contain(marco.lastName);
    expect(after.answer?.text).to.equal('Sei euro.');
  });
});
