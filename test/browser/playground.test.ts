// Microsoft's Agents Playground plays Teams here, in personal chat, group and channel, and the Emulator: the one client
// that nobody here wrote. What its page can't do itself is sent by its "Custom activity", as Teams would send it, and what was
// answered is read in its log:
// - a button that opens a box (`task/fetch`): its page throws at any `Action.Submit` with `msteams` in its data, and says
//   that task modules aren't supported. A box itself is drawn by the action on a message.
// - for the same reason a fallback can't be tapped as in Teams. In the Emulator's channel taps are submitted; its Web Chat
//   sends them from another conversation than words.
// - a card that asks for itself (the page says that user specific views aren't supported), and typeahead.
// - reactions, and another person than the one at the keyboard.
// What is left to tests over HTTP alone: targeted messages (test/conversations/targeted.test.ts), since it shows every
// message to its one person; tabs (test/browser/deals-tab.test.ts) and commands (test/conversations/commands.test.ts), since
// it reads no manifest; and signing in (test/conversations/sign-in-teams.test.ts), for which it asks Microsoft's own service.
import { expect } from 'chai';
import { readStore } from '../../src/app/read-only.ts';
import { readConfig } from '../../src/config/config.ts';
import { startTestBot, type TestBot, TODAY } from '../conversations/chat.ts';
import { marco } from '../../src/directory/sample-people.ts';
import { boxIn, closingOf, dataOf, filled } from '../conversations/shown-box.ts';
import { isPlaygroundInstalled, PLACES, type Playground, startPlayground } from '../playground/playground.ts';
import { useChromium } from './chromium.ts';
import { type Logged, openPlaygroundPage, type PlaygroundPage } from './playground-page.ts';

const isInvoke =
  (name: string) =>
  ({ activity }: Logged): boolean =>
    activity['name'] === name;
const isMessage = ({ isOurs, activity }: Logged): boolean => isOurs && activity['type'] === 'message';

const EXPERTS = '19:experts@thread.tacv2';
/** Another person of the company, as Teams names them. */
const OTHER = { id: `29:${marco.objectId}`, aadObjectId: marco.objectId, name: 'Marco Galli' };

/** What the Playground says that it doesn't know. */
const UNKNOWN = ['Full width control', 'User specific view', 'Task module (task/fetch)', 'Typeahead Search'];
const ASKED = 'quanti giorni ha Microsoft per rispondere?';

