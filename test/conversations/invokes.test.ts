import { expect } from 'chai';
import * as z from 'zod';
import { marco, sara } from '../../src/directory/sample-people.ts';
import type { Person } from '../../src/directory/directory.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { startTestBot, type TestBot } from './chat.ts';
import { boxIn, dataOf, filled, type Json, type ShownBox } from './shown-box.ts';
import { type InvokeResponse, TeamsChat } from './teams-chat.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const THUMBNAIL = 'application/vnd.microsoft.card.thumbnail';
const card = z.object({ type: z.literal('AdaptiveCard'), version: z.literal('1.5') });
const attached = z.object({ contentType: z.literal(CARD), content: card });
const sentence = z.string().regex(/\w.*[.!?…]$/s);

/** The answers of each kind, as Teams has them. */
const SHAPES = {
  card: z.object({ statusCode: z.literal(200), type: z.literal(CARD), value: card }),
  box: z.object({
    task: z.object({
      type: z.literal('continue'),
      value: z.object({ title: z.string().min(1), height: z.string(), width: z.string(), card: attached }),
    }),
  }),
  closed: z.object({ task: z.object({ type: z.literal('message'), value: sentence }) }),
  found: z.object({
    composeExtension: z.object({
      type: z.literal('result'),
      attachmentLayout: z.literal('list'),
      attachments: z
        .array(
          attached.extend({
            preview: z.object({
              contentType: z.literal(THUMBNAIL),
              content: z.object({ title: z.string().min(1), text: z.string() }),
            }),
          }),
        )
        .min(1),
    }),
  }),
  unfound: z.object({ composeExtension: z.object({ type: z.literal('message'), text: sentence }) }),
  results: z.object({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.search.searchResponse'),
    value: z.object({ results: z.array(z.object({ title: z.string(), value: z.string() })).min(1) }),
  }),
  nothing: z.strictObject({}),
  fault: z.object({
    statusCode: z.literal(400),
    type: z.literal('application/vnd.microsoft.error'),
    value: z.object({ code: z.literal('BadRequest'), message: sentence }),
  }),
} as const;

type Shape = keyof typeof SHAPES;

/** What Sara has on her screen, and a client sends of it. */
interface Screen {
  readonly button: Json;
  readonly box: ShownBox;
  readonly messageBox: ShownBox;
  readonly tap: Json;
  readonly refresh: Json;
  readonly answerId: string;
}

interface Row {
  readonly name: string;
  /** Where a name stands for two things. */
  readonly as?: string;
  readonly good: (screen: Screen) => unknown;
  readonly answers: Shape;
  /** The same sent by somebody else, who may see or do nothing of it. */
  readonly foreign: Shape;
  /** What a client must not send, whoever made it. */
  readonly forged: Shape;
  /** The same activity brought a second time. */
  readonly repeated: Shape;
  /** How many messages the good one says in the chat. */
  readonly says: number;
}

const MESSAGE = {
  commandId: 'createDealFromMessage',
  commandContext: 'message',
  messagePayload: {
    id: '17',
    body: { contentType: 'text', content: 'Deal co-sell con Bianchi Srl da 90.000 euro' },
  },
};
const CUSTOMER = { name: 'customer', value: 'Fabrikam' };
const executed = (data: unknown, trigger: string): Json => ({
  action: { type: 'Action.Execute', verb: 'x', data },
  trigger,
});

