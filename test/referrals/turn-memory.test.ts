import { expect } from 'chai';
import { AppError } from '../../src/errors.ts';
import type { ReferralGateway } from '../../src/referrals/gateway.ts';
import { createTurnMemory } from '../../src/referrals/turn-memory.ts';
import { createKnownNames } from '../../src/referrals/known-names.ts';
import { draft, referral } from './deals.ts';
import type { Actor } from '../../src/identity/actor.ts';

const sara: Actor = { tenantId: 'a', objectId: 's' };
const marco: Actor = { tenantId: 'a', objectId: 'm' };

/** A gateway that counts who is asked for what. */
function counted(): { readonly gateway: ReferralGateway; readonly lists: string[]; fail: AppError | null } {
  const lists: string[] = [];
  const made = referral();
  const state = {
    lists,
    fail: null as AppError | null,
    gateway: {
      list: ({ objectId }: Actor) => {
        lists.push(objectId);
        return state.fail === null ? Promise.resolve([made]) : Promise.reject(state.fail);
      },
      get: () => Promise.resolve(null),
      create: () => Promise.resolve({ referral: made, isNew: true }),
      findByKey: () => Promise.resolve(null),
      close: () => Promise.resolve(made),
      update: () => Promise.resolve(made),
      listSolutions: () => Promise.resolve([]),
    },
  };
  return state;
}

describe('deals read once a turn', () => {
  it('are asked for once in a turn, and anew in the next', async () => {
    const { gateway, lists } = counted();
    const memory = createTurnMemory();
    const deals = memory.over(gateway);
    for (let turn = 0; turn < 2; turn += 1) {
      await memory.run(() => Promise.all([deals.list(sara), deals.list(sara)]));
    }
    expect(lists).to.have.length(2);
  });

  it('are never another person’s, nor another turn’s', async () => {
    const { gateway, lists } = counted();
    const memory = createTurnMemory();
    const deals = memory.over(gateway);
    await Promise.all([memory.run(() => deals.list(sara)), memory.run(() => deals.list(sara))]);
    await memory.run(() => Promise.all([deals.list(sara), deals.list(marco)]));
    expect(lists).to.deep.equal(['s', 's', 's', 'm']);
  });

  it('are read anew after a change, and after a failure', async () => {
    const state = counted();
    const memory = createTurnMemory();
    const deals = memory.over(state.gateway);
    await memory.run(async () => {
      await deals.list(sara);
      await deals.create(sara, draft(), 'key');
      await deals.list(sara);
      expect(state.lists).to.have.length(2);
    });
    await memory.run(async () => {
      state.fail = new AppError('unauthorized', 'not signed in');
      await deals.list(sara).catch(() => null);
      state.fail = null;
      expect(await deals.list(sara)).to.have.length(1);
    });
  });
});

describe('customers’ names without waiting', () => {
  it('are none at first, and there from the next time on', async () => {
    const { gateway } = counted();
    const names = createKnownNames(gateway);
    expect((await names(sara)).customers).to.deep.equal([]);
    await new Promise(setImmediate);
    expect((await names(sara)).customers).to.deep.equal([referral().customer.name]);
    expect((await names(marco)).customers).to.deep.equal([]);
  });

  it('are forgotten when they may no longer be seen', async () => {
    const state = counted();
    const clock = { now: 0 };
    const names = createKnownNames(state.gateway, () => clock.now);
    await names(sara);
    await new Promise(setImmediate);
    state.fail = new AppError('unauthorized', 'signed out');
    clock.now = 300_001;
    await names(sara);
    await new Promise(setImmediate);
    expect((await names(sara)).customers).to.deep.equal([]);
  });
});
