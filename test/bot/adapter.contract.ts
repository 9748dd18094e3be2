import { expect } from 'chai';
import type { TurnHandler, TurnRunner } from '../../src/bot/adapter.ts';

/** What of a turn's context the assistant uses, whichever SDK made it. */
type Context = Parameters<TurnHandler>[0];

/** A message as Teams brings it, with a field that no SDK knows. */
const MESSAGE = {
  type: 'message',
  id: 'a1',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1:9/',
  timestamp: '2026-11-24T09:00:00.000Z',
  localTimezone: 'Europe/Rome',
  locale: 'it-IT',
  text: 'ciao',
  from: { id: '29:sara', aadObjectId: 'a0000000-0000-4000-8000-000000000001', name: 'Sara' },
  recipient: { id: '28:bot', name: 'Assistente' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: 't1' },
  channelData: { tenant: { id: 't1' }, ofTomorrow: [{ deep: true }] },
  entities: [{ type: 'clientInfo', locale: 'it-IT' }],
};
const INVOKE = { ...MESSAGE, type: 'invoke', text: undefined, name: 'task/fetch', value: { data: { a: 1 } } };

/**
 * What the assistant needs of a bot adapter: an activity becomes a turn, and the turn an answer of the HTTP request.
 *
 * @param open makes one; `onError` is told of what the handler lets through, and gives its reference
 * @param referenceOf what a later message is addressed by, as that SDK takes it from a turn
 */
export function describeTurnRunner(
  open: (onError: (error: unknown) => string) => TurnRunner,
  referenceOf: (context: Context) => unknown,
): void {
  const told: unknown[] = [];
  const runner = (): TurnRunner => open((error) => `R${String(told.push(error))}`);
  const answer = (value: unknown) => ({ type: 'invokeResponse', value });
  beforeEach(() => void (told.length = 0));

  it('gives the turn the activity as it came, its time as a date', async () => {
    let seen: unknown = null;
    await runner().runTurn(MESSAGE, (context) => {
      seen = JSON.parse(JSON.stringify(context.activity)) as unknown;
      expect(context.activity.timestamp).to.deep.equal(new Date(MESSAGE.timestamp));
      return Promise.resolve('done');
    });
    expect(seen).to.deep.include(MESSAGE);
  });

  it('answers a message by nothing but that it is done', async () => {
    expect(await runner().runTurn(MESSAGE, () => Promise.resolve('done'))).to.deep.equal({ status: 200 });
  });

  it('answers an invoke by what the turn says, with its status', async () => {
    for (const value of [
      { status: 200, body: { task: { type: 'message', value: 'Fatto.' } } },
      { status: 400, body: { statusCode: 400 } },
      { status: 412, body: { id: '1' } },
    ]) {
      const { status, body } = await runner().runTurn(INVOKE, async (context) => {
        expect(context.activity.value).to.deep.equal(INVOKE.value);
        await context.sendActivity(answer(value));
        return 'done';
      });
      expect({ status, body }).to.deep.equal(value);
    }
  });

  it('says of an invoke that nobody answers that it isn’t known', async () => {
    expect((await runner().runTurn(INVOKE, () => Promise.resolve('done'))).status).to.equal(501);
  });

  it('holds the replies in the response where the sender expects them there, in order', async () => {
    const { status, body } = await runner().runTurn(
      { ...MESSAGE, deliveryMode: 'expectReplies' },
      async (context) => {
        await context.sendActivities([
          { type: 'message', text: 'uno', summary: 'uno' },
          { type: 'message', attachments: [{ contentType: 'x', content: { a: [1] } }] },
        ]);
        return 'done';
      },
    );
    const { activities } = body as { activities: Readonly<Record<string, unknown>>[] };
    expect(status).to.equal(200);
    expect(activities.map(({ text }) => text)).to.deep.equal(['uno', undefined]);
    expect(activities[1]?.['attachments']).to.deep.equal([{ contentType: 'x', content: { a: [1] } }]);
  });

  it('tells of a failure once, by a reference and without its words', async () => {
    const fail = (): Promise<never> => Promise.reject(new Error('secret'));
    expect((await runner().runTurn(MESSAGE, fail)).body).to.equal(undefined);
    expect(told).to.have.length(1);
    const { status, body } = await runner().runTurn(INVOKE, fail);
    expect({ status, body }).to.deep.equal({ status: 500, body: { reference: 'R2' } });
    expect(told).to.have.length(2);
  });

  it('gives what a later message is addressed by', async () => {
    let reference: unknown = null;
    await runner().runTurn(MESSAGE, (context) => {
      reference = JSON.parse(JSON.stringify(referenceOf(context)));
      return Promise.resolve('done');
    });
    expect(reference).to.deep.include({
      activityId: MESSAGE.id,
      channelId: MESSAGE.channelId,
      serviceUrl: MESSAGE.serviceUrl,
      conversation: MESSAGE.conversation,
      user: MESSAGE.from,
      bot: MESSAGE.recipient,
    });
  });

  it('runs turns beside each other, each with its own activity', async () => {
    const one = runner();
    const texts = ['a', 'b', 'c'];
    const answers = await Promise.all(
      texts.map((text) =>
        one.runTurn({ ...MESSAGE, text, deliveryMode: 'expectReplies' }, async (context) => {
          await new Promise((resolve) => setImmediate(resolve));
          await context.sendActivity(context.activity.text);
          return 'done';
        }),
      ),
    );
    const said = answers.map(({ body }) => (body as { activities: { text: string }[] }).activities[0]?.text);
    expect(said).to.deep.equal(texts);
  });
}
