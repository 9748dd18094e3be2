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
  /** Says it, and leaves out what was to be told already. */
  const want = async (text: string): Promise<void> => {
    await chat.say(text);
    await round();
    connector.sent.length = 0;
  };
  const told = (): ReceivedActivity[] =>
    connector.sent
      .map(({ activity }) => activity as unknown as ReceivedActivity)
      .filter(({ type }) => type === 'message');
  const texts = (): string[] => told().map((activity) => `${activity.summary ?? ''}\n${textOf(activity)}`);

  it('an answer of Microsoft for one deal is told once, with the deal’s own card; another’s isn’t', async () => {
    const said = await chat.say('avvisami quando Microsoft risponde per Fabrikam');
    expect(said.text).to.match(/Fabrikam/);
    await bot.app.sandbox?.playMicrosoft('Fabrikam', { kind: 'accept' });
    await bot.app.sandbox?.playMicrosoft('Contoso Pharma', { kind: 'decline' });
    await round();
    await round();
    expect(texts()).to.have.length(1);
    expect(texts()[0]).to.match(/ha accettato il deal con Fabrikam/);
  });

  it('what can’t be set is said, and two customers and a correction are taken', async () => {
    const only = await chat.say('avvisami solo se Microsoft respinge Litware');
    expect(only.text)
      .to.match(/Litware/)
      .and.match(/ogni risposta/);
    expect((await chat.say('no scusa, intendevo Northwind')).text)
      .to.match(/Northwind/)
      .and.match(/Litware non/);
    await chat.say('avvisami quando rispondono per Fabrikam e Contoso Pharma');
    const held = (await chat.say('cosa mi mandi?')).text;
    expect(held).to.match(/risposte e scadenze per Northwind Traders, Fabrikam e Contoso Pharma/);
    expect((await chat.say('niente notifiche nel weekend')).text).to.match(/non ho cambiato niente/);
    await chat.say('ogni giovedì alle 8 i miei deal');
    expect((await chat.say('non il giovedì, il venerdì')).text).to.match(/ogni venerdì alle 08:00/);
  });

  it('news on a day, and a nudge to Microsoft, make no deal', async () => {
    const later = await chat.say('fammi sapere qualcosa su Fabrikam venerdì mattina');
    expect(later.text).to.match(/non l’ho segnato/);
    const nudge = await chat.say('manda un sollecito a Microsoft per Fabrikam che scade venerdì');
    expect(nudge.text)
      .to.match(/Fabrikam/)
      .and.not.match(/Segnato/);
  });

  it('is set by the button on the card of a deal that Microsoft has not answered, for that deal', async () => {
    await chat.say('Microsoft ha accettato Fabrikam?');
    const said = await chat.tap('Avvisami');
    expect(said.text).to.match(/Fabrikam/);
    await bot.app.sandbox?.playMicrosoft('Fabrikam', { kind: 'accept' });
    await bot.app.sandbox?.playMicrosoft('Contoso Pharma', { kind: 'decline' });
    await round();
    expect(texts()).to.have.length(1);
    expect(texts()[0]).to.match(/ha accettato il deal con Fabrikam/);
    expect((await chat.say('Microsoft ha accettato Fabrikam?')).buttons).not.to.include('Avvisami');
  });

  it('in the other language as well', async () => {
    expect((await chat.say('notify me when Microsoft answers on Fabrikam')).text).to.match(/14 days/);
    await bot.app.sandbox?.playMicrosoft('Fabrikam', { kind: 'decline' });
    await round();
    expect(texts().join()).to.match(/Microsoft declined the Fabrikam deal/);
    expect((await chat.say('what do you send me?')).text).to.match(/answers and deadlines for Fabrikam/);
  });

  it('all answers but one customer’s, who is named later', async () => {
    await want('avvisami');
    await chat.say('non avvisarmi più di Fabrikam');
    await bot.app.sandbox?.playMicrosoft('Fabrikam', { kind: 'accept' });
    await bot.app.sandbox?.playMicrosoft('Contoso Pharma', { kind: 'decline' });
    await round();
    expect(texts()).to.have.length(1);
    expect(texts()[0]).to.match(/ha rifiutato il deal con Contoso Pharma/);
  });

  it('a wish that comes late is told at once what is pressing', async () => {
    await chat.say('avvisami');
    await round();
    expect(texts().join()).to.match(/Contoso Pharma: resta 1 giorno/);
  });

  it('three days and one day before the 14 days end, each once, and then that they are over', async () => {
    await chat.say('avvisami per Fabrikam');
    const days = [6, 8, 8.5, 9, 10, 11];
    const lengths: number[] = [];
    for (const day of days) {
      await round(new Date(TODAY.getTime() + day * 24 * HOUR_MS));
      lengths.push(told().length);
    }
    expect(lengths).to.deep.equal([1, 2, 2, 3, 3, 3]);
    expect(texts()[0]).to.match(/restano 3 giorni/);
    expect(texts()[1]).to.match(/resta 1 giorno/);
  });

  it('the weekly list comes on its day and hour where the person is, once a week, with what needs care', async () => {
    const said = await chat.say('il lunedì alle 9 mandami i miei deal');
    expect(said.text).to.match(/lunedì 30 novembre 2026/);
    await round(at('2026-11-30T07:59:00Z'));
    expect(told()).to.deep.equal([]);
    await round(at('2026-11-30T08:00:00Z'));
    await round(at('2026-11-30T08:15:00Z'));
    await round(at('2026-12-06T20:00:00Z'));
    expect(texts()).to.have.length(1);
    expect(texts()[0]).to.match(/Adventure Works[^]*non ha risposto nei 14 giorni/);
    const rows = told().flatMap(buttonsOf);
    expect(rows.map(({ title }) => title)).to.include('Adventure Works');
    await round(at('2026-12-07T08:00:00Z'));
    expect(told()).to.have.length(2);
  });

  it('what is due at one time is one message', async () => {
    await want('avvisami');
    await chat.say('ogni lunedì i miei deal');
    await bot.app.sandbox?.playMicrosoft('Fabrikam', { kind: 'accept' });
    await bot.app.sandbox?.playMicrosoft('Contoso Pharma', { kind: 'decline' });
    await round(at('2026-11-30T08:00:00Z'));
    expect(texts()).to.have.length(1);
    expect(texts()[0])
      .to.match(/Fabrikam[^]*ha accettato/)
      .and.match(/Contoso Pharma[^]*ha rifiutato/)
      .and.match(/deal aperti/);
  });

  it('nothing comes in the quiet hours, and nothing is lost by them', async () => {
    await want('avvisami');
    expect((await chat.say('niente messaggi dopo le 18')).text).to.match(/18:00 alle 08:00/);
    await bot.app.sandbox?.playMicrosoft('Fabrikam', { kind: 'accept' });
    await bot.app.sandbox?.playMicrosoft('Contoso Pharma', { kind: 'accept' });
    // Rome is an hour ahead in November: from five in the evening to seven in the morning, UTC.
    for (const moment of ['T17:00:00', 'T23:00:00']) await round(at(`2026-11-24${moment}Z`));
    await round(at('2026-11-25T06:59:00Z'));
    expect(told()).to.deep.equal([]);
    await round(at('2026-11-25T07:00:00Z'));
    expect(told()).to.have.length(1);
    await chat.say('togli le ore di silenzio');
    expect((await chat.say('cosa mi mandi?')).text).not.to.match(/18:00/);
  });

  it('outlives the session and the process, and keeps the time of the week', async () => {
    await chat.say('ogni venerdì alle 17:30 mandami un riepilogo dei miei deal');
    await bot.app.stop();
    bot = await open();
    chat = new Chat(bot, sara, 'chat-sara', false, connector.url);
    expect((await chat.say('cosa mi mandi?')).text).to.match(/ogni venerdì alle 17:30/);
    await round(at('2026-11-27T16:30:00Z'));
    expect(told()).to.have.length(1);
  });

  it('ends by a word, and by all of the person’s data being deleted', async () => {
    await want('avvisami');
    await chat.say('ogni lunedì i miei deal');
    await chat.say('non mandarmi più il riepilogo');
    expect((await chat.say('cosa mi mandi?')).text)
      .to.match(/risposte/)
      .and.not.match(/ogni lunedì/);
    await chat.say('basta avvisi');
    await bot.app.sandbox?.playMicrosoft('Fabrikam', { kind: 'accept' });
    await round();
    await want('avvisami per Contoso Pharma');
    await chat.submit({ action: 'forget-me', isConfirmed: true });
    await bot.app.sandbox?.playMicrosoft('Contoso Pharma', { kind: 'accept' });
    await round();
    expect(told()).to.deep.equal([]);
  });

  it('ends when the assistant is removed, and is kept by an update of it', async () => {
    await want('avvisami');
    await chat.post({ type: 'installationUpdate', action: 'remove-upgrade' });
    await bot.app.sandbox?.playMicrosoft('Fabrikam', { kind: 'accept' });
    await round();
    expect(told()).to.have.length(1);
    await chat.post({ type: 'installationUpdate', action: 'remove' });
    await bot.app.sandbox?.playMicrosoft('Contoso Pharma', { kind: 'accept' });
    await round();
    expect(told()).to.have.length(1);
    expect((await chat.say('cosa mi mandi?')).text).to.match(/non ti mando niente/);
  });

  for (const code of ['MessageWritesBlocked', 'BotDisabledByAdmin']) {
    it(`ends where the channel says ${code}`, async () => {
      await want('avvisami');
      const body = { error: { code, message: '' } };
      connector.faults.plan({}, { kind: 'reply', reply: { status: 403, body }, isAfterWork: false });
      await bot.app.sandbox?.playMicrosoft('Fabrikam', { kind: 'accept' });
      await round();
      await bot.app.sandbox?.playMicrosoft('Contoso Pharma', { kind: 'accept' });
      await round();
      expect(told()).to.deep.equal([]);
      expect((await chat.say('cosa mi mandi?')).text).to.match(/non ti mando niente/);
    });
  }

  it('goes on where a chat can’t be written to for another reason', async () => {
    await chat.say('avvisami per Fabrikam');
    connector.faults.plan({}, refusal(403, 'ForbiddenOperationException'));
    await bot.app.sandbox?.playMicrosoft('Fabrikam', { kind: 'accept' });
    await round();
    expect((await chat.say('cosa mi mandi?')).text).to.match(/Fabrikam/);
  });

  it('a question sets nothing, and offers it', async () => {
    for (const question of ['posso farmi avvisare?', 'can I be notified when Microsoft answers?']) {
      const said = await chat.say(question);
      expect(said.buttons.join(), question).to.match(/avvisi|notices/);
    }
    await bot.app.sandbox?.playMicrosoft('Fabrikam', { kind: 'accept' });
    await round();
    expect(told()).to.deep.equal([]);
    const offered = await chat.say('posso farmi avvisare?');
    await chat.tap('Imposta gli avvisi', offered);
    await chat.tap('Avvisami delle risposte');
    await round();
    connector.sent.length = 0;
    await bot.app.sandbox?.playMicrosoft('Contoso Pharma', { kind: 'accept' });
    await round();
    expect(told()).to.have.length(1);
  });

  it('a customer of whom the person has no deal is quoted, and nothing is set', async () => {
    expect((await chat.say('avvisami per Zuppa Srl')).text).to.match(/Zuppa/);
    expect((await chat.say('cosa mi mandi?')).text).to.match(/non ti mando niente/);
  });

  it('an open form waits, and takes what is its own', async () => {
    await chat.say('crea un deal privato con Lagunare Logistica');
    const beside = await chat.say('avvisami quando Microsoft risponde per Fabrikam');
    expect(beside.text)
      .to.match(/ti scrivo qui/)
      .and.match(/\?/);
    expect((await chat.say('a che punto siamo?')).text).to.match(/Lagunare/);
  });

  it('a form that asks for a customer takes none from what is to be told', async () => {
    await chat.say('deal privato con brambilla arredi da 64k chiude fine aprile');
    const beside = await chat.say('avvisami quando microsoft risponde per fabrikam');
    expect(beside.text).to.match(/ti scrivo qui/);
    expect((await chat.say('a che punto siamo?')).text).not.to.match(/fabrikam/i);
  });

  it('nobody sets anything for others: each hears of the deals of their own team', async () => {
    const marcos = new Chat(bot, marco, 'chat-marco', false, connector.url);
    await marcos.say('avvisami');
    await bot.app.sandbox?.playMicrosoft('Fabrikam', { kind: 'accept' });
    await round();
    expect(told()).to.deep.equal([]);
  });

  it('in a group nothing is set, and the way into one’s own chat is shown', async () => {
    const group = new Chat(bot, sara, `group-${randomUUID()}`, true, connector.url);
    const said = await group.say('avvisami per Fabrikam');
    expect(said.text).not.to.match(/Fabrikam/);
    expect((await chat.say('cosa mi mandi?')).text).to.match(/non ti mando niente/);
  });
});
