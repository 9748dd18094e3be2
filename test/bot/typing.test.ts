import { expect } from 'chai';
import { mock } from 'node:test';
import type { Activity } from 'botbuilder';
import type { BotServices } from '../../src/bot/turn.ts';
import { announceTyping } from '../../src/bot/typing.ts';

/** What the store allows until something is to be seen, in milliseconds. */
const ALLOWED_MS = 2_000;
const ASKED = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://channel.example/',
  conversation: { id: 'a:1', conversationType: 'personal' },
  from: { id: '29:sara' },
  recipient: { id: '28:bot' },
} as unknown as Activity;

describe('that the assistant is at work', () => {
  const sent: string[] = [];
  const services = {
    connector: { send: ({ type }: { type: string }) => Promise.resolve(void sent.push(type)) },
  } as unknown as BotServices;
  beforeEach(() => {
    sent.length = 0;
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => mock.timers.reset());

  it('is shown once, in the time that Teams’ store allows', () => {
    announceTyping(ASKED, services);
    mock.timers.tick(ALLOWED_MS);
    mock.timers.tick(ALLOWED_MS);
    expect(sent).to.deep.equal(['typing']);
  });

  it('is not shown where the reply is there sooner, or where all replies come in the response', () => {
    announceTyping(ASKED, services)();
    announceTyping({ ...ASKED, deliveryMode: 'expectReplies' }, services);
    mock.timers.tick(ALLOWED_MS);
    expect(sent).to.deep.equal([]);
  });
});
