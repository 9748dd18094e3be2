// Microsoft's Agents Playground plays Teams here, in personal chat, group and channel: the one client that nobody here
// wrote. What it can't do was tried, and is tested over HTTP:
// - a button that opens a box (`task/fetch`): its page throws "Cannot add property msTeams, object is not extensible" at
//   any `Action.Submit` with `msteams` in its data, and says that task modules aren't supported. The boxes themselves are
//   seen here by the action on a message. test/conversations/form-box.test.ts
// - for the same reason a fallback can't be tapped: what it would send is sent by "Custom activity".
// - a card that asks for itself: the page says that user specific views aren't supported, so the question it would ask is
//   sent by "Custom activity", and its answer read in the log. test/conversations/refreshed.test.ts
// - typeahead (`application/search`), full width: it says so. test/conversations/form-box.test.ts
// - another person at the keyboard: there is one only, so that Sara is the expert too. test/conversations/experts.test.ts
// - reactions, targeted messages, tabs, sign-in: it has no way to them.
import { expect } from 'chai';
import { readStore } from '../../src/app/read-only.ts';
import { readConfig } from '../../src/config/config.ts';
import { startTestBot, type TestBot, TODAY } from '../conversations/chat.ts';
import { isPlaygroundInstalled, PLACES, type Playground, startPlayground } from '../playground/playground.ts';
import { useChromium } from './chromium.ts';
import { type Logged, openPlaygroundPage, type PlaygroundPage } from './playground-page.ts';

const isInvoke =
  (name: string) =>
  ({ activity }: Logged): boolean =>
    activity['name'] === name;
const isMessage = ({ isOurs, activity }: Logged): boolean => isOurs && activity['type'] === 'message';

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
  const textOf = ({ activity }: Logged): string => JSON.stringify(activity);
  const messages = (): number => teams.logged.filter(isMessage).length;

  describe('in the personal chat', () => {
    beforeEach(() => teams.open('Personal Chat'));

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
      const questions = await readStore(readConfig({ DATA_DIR: bot.dataDir }), 'questions', () => new Date());
      expect(questions.map(({ rating }) => [rating?.as, rating?.comment])).to.deep.equal([
        ['dislike', 'manca il link'],
      ]);
    });

    it('makes a deal’s card anew for who looks at it, and says nothing', async () => {
      const { activity } = await answerTo(() => teams.say('Microsoft ha accettato il deal con Contoso?'));
      await card('Accettato').waitFor();
      const before = messages();
      const [shown] = activity['attachments'] as { content: { refresh: { action: object } } }[];
      const value = { action: shown?.content.refresh.action, trigger: 'automatic' };
      const name = 'adaptiveCard/action';
      const { status, answer } = await invokeBy(name, () => teams.send({ type: 'invoke', name, value }));
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
      await teams.tap('La prendo io');
      const asked = card('Domanda per gli esperti');
      await asked.getByText('Sara Conti').waitFor();
      expect(await asked.innerText()).not.to.contain('Pizzamondo');
      await settle();
      await asked.getByRole('textbox').fill('Sei euro al giorno.');
      await teams.tap('Rispondi');
      await asked.getByRole('button', { name: 'Riapri' }).waitFor();
      await settle();
      await teams.open('Personal Chat');
      await card('Sei euro al giorno.').waitFor();
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
