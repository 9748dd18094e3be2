import { expect } from 'chai';
import { mock } from 'node:test';
import type { TurnContext } from 'botbuilder';
import { createBot } from '../../src/bot/bot.ts';
import type { StandingServices } from '../../src/bot/turn.ts';
import { AppError } from '../../src/errors.ts';

const CONTEXT = {
  activity: {
    type: 'message',
    id: '1',
    text: 'i miei deal',
    channelId: 'msteams',
    serviceUrl: 'https://channel.example/',
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'tenant' },
    from: { id: '29:sara', aadObjectId: 'sara', name: 'Sara' },
    recipient: { id: '28:bot' },
    channelData: { tenant: { id: 'tenant' } },
  },
  turnState: new Map(),
} as unknown as TurnContext;

describe('a turn that failed before it began', () => {
  const said: unknown[] = [];
  let now = 0;
  beforeEach(() => {
    said.length = 0;
    now = 0;
    mock.method(performance, 'now', () => now);
  });
  afterEach(() => mock.restoreAll());

  /** @param afterMs when it fails */
  const fail = (afterMs: number, isShared: boolean) =>
    createBot({
      limits: { perPerson: 9, perTenant: 9 },
      onRefused: () => undefined,
      onError: () => 'ABCD',
      trustedChannels: ['msteams'],
      allowedTenants: null,
      demoActor: null,
      support: null,
      directory: { findPerson: () => Promise.resolve(null) },
      knowing: (use: (known: object) => unknown) => use({}),
      leases: {
        isShared,
        run: () => {
          now += afterMs;
          return Promise.reject(new AppError('unreachable', 'store: a lease was held by another process'));
        },
      },
      delivery: {
        stateOf: () => null,
        post: (letter: unknown) => Promise.resolve((said.push(letter), 'taken')),
      },
    } as unknown as StandingServices)(CONTEXT);

  it('is told', async () => {
    expect(await fail(3_000, true)).to.equal('done');
    expect(said).to.have.length(1);
  });

  it('is not told once another process may have answered, but comes again', async () => {
    expect(await fail(16_000, true)).to.equal('undelivered');
    expect(said).to.deep.equal([]);
  });

  it('is told however late where no other process can have', async () => {
    expect(await fail(16_000, false)).to.equal('done');
    expect(said).to.have.length(1);
  });
});
