import { expect } from 'chai';
import type { OutgoingActivity, Sent } from '../../src/channel/connector.ts';
import { createHttpConnector } from '../../src/channel/http-connector.ts';
import { type BotConnector, startBotConnector } from '../fakes/bot-connector.ts';
import { dropBefore, type Fault } from '../fakes/faults.ts';
import { quietLog } from '../quiet-log.ts';

/** With these Teams asks to be tried again ("Status code responses"). */
const FOR_NOW = [412, 429, 502, 504];

describe('the way to a channel', () => {
  let channel: BotConnector;
  let tokens = 0;
  beforeEach(async () => {
    tokens = 0;
    channel = await startBotConnector();
  });
  afterEach(() => channel.close());

  const refused = (status: number, code = ''): Fault => ({
    kind: 'reply',
    reply: { status, body: { error: { code, message: '' } } },
    isAfterWork: false,
  });
  const send = async (part: Partial<OutgoingActivity> = {}): Promise<[Sent, string[]]> => {
    const connector = createHttpConnector({
      botTokens: () => Promise.resolve(`t${String((tokens += 1))}`),
      log: quietLog,
      retryDelayMs: 1,
    });
    const activity = {
      type: 'message',
      serviceUrl: channel.url,
      conversation: { id: 'a:1' },
      text: 'x',
      ...part,
    };
    const ids: string[] = [];
    const sent = await connector.send(activity, AbortSignal.timeout(5_000), (id) => void ids.push(id));
    return [sent, ids];
  };

  for (const status of FOR_NOW)
    it(`tries again what is answered by ${String(status)}, and tells what the message is called`, async () => {
      channel.faults.plan({}, refused(status), 2);
      const [sent, ids] = await send();
      expect([sent, ids, channel.sent.length]).to.deep.equal(['taken', [channel.sent[0]?.id], 1]);
      expect(tokens, 'a new look at the token each time').to.equal(3);
    });

  it('tries again where the line is cut, four times at most', async () => {
    channel.faults.plan({}, dropBefore, 3);
    expect((await send())[0]).to.equal('taken');
    channel.faults.plan({}, dropBefore, 4);
    expect((await send())[0]).to.equal('failed');
    expect(channel.sent).to.have.length(1);
  });

  it('asks once where the channel will never want it, and tells who wants nothing more', async () => {
    const answers: [number, string, Sent][] = [
      [400, 'BadSyntax', 'refused'],
      [413, 'MessageSizeTooBig', 'refused'],
      [404, 'ConversationNotFound', 'unwanted'],
      [403, 'BotNotInConversationRoster', 'unwanted'],
      [403, 'MessageWritesBlocked', 'blocked'],
      [403, 'BotDisabledByAdmin', 'blocked'],
    ];
    for (const [status, code, sent] of answers) {
      tokens = 0;
      channel.faults.plan({}, refused(status, code));
      expect([(await send())[0], tokens], code).to.deep.equal([sent, 1]);
    }
    expect(channel.sent).to.deep.equal([]);
  });

  it('puts a message in its own place, answers in a thread, and lets one person see what is for them', async () => {
    const treatment = { type: 'activityTreatment', treatment: 'targeted' };
    await send({ id: '7', replyToId: '3' });
    await send({ replyToId: '3', entities: [{ type: 'clientInfo' }, treatment] });
    expect(channel.sent.map(({ id, isUpdate, isTargeted }) => [isUpdate && id, isTargeted])).to.deep.equal([
      ['7', false],
      [false, true],
    ]);
    expect((await send({ serviceUrl: 'nowhere' }))[0]).to.equal('refused');
    expect((await send({ conversation: { id: '\ud800' } }))[0]).to.equal('refused');
  });
});
