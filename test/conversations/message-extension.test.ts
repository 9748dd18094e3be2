import { expect } from 'chai';
import { marco, sara } from '../../src/directory/sample-people.ts';
import type { Person } from '../../src/directory/directory.ts';
import { formatMoney } from '../../src/language/format.ts';
import { laySampleDeals } from '../../src/referrals/embedded/sample-deals.ts';
import { cardProblems } from '../cards/card-problems.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { startTestBot, type TestBot, TODAY } from './chat.ts';
import { useRealBot } from './real-bot.ts';
import { boxIn, closingOf, dataOf, filled, type Json, textIn, valuesIn } from './shown-box.ts';
import { type InvokeResponse, TeamsChat } from './teams-chat.ts';

interface Attachment {
  readonly contentType: string;
  readonly content: unknown;
  readonly preview: {
    readonly contentType: string;
    readonly content: { readonly title: string; readonly text: string };
  };
}

interface ComposeAnswer {
  readonly type: string;
  readonly text?: string;
  readonly attachments?: readonly Attachment[];
  readonly suggestedActions?: {
    readonly actions: readonly { readonly type: string; readonly value: string }[];
  };
}

/** A search as Teams sends it. */
async function search(
  chat: TeamsChat,
  commandId: string,
  parameters: Readonly<Record<string, string>>,
  more: Json = {},
): Promise<ComposeAnswer> {
  const { status, body } = await chat.invoke('composeExtension/query', {
    commandId,
    parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
    queryOptions: { skip: 0, count: 25 },
    ...more,
  });
  expect(status).to.equal(200);
  return (body as { composeExtension: ComposeAnswer }).composeExtension;
}

const titlesOf = ({ attachments = [] }: ComposeAnswer): string[] =>
  attachments.map(({ preview }) => preview.content.title);

const MESSAGE =
  '<div>Ciao, <b>Violetti Srl</b> vorrebbe partire con Aurelia WMS, budget 120.000 euro, chiusura entro fine marzo 2027. ' +
  'Referente Gina Corti, gina@violetti.example, +39 045 123456. Il magazzino ha tre campate.</div>';

const payloadOf = (content: string, id = '1700000000001', contentType = 'html'): Json => ({
  commandId: 'createDealFromMessage',
  commandContext: 'message',
  messagePayload: {
    id,
    createdDateTime: '2026-11-24T08:00:00Z',
    from: { user: { displayName: 'Gina Corti', userIdentityType: 'aadUser', id: 'x' } },
    body: { contentType, content },
  },
});

const ownDeals = (): ReturnType<typeof laySampleDeals> =>
  laySampleDeals(TODAY, () => 'e').filter(({ team }) =>
    team.some(({ objectId }) => objectId === sara.objectId),
  );