const ROWS: readonly Row[] = [
  {
    name: 'adaptiveCard/action',
    as: 'a tap',
    good: ({ tap }) => executed(tap, 'manual'),
    answers: 'card',
    foreign: 'card',
    forged: 'card',
    repeated: 'card',
    says: 1,
  },
  {
    name: 'adaptiveCard/action',
    as: 'a card looked at again',
    good: ({ refresh }) => executed(refresh, 'automatic'),
    answers: 'card',
    foreign: 'card',
    forged: 'fault',
    repeated: 'card',
    says: 0,
  },
  {
    name: 'task/fetch',
    good: ({ button }) => ({ data: button, context: { theme: 'default' } }),
    answers: 'box',
    foreign: 'closed',
    forged: 'fault',
    repeated: 'box',
    says: 0,
  },
  {
    name: 'task/submit',
    good: ({ box }) => filled(box, { 'value.': 'un sacco' }),
    answers: 'box',
    foreign: 'closed',
    forged: 'fault',
    repeated: 'nothing',
    says: 0,
  },
  {
    name: 'composeExtension/query',
    good: () => ({ commandId: 'searchDeals', parameters: [CUSTOMER], queryOptions: { skip: 0, count: 5 } }),
    answers: 'found',
    foreign: 'unfound',
    forged: 'fault',
    repeated: 'found',
    says: 0,
  },
  {
    name: 'composeExtension/fetchTask',
    good: () => MESSAGE,
    answers: 'box',
    // Their own form of the same message, which they can read.
    foreign: 'box',
    forged: 'fault',
    repeated: 'nothing',
    says: 0,
  },
  {
    name: 'composeExtension/submitAction',
    good: ({ messageBox }) => ({ commandId: 'createDealFromMessage', ...filled(messageBox, {}) }),
    answers: 'box',
    foreign: 'closed',
    forged: 'fault',
    repeated: 'nothing',
    says: 0,
  },
  {
    name: 'message/submitAction',
    good: () => ({ actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{}' } }),
    answers: 'nothing',
    foreign: 'nothing',
    forged: 'fault',
    repeated: 'nothing',
    says: 0,
  },
  {
    name: 'application/search',
    good: ({ box }) => ({
      kind: 'search',
      queryText: 'fab',
      dataset: box.inputs.find(({ id }) => id === 'customer.known')?.dataset,
      queryOptions: { skip: 0, top: 5 },
    }),
    answers: 'results',
    foreign: 'fault',
    forged: 'fault',
    repeated: 'results',
    says: 0,
  },
];

const HOSTILE: readonly unknown[] = [
  null,
  'x',
  7,
  [],
  {},
  { action: null, data: null },
  { action: { data: { action: 'of-another-release', title: 'X' } } },
  { data: { action: 'open-box', draftId: 7 }, commandId: 7 },
  { data: { action: 'fill-box', draftId: { length: 1e9 } } },
  { dataset: '__proto__', queryText: { toString: 1 } },
  { actionName: 'feedback', actionValue: { reaction: 'love' } },
];

describe('the invokes of Teams', () => {
  let connector: BotConnector;
  let bot: TestBot;
  let screen: Screen;
  let chat: TeamsChat;
  before(async () => {
    connector = await startBotConnector();
    bot = await startTestBot();
  });
  after(async () => {
    await bot.stop();
    await connector.close();
  });

  const of = (person: Person): TeamsChat => new TeamsChat(bot, connector, { person });

  beforeEach(async () => {
    for (const person of [sara, marco])
      await of(person).post({ type: 'message', value: { action: 'forget-me', isConfirmed: true } });
    screen = await openScreen();
  });

  async function openScreen(): Promise<Screen> {
    chat = of(sara);
    const answerId = (await chat.say('perché non vedo Nuovo deal?')).at(-1)?.id ?? '';
    const cardOf = (): Json => (chat.last.activity.attachments?.[0]?.content ?? {}) as Json;
    await chat.say('Microsoft ha accettato Fabrikam?');
    const refresh = ((cardOf()['refresh'] as Json)['action'] as Json)['data'] as Json;
    await chat.say('crea un deal co-sell con Bianchi Srl');
    const button = dataOf('Compila un modulo', cardOf());
    const box = boxIn(await chat.invoke('task/fetch', { data: button }));
    const messageBox = boxIn(await chat.invoke('composeExtension/fetchTask', MESSAGE));
    return { button, box, messageBox, tap: dataOf('Annulla', cardOf()), refresh, answerId };
  }

  const send = (row: Row, from: TeamsChat, value: unknown, id?: string): Promise<InvokeResponse> =>
    from.invoke(row.name, value, screen.answerId, id);

  /** The answer is of that shape, and says the same in its status. */
  function expectShape({ status, body }: InvokeResponse, shape: Shape, sent?: unknown): void {
    expect(status, JSON.stringify(sent ?? body)).to.equal(shape === 'fault' ? 400 : 200);
    const { error } = SHAPES[shape].safeParse(body);
    expect(error, `${JSON.stringify(sent)} → ${JSON.stringify(body)}`).to.equal(undefined);
  }

  for (const row of ROWS) {
    describe([row.name, row.as].filter((part) => part !== undefined).join(', '), () => {
      it(`is answered in its shape, and says ${String(row.says)} messages`, async () => {
        const before = chat.said.length;
        expectShape(await send(row, chat, row.good(screen)), row.answers);
        expect(chat.said.length - before).to.equal(row.says);
      });

      it('by somebody else shows them nothing of hers, changes nothing and says nothing', async () => {
        const other = of(marco);
        const answer = await send(row, other, row.good(screen));
        expectShape(answer, row.foreign);
        if (row.name !== 'composeExtension/fetchTask')
          expect(JSON.stringify(answer.body)).not.to.match(/Fabrikam|Bianchi/);
        expect(other.said).to.deep.equal([]);
        await chat.say('a che punto siamo?');
        expect(chat.last.text).to.contain('Bianchi Srl').and.not.to.contain('un sacco');
      });

      it('that nobody’s card makes is refused, and says nothing', async () => {
        const before = connector.sent.length;
        const isLook = row.as === 'a card looked at again';
        for (const value of HOSTILE) {
          const sent = isLook && typeof value === 'object' ? { ...value, trigger: 'automatic' } : value;
          // Without its mark it is a tap, which the row above is about.
          if (isLook && sent === value) continue;
          expectShape(await send(row, chat, sent), row.forged, value);
        }
        expect(connector.sent.slice(before).map(({ activity }) => activity)).to.deep.equal([]);
      });

      it('brought again is not done again', async () => {
        const value = row.good(screen);
        const before = chat.said.length;
        const first = await send(row, chat, value, 'the-same');
        const second = await send(row, chat, value, 'the-same');
        expectShape(second, row.repeated);
        if (row.repeated !== 'nothing') expect(second.body).to.deep.equal(first.body);
        expect(chat.said.length - before).to.equal(row.says);
      });
    });
  }

  it('a thumb counts once, and only that of whom the answer was for', async () => {
    const [row] = ROWS.filter(({ name }) => name === 'message/submitAction');
    if (row === undefined) throw new Error('no row');
    const counted = async (): Promise<string> =>
      (await (await fetch(`${bot.address}/metrics`)).text())
        .match(/^\w*rat\w*\{[^}]*like[^}]*\} \d+$/gm)
        ?.join() ?? '';
    const before = await counted();
    await send(row, of(marco), row.good(screen));
    expect(await counted()).to.equal(before);
    for (const id of ['once', 'once']) await send(row, chat, row.good(screen), id);
    const after = await counted();
    expect(after).not.to.equal(before);
    await send(row, chat, row.good(screen), 'another');
    expect(await counted()).to.equal(after);
  });

  it('that isn’t known is answered as such', async () => {
    expect((await chat.invoke('composeExtension/onCardButtonClicked', {})).status).to.equal(501);
  });
});