describe('the Agents Playground in Chromium', function () {
  const browser = useChromium(this);
  let bot: TestBot;
  let playground: Playground | null = null;
  let teams: PlaygroundPage;

  before(async function () {
    if (!isPlaygroundInstalled()) return this.skip();
    bot = await startTestBot();
    playground = await startPlayground(bot.address);
    teams = await openPlaygroundPage(browser(), playground.url);
  });
  after(async () => {
    if (playground === null) return;
    await playground.close();
    await bot.stop();
  });

  /** The newest card with these words. */
  const card = (words: string) => teams.cards.filter({ hasText: words }).last();
  const buttonsOn = (words: string): Promise<string[]> => card(words).getByRole('button').allInnerTexts();
  /** What the assistant says next, when that is done. */
  const answerTo = async (act: () => Promise<void>): Promise<Logged> => {
    const [answer] = await Promise.all([teams.next(isMessage), act()]);
    return answer;
  };
  const invokeBy = async (name: string, act: () => Promise<void>): Promise<Logged> => {
    const [invoke] = await Promise.all([teams.next(isInvoke(name)), act()]);
    return invoke;
  };
  /** Sends an invoke that the page doesn't know, in the place of something that was logged. */
  const invoke = async (name: string, value: unknown, like?: Logged, part: object = {}): Promise<Logged> =>
    invokeBy(name, () => teams.send({ type: 'invoke', name, value, ...part }, like));
  const responseOf = ({ status, answer }: Logged) => ({ status, body: answer });
  /** What the person sent last, wherever that was. */
  const lastOfPerson = (): Logged | undefined => teams.logged.findLast(({ isOurs }) => !isOurs);
  /** What the channel calls a message. */
  const idOf = ({ answer }: Logged): string => (answer as { readonly id: string }).id;
  const executed = (data: object, trigger = 'manual') => ({
    action: { type: 'Action.Execute', verb: 'x', data },
    trigger,
  });
  const kept = () => readStore(readConfig({ DATA_DIR: bot.dataDir }), 'questions', () => new Date());
  const textOf = ({ activity }: Logged): string => JSON.stringify(activity);
  const messages = (): number => teams.logged.filter(isMessage).length;

  describe('in the personal chat', () => {
    beforeEach(() => teams.open('Personal Chat'));
    afterEach(() => bot.setNow(TODAY));

    it('greets once who installs the assistant, and once more after a reinstall', async () => {
      const greetings = teams.cards.filter({ hasText: 'Sara.' });
      await greetings.waitFor();
      const remove = ({ activity }: Logged): boolean => activity['action'] === 'remove';
      await Promise.all([teams.next(remove), teams.mock('Uninstall application')]);
      await answerTo(() => teams.mock('Install application'));
      await greetings.nth(1).waitFor();
      expect(await greetings.count()).to.equal(2);
    });

    it('leaves a trace of a tap that is executed, and nothing to be tapped again', async () => {
      await teams.say('crea un deal');
      await card('Che tipo di deal').waitFor();
      await teams.tap('Privato');
      await card('Hai scelto: Privato').waitFor();
      expect(await buttonsOn('Hai scelto: Privato')).to.deep.equal([]);
      await card('cliente').getByRole('button').first().waitFor();
    });

    it('takes what a client sends that only submits, as the words of the person', async () => {
      const asked = teams.logged.findLast(isMessage)?.activity;
      const fallback = [...JSON.stringify(asked).matchAll(/"fallback":(\{.*?\}\}\}\})/g)]
        .map(([, json = '']) => JSON.parse(json) as { data: { msteams: { text: string; value: object } } })
        .find(({ data }) => data.msteams.text === 'Annulla');
      expect(fallback).not.to.equal(undefined);
      const { text, value } = fallback?.data.msteams ?? {};
      await teams.send({ type: 'message', text, value });
      await card('Butto via').waitFor();
    });

    it('refuses a tap on an old card in its place, and says why', async () => {
      await answerTo(() => teams.tap('Sì, butta via'));
      const before = messages();
      const old = card('cliente').getByRole('button', { name: 'Indietro' });
      const { status } = await invokeBy('adaptiveCard/action', () => old.click());
      expect(status).to.equal(200);
      await old.waitFor({ state: 'detached' });
      await card('vecchio').waitFor();
      expect(await buttonsOn('vecchio')).to.deep.equal([]);
      expect(messages()).to.equal(before);
    });

    it('takes a thumb with its comment', async () => {
      await answerTo(() => teams.say(ASKED));
      await teams.page.getByRole('button', { name: 'Dislike', exact: true }).last().click();
      const box = teams.page.getByRole('dialog');
      await box.getByRole('textbox').fill('manca il link');
      const submit = box.getByRole('button', { name: 'Submit' });
      expect(await invokeBy('message/submitAction', () => submit.click())).to.include({ status: 200 });
      await box.getByRole('button', { name: 'Close' }).click();
      expect((await kept()).map(({ rating }) => [rating?.as, rating?.comment])).to.deep.equal([
        ['dislike', 'manca il link'],
      ]);
    });

    it('takes a reaction, and takes it back', async () => {
      // It calls an answer with its sources by no name, as Teams does, which then names it by its time.
      const at = new Date(TODAY.getTime() + 3_600_000);
      bot.setNow(at);
      await answerTo(() => teams.say(ASKED));
      const replyToId = String(at.getTime());
      const ratings = async (): Promise<unknown[]> => (await kept()).map(({ rating }) => rating?.by);
      const isReaction = ({ activity }: Logged): boolean => activity['type'] === 'messageReaction';
      const react = (part: object): Promise<unknown> =>
        Promise.all([teams.next(isReaction), teams.send({ type: 'messageReaction', replyToId, ...part })]);
      await react({ reactionsAdded: [{ type: 'like' }] });
      expect(await ratings()).to.have.members(['thumbs', 'reaction']);
      await react({ reactionsRemoved: [{ type: 'like' }] });
      expect(await ratings()).to.deep.equal(['thumbs']);
    });

    it('opens the form beside the chat, says what is wrong in it, finds what is typed, and closes into the summary', async () => {
      const { activity } = await answerTo(() =>
        teams.say('crea un deal privato con Proseware da 80.000 euro'),
      );
      const button = dataOf('Compila un modulo', activity);
      const box = boxIn(responseOf(await invoke('task/fetch', { data: button })));
      const customer = box.inputs.find(({ id }) => id === 'customer.known');
      expect(customer?.value).to.equal('Proseware');
      const search = {
        kind: 'search',
        queryText: 'fab',
        dataset: customer?.dataset,
        queryOptions: { skip: 0, top: 5 },
      };
      const found = await invoke('application/search', search);
      expect(found.status).to.equal(200);
      expect(JSON.stringify(found.answer)).to.contain('Fabrikam');
      const wrong = boxIn(responseOf(await invoke('task/submit', filled(box, { 'value.': 'tanto' }))));
      expect(wrong.notes['value']).to.contain('"tanto"');
      const right = { 'value.': '90k', 'closingDate.': '2027-03-31' };
      const before = messages();
      const done = await invoke('task/submit', filled(wrong, right));
      expect(closingOf(responseOf(done))).to.match(/chat/);
      await card('Riepilogo: deal con Proseware').getByText('90.000').waitFor();
      expect(messages()).to.equal(before + 1);
      await answerTo(() => teams.tap('Annulla'));
      await answerTo(() => teams.tap('Sì, butta via'));
    });

    it('makes a deal’s card anew for who looks at it, and says nothing', async () => {
      const { activity } = await answerTo(() => teams.say('Microsoft ha accettato il deal con Contoso?'));
      await card('Accettato').waitFor();
      const before = messages();
      const [shown] = activity['attachments'] as { content: { refresh: { action: object } } }[];
      const value = { action: shown?.content.refresh.action, trigger: 'automatic' };
      const { status, answer } = await invoke('adaptiveCard/action', value);
      expect(status).to.equal(200);
      expect(answer).to.include({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
      expect(JSON.stringify(answer)).to.contain('Accettato');
      expect(messages()).to.equal(before);
    });
  });

  describe('in a group', () => {
    // Whoever opens it first installs the assistant there, which greets.
    before(async () => void (await answerTo(() => teams.open(PLACES.group))));

    it('answers who mentions it, and leads into the private chat for what is personal', async () => {
      const before = messages();
      await teams.say(ASKED);
      expect(textOf(await answerTo(() => teams.mention(ASKED)))).to.contain('14 giorni');
      await answerTo(() => teams.mention('crea un deal con Proseware'));
      await card('Qui leggono tutti').waitFor();
      await card('Qui leggono tutti').getByText('Apri la nostra chat').waitFor();
      expect(await buttonsOn('Qui leggono tutti')).to.deep.equal([]);
      expect(messages()).to.equal(before + 2);
    });

    it('greets nobody who joins', async () => {
      const before = messages();
      const isJoining = ({ activity }: Logged): boolean => activity['type'] === 'conversationUpdate';
      await Promise.all([teams.next(isJoining), teams.mock('Add user')]);
      expect(messages()).to.equal(before);
    });

    it('does nothing by another person’s tap, and says so to that person', async () => {
      const { activity } = await answerTo(() => teams.mention('perché non vedo Nuovo deal?'));
      const title = /"type":"Action.Execute","title":"([^"]+)"/.exec(JSON.stringify(activity))?.[1] ?? '';
      const before = messages();
      const tap = executed(dataOf(title, activity));
      const { status, answer } = await invoke('adaptiveCard/action', tap, lastOfPerson(), { from: OTHER });
      expect(status).to.equal(200);
      expect(JSON.stringify(answer)).to.contain('risponde a un’altra persona');
      expect(messages()).to.equal(before);
      await teams.tap(title);
      await card(`Hai scelto: ${title}`).waitFor();
    });

    it('inserts a deal that is searched, without its amount', async () => {
      await teams.command('Search Command', 'box');
      await teams.page.getByText('Specify Command ID or Parameter').click();
      await teams.page.getByPlaceholder('Command ID').fill('searchDeals');
      await teams.page.getByPlaceholder('Parameter name').fill('customer');
      await teams.page.getByPlaceholder('Enter a search term').fill('Fabrikam');
      await teams.page.getByText('Fabrikam, con il valore').waitFor();
      await teams.page.getByText('Fabrikam', { exact: true }).first().click();
      await teams.page.getByRole('button', { name: 'Send Message' }).click();
      await card('Chiusura prevista').waitFor();
      const text = await card('Chiusura prevista').innerText();
      expect(text)
        .to.contain('Fabrikam')
        .and.not.match(/€|Valore/);
    });

    it('fills in a form from a message, says beside a field what is wrong, and goes on in the chat', async () => {
      await teams.say('deal privato con Proseware da 80.000 euro per fine marzo, Ignoto Srl');
      await teams.page.getByText('marzo, Ignoto Srl').last().waitFor();
      await teams.command('Action Command', 'the newest message');
      const box = teams.page.getByRole('dialog');
      await box.getByPlaceholder('command id').fill('createDealFromMessage');
      await box.getByRole('button', { name: 'Create', exact: true }).click();
      await box.getByText('«Ignoto Srl»').waitFor();
      expect(await box.getByRole('combobox', { name: 'Uno che conosco' }).inputValue()).to.equal('Proseware');
      expect(await box.getByRole('combobox', { name: 'Quale soluzione' }).inputValue()).to.equal(
        'Aurelia Analytics',
      );
      await box.getByLabel('Importo').fill('tanto');
      const toSummary = box.getByRole('button', { name: 'Vai al riepilogo' });
      await toSummary.click();
      await box.getByText('"tanto"').waitFor();
      await box.getByLabel('Importo').fill('90k');
      const { answer } = await invokeBy('composeExtension/submitAction', () => toSummary.click());
      await box.getByText('La bozza con Proseware').waitFor();
      const [, link = ''] = /"url":"([^"]+)"/.exec(JSON.stringify(answer)) ?? [];
      await box.getByRole('button').first().click();
      await teams.open('Personal Chat');
      await answerTo(() => teams.say(new URL(link).searchParams.get('message') ?? ''));
      const { activity } = await answerTo(() => teams.tap('Riprendi'));
      expect(JSON.stringify(activity)).to.contain('90.000').and.contain('31 marzo 2027');
      await answerTo(() => teams.tap('Crea il deal'));
      await card('Hai scelto: Crea il deal').waitFor();
    });
  });

  describe('in a channel', () => {
    before(async () => void (await answerTo(() => teams.open(PLACES.channel))));

    it('answers in the thread of who mentions it', async () => {
      const first = await answerTo(() => teams.mention(ASKED));
      const thread = (first.activity['conversation'] as { id: string }).id;
      expect(thread).to.match(/;messageid=\d+$/);
      const { activity } = await answerTo(() => teams.reply('e se non risponde?'));
      expect(activity['conversation']).to.include({ id: thread });
    });

    it('brings a question to the experts, and their answer to who asked', async () => {
      let seconds = 0;
      /** A little later each time, since a company gets so many messages a second. */
      const settle = (): Promise<void> => {
        bot.setNow(new Date(TODAY.getTime() + (seconds += 2) * 1000));
        return bot.app.settleExperts();
      };
      await answerTo(() => teams.mention('qui rispondono gli esperti'));
      await teams.open('Personal Chat');
      await answerTo(() => teams.say('quanto costa la mensa aziendale di Pizzamondo?'));
      await answerTo(() => teams.tap('Chiedi a un esperto'));
      await teams.tap('Manda');
      await card('Hai scelto: Manda').waitFor();
      await settle();
      await teams.open(PLACES.channel);
      const asked = card('Domanda per gli esperti');
      await asked.waitFor();
      expect(await asked.innerText()).not.to.contain('Pizzamondo');
      const posted = teams.logged.find(
        (each) => each.isOurs && textOf(each).includes('Domanda per gli esperti'),
      );
      if (posted === undefined) throw new Error('nothing was asked in the channel');
      const conversation = {
        ...(posted.activity['conversation'] as object),
        id: `${EXPERTS};messageid=${idOf(posted)}`,
      };
      /** What another expert taps there. */
      const another = (title: string): Promise<Logged> =>
        invoke('adaptiveCard/action', executed(dataOf(title, posted.activity)), undefined, {
          from: OTHER,
          conversation,
          replyToId: idOf(posted),
        });
      await another('La prendo io');
      await settle();
      await asked.getByText('Marco Galli').waitFor();
      await asked.getByRole('textbox').fill('Lo so io.');
      await teams.tap('Rispondi');
      await asked.getByText('Se ne occupa già Marco Galli').waitFor();
      await another('Chiudi');
      await settle();
      await asked.getByRole('button', { name: 'Riapri' }).click();
      await settle();
      await teams.tap('La prendo io');
      await asked.getByText('Sara Conti').waitFor();
      await settle();
      const reopens = asked.getByRole('button', { name: 'Riapri' });
      /** Types the answer and sends it, where the card still takes one. */
      const answerAsExpert = async (): Promise<void> => {
        await asked.getByRole('textbox').fill('Sei euro al giorno.', { timeout: 5000 });
        await asked.getByRole('button', { name: 'Rispondi' }).click({ timeout: 5000 });
      };
      const isAnswered = (): Promise<boolean> =>
        reopens.waitFor({ timeout: 5000 }).then(
          () => true,
          () => false,
        );
      // A card that is drawn anew between typing and tapping is empty again, as on a slow machine; one that was answered
      // takes no more, and is drawn anew a moment later.
      for (let tries = 0; tries < 3; tries += 1) {
        await answerAsExpert().catch(() => undefined);
        await settle();
        if (await isAnswered()) break;
      }
      await reopens.waitFor();
      await teams.open('Personal Chat');
      await card('Sei euro al giorno.').waitFor();
    });
  });

  describe('in a channel whose taps are submitted', () => {
    it('creates a deal by them, one message to each', async () => {
      const emulator = await startPlayground(bot.address, 'emulator');
      const there = await openPlaygroundPage(browser(), emulator.url);
      try {
        await there.say('crea un deal');
        await there.tap('Privato');
        await there.cards.filter({ hasText: 'Chi è il cliente?' }).last().waitFor();
        await there.say('Proseware, 80.000 euro, 31 marzo 2027');
        await there.tap('Crea il deal');
        await there.cards.filter({ hasText: 'il deal con Proseware è creato' }).waitFor();
        const toBot = (): readonly Logged[] =>
          there.logged.filter((each) => !each.isOurs && each.activity['type'] === 'message');
        // A message is logged once it is answered: ours when it has arrived, a person's when its turn has ended, which
        // is a moment after the last answer is drawn.
        const isLogged = (): boolean => toBot().length >= 4 && there.logged.filter(isMessage).length >= 5;
        for (let tries = 0; tries < 600 && !isLogged(); tries += 1)
          await new Promise((resolve) => setTimeout(resolve, 100));
        const [first] = there.logged.flatMap(({ isOurs, activity }) => (isOurs ? [] : [activity['type']]));
        expect(first).to.equal('conversationUpdate');
        const sent = toBot();
        expect(sent.map(({ activity }) => 'value' in activity)).to.deep.equal([false, true, false, true]);
        expect(there.logged.filter(isInvoke('adaptiveCard/action'))).to.deep.equal([]);
        expect(there.logged.filter(isMessage)).to.have.length(sent.length + 1);
      } finally {
        await there.close();
        await emulator.close();
      }
    });
  });

  describe('at the end', () => {
    it('knows what is in our cards, but for what it says', async () => {
      const warnings = await teams.warnings();
      expect(UNKNOWN).to.include.members([...warnings]);
      expect(warnings).to.include('User specific view');
    });
  });
});