describe('the message extension', () => {
  let connector: BotConnector;
  let bot: TestBot;
  before(async () => {
    connector = await startBotConnector();
    bot = await startTestBot();
  });
  after(async () => {
    await bot.stop();
    await connector.close();
  });
  beforeEach(async () => {
    for (const person of [sara, marco])
      await new TeamsChat(bot, connector, { person }).post({
        type: 'message',
        value: { action: 'forget-me', isConfirmed: true },
      });
    connector.sent.length = 0;
  });

  const inGroup = (person: Person = sara): TeamsChat =>
    new TeamsChat(bot, connector, { person, type: 'groupChat', conversationId: '19:group@thread.v2' });

  describe('finds one’s own deals', () => {
    it('each with its value and without it, most urgent first', async () => {
      const found = await search(inGroup(), 'searchDeals', {});
      expect(found).to.include({ type: 'result', attachmentLayout: 'list' });
      const deals = ownDeals();
      expect(found.attachments).to.have.length(2 * deals.length);
      for (const { content, contentType, preview } of found.attachments ?? []) {
        expect(contentType).to.equal('application/vnd.microsoft.card.adaptive');
        expect(preview.contentType).to.equal('application/vnd.microsoft.card.thumbnail');
        expect(cardProblems(content)).to.deep.equal([]);
        expect(JSON.stringify(content)).not.to.contain('Action.');
      }
    });

    it('shows others the customer, both sides’ states and dates, and the value in the second row alone', async () => {
      for (const deal of ownDeals()) {
        const { customer, value, microsoft } = deal;
        const { attachments = [] } = await search(inGroup(), 'searchDeals', { customer: customer.name });
        const [plain, full] = attachments.filter(
          ({ preview: { content } }) => content.title.split(',')[0] === customer.name,
        );
        const [shown, more] = [textIn(plain?.content), textIn(full?.content)];
        const amount = formatMoney(value.amount, value.currency, 'it');
        expect(shown).to.contain(customer.name).and.to.contain('2026');
        expect(JSON.stringify(plain)).not.to.contain(amount);
        expect(more)
          .to.contain(amount)
          .and.to.contain(shown.split('\n')[0] ?? '');
        const secret = [
          deal.id,
          deal.name,
          customer.address.line1,
          customer.contact?.email,
          customer.contact?.lastName,
          microsoft?.reason,
          ...(microsoft?.sellers ?? []).flatMap(({ name, email }) => [name, email]),
          deal.notes,
        ].filter((each): each is string => typeof each === 'string' && each.length > 3);
        for (const each of secret) expect(JSON.stringify([plain, full])).not.to.contain(each);
      }
    });

    it('by customer, state and period, in either language', async () => {
      const named = async (parameters: Readonly<Record<string, string>>): Promise<string[]> =>
        titlesOf(await search(inGroup(), 'searchDeals', parameters)).filter((title) => !title.includes(','));
      expect(await named({ customer: 'cont' })).to.have.members(['Contoso', 'Contoso Pharma']);
      expect(await named({ customer: 'cont', state: 'accettato' })).to.deep.equal(['Contoso']);
      expect(await named({ state: 'vinti' })).to.deep.equal(['Proseware']);
      expect(await named({ state: 'won' })).to.deep.equal(['Proseware']);
      expect(await named({ period: 'novembre 2026' })).to.deep.equal(['Proseware']);
      expect(await named({ period: 'Q1 2027', state: 'declined' })).to.have.members([
        'Northwind Traders',
        'Litware',
      ]);
      // In the compose box only the first can be typed.
      expect(await named({ customer: 'in attesa' })).to.have.members(['Fabrikam', 'Contoso Pharma']);
      expect(await named({ initialRun: 'true' })).to.have.length.above(3);
    });

    it('page by page', async () => {
      const all = titlesOf(await search(inGroup(), 'searchDeals', {}));
      const queryOptions = { skip: 2, count: 3 };
      expect(titlesOf(await search(inGroup(), 'searchDeals', {}, { queryOptions }))).to.deep.equal(
        all.slice(2, 5),
      );
    });

    it('says that there is none such, or that it can’t read what is asked', async () => {
      expect(await search(inGroup(), 'searchDeals', { customer: 'Zzyzx' })).to.include({ type: 'message' });
      const unread = await search(inGroup(), 'searchDeals', { state: 'verdognolo' });
      expect(unread.text).to.contain('stato');
      expect((await search(inGroup(), 'searchDeals', { period: 'boh' })).type).to.equal('message');
    });

    it('and nobody else’s', async () => {
      const titles = titlesOf(await search(inGroup(marco), 'searchDeals', { customer: 'Fabrikam' }));
      expect(titles).to.deep.equal([]);
      const own = titlesOf(await search(inGroup(marco), 'searchDeals', {}));
      expect(own.filter((title) => !title.includes(','))).to.have.members(['Northwind Traders', 'Litware']);
    });
  });

  describe('finds answers', () => {
    it('by words, and all of them where nothing is typed', async () => {
      const found = await search(inGroup(), 'searchAnswers', { question: 'come ottengo l’accesso?' });
      expect(found.attachments?.[0]?.preview.content.title).to.contain('accesso');
      for (const { content } of found.attachments ?? []) {
        expect(cardProblems(content)).to.deep.equal([]);
        expect(JSON.stringify(content)).not.to.contain('Action.Submit');
      }
      expect(titlesOf(await search(inGroup(), 'searchAnswers', {}))).to.have.length(25);
      expect(await search(inGroup(), 'searchAnswers', { question: 'qwzx' })).to.include({ type: 'message' });
    });
  });

  it('refuses a command that is none, and says nothing in the chat whatever is sent', async () => {
    const chat = inGroup();
    const values = [
      null,
      'x',
      {},
      { commandId: 'dropTables' },
      { commandId: 7 },
      { commandId: 'createDealFromMessage' },
    ];
    for (const name of [
      'composeExtension/query',
      'composeExtension/fetchTask',
      'composeExtension/submitAction',
    ])
      for (const value of values) {
        const { status, body } = await chat.invoke(name, value);
        expect(status, `${name} ${JSON.stringify(value)}`).to.equal(400);
        expect(body).to.have.nested.property('value.code', 'BadRequest');
      }
    expect(chat.said).to.deep.equal([]);
  });

  describe('makes a deal of a message', () => {
    it('opens the form with what the message says, and lists what found no place', async () => {
      const box = boxIn(await inGroup().invoke('composeExtension/fetchTask', payloadOf(MESSAGE)));
      expect(valuesIn(box)).to.include({
        'customer.': 'Violetti Srl',
        'value.': '120.000',
        'value.currency': 'EUR',
        'closingDate.': '2027-03-31',
      });
      expect(box.text).to.contain('tre campate');
    });

    it('keeps the draft for the person’s own chat, to which it leads', async () => {
      const chat = inGroup();
      const box = boxIn(
        await chat.invoke(
          'composeExtension/fetchTask',
          payloadOf(MESSAGE.replace('Violetti', 'Aranci'), '9'),
        ),
      );
      const put = (from: typeof box, changes: Readonly<Record<string, string>>): Promise<InvokeResponse> =>
        chat.invoke('composeExtension/submitAction', {
          commandId: 'createDealFromMessage',
          commandContext: 'message',
          ...filled(from, changes),
        });
      const again = boxIn(await put(box, { 'kind.': 'co-sell' }));
      expect(valuesIn(again)).to.include({
        'contact.email': 'gina@violetti.example',
        'contact.lastName': 'Corti',
      });
      expect(again.notes).to.include.keys('address', 'marketplaceIntent', 'helpCode');
      const done = boxIn(
        await put(again, {
          'address.line1': 'Via Roma 1',
          'address.city': 'Verona',
          'address.country': 'Italia',
          'marketplaceIntent.': 'Yes',
          'helpCode.': 'GeneralOrOther',
        }),
      );
      expect(done.text).to.contain('Aranci Srl');
      expect(JSON.stringify(done.card)).to.contain('https://teams.microsoft.com/l/chat/0/0?users=');
      expect(chat.said).to.deep.equal([]);
      const own = new TeamsChat(bot, connector, { person: sara });
      await own.say('le mie bozze');
      expect(own.last.text).to.contain('Aranci Srl');
      await own.post({ type: 'message', value: dataOf('Riprendi', own.last.activity) });
      expect(own.last.text).to.contain('Riepilogo').and.to.contain('Via Roma 1').and.to.contain('120.000 €');
      await own.post({ type: 'message', value: dataOf('Crea il deal', own.last.activity) });
      expect(own.last.text).to.contain('creato');
      // The draft is a deal now: the box is old, and the message can be used for another one.
      expect(closingOf(await put(again, {}))).to.contain('già creato');
      const anew = boxIn(
        await chat.invoke(
          'composeExtension/fetchTask',
          payloadOf(MESSAGE.replace('Violetti', 'Aranci'), '9'),
        ),
      );
      expect(dataOf('Vai al riepilogo', anew.card)['draftId']).not.to.equal(
        dataOf('Vai al riepilogo', box.card)['draftId'],
      );
    });

    it('goes on with the draft where the same message is used again', async () => {
      const chat = inGroup();
      const box = boxIn(await chat.invoke('composeExtension/fetchTask', payloadOf(MESSAGE)));
      const value = { commandId: 'createDealFromMessage', ...filled(box, { 'kind.': 'private' }) };
      boxIn(await chat.invoke('composeExtension/submitAction', value));
      boxIn(await chat.invoke('composeExtension/submitAction', value));
      const again = boxIn(await chat.invoke('composeExtension/fetchTask', payloadOf(MESSAGE)));
      expect(valuesIn(again)).to.include({ 'kind.': 'private', 'customer.': 'Violetti Srl' });
      const own = new TeamsChat(bot, connector, { person: sara });
      const drafts = (await own.say('le mie bozze')).map(({ buttons }) => buttons).flat();
      expect(drafts.filter((title) => title.startsWith('Riprendi'))).to.have.length(1);
    });

    it('gives nobody another’s draft, also of the same message', async () => {
      const box = boxIn(await inGroup().invoke('composeExtension/fetchTask', payloadOf(MESSAGE)));
      const value = { commandId: 'createDealFromMessage', ...filled(box, { 'kind.': 'private' }) };
      const refused = await inGroup(marco).invoke('composeExtension/submitAction', value);
      expect(closingOf(refused)).to.contain('non è tra le tue');
      expect(JSON.stringify(refused.body)).not.to.contain('Violetti');
    });

    it('reads plain text and a pasted mail, and opens an empty form where nothing is found', async () => {
      const plain = payloadOf('Deal con Violetti Srl da 90.000 euro', '2', 'text');
      expect(valuesIn(boxIn(await inGroup().invoke('composeExtension/fetchTask', plain)))).to.include({
        'value.': '90.000',
      });
      const empty = boxIn(
        await inGroup().invoke('composeExtension/fetchTask', payloadOf('<div>👍</div>', '3')),
      );
      expect(valuesIn(empty)).to.include({ 'customer.': '', 'value.': '' });
      expect(empty.text).to.contain('non trovo valori');
    });

    it('reads no message beyond measure', async () => {
      const long = payloadOf(`<div>${'Violetti Srl 90k. '.repeat(500)}</div>`, '4');
      expect(closingOf(await inGroup().invoke('composeExtension/fetchTask', long))).to.contain(
        'troppo lungo',
      );
    });
  });
});

describe('the message extension of somebody who isn’t signed in', () => {
  const bot = useRealBot();
  let connector: BotConnector;
  before(async () => void (connector = await startBotConnector()));
  after(() => connector.close());

  it('asks for the sign-in, and goes on with its digits', async () => {
    const chat = new TeamsChat(bot(), connector, {
      person: sara,
      type: 'groupChat',
      conversationId: '19:g@thread.v2',
    });
    const asked = await search(chat, 'searchDeals', { customer: 'Contoso' });
    expect(asked.type).to.equal('auth');
    const [action] = asked.suggestedActions?.actions ?? [];
    expect(action).to.include({ type: 'openUrl' });
    expect((await search(chat, 'searchDeals', {}, { state: '000000' })).type).to.equal('auth');
    const code = await bot().stage.tokens.signIn(action?.value ?? '', sara.objectId);
    const found = await search(chat, 'searchDeals', {}, { state: code ?? '' });
    // Nobody has deals there yet.
    expect(found.text).to.contain('Non trovo tuoi deal');
    expect((await search(chat, 'searchAnswers', { question: 'accesso' })).type).to.equal('result');
    expect(chat.said).to.deep.equal([]);
  });

  it('asks for it where a message is to become a deal, too', async () => {
    const chat = new TeamsChat(bot(), connector, {
      person: sara,
      type: 'groupChat',
      conversationId: '19:g@thread.v2',
    });
    const { body } = await chat.invoke('composeExtension/fetchTask', payloadOf(MESSAGE));
    expect(body).to.have.nested.property('composeExtension.type', 'auth');
  });
});
