import { expect } from 'chai';
import type { OutgoingActivity, Sent } from '../../src/channel/connector.ts';
import type { Letter } from '../../src/channel/delivery.ts';
import type { OutboundEntry } from '../../src/outbound/entry.ts';
import { personKey } from '../../src/identity/actor.ts';
import { createOutbound } from '../../src/outbound/outbound.ts';
import { openSender, type Sender } from '../../src/outbound/sender.ts';
import { createLocalWorkQueue, type WorkQueue } from '../../src/outbound/work-queue.ts';
import { createOutboundWorker } from '../../src/outbound/worker.ts';
import { createLocalLeases } from '../../src/storage/lease.ts';
import { createMemoryRecordStore, type MemoryRecordStore } from '../storage/memory-record-store.ts';

const sara = { tenantId: 'aurelia', objectId: 'sara' };
const marco = { tenantId: 'aurelia', objectId: 'marco' };
const quiet = { info: () => undefined, warn: () => undefined };
const never = new AbortController().signal;

const letter = (id: string, conversation = 'chat-sara'): Letter => ({
  id,
  conversation,
  activities: [{ type: 'message', text: id } as unknown as OutgoingActivity],
});

/** A queue as one process after the other has it: the records stay, the rest is new with each. */
class Desk {
  readonly records: MemoryRecordStore<OutboundEntry> = createMemoryRecordStore();
  readonly sent: string[] = [];
  readonly blocked: string[] = [];
  readonly onBlocked = ({ objectId }: typeof sara): Promise<void> => {
    this.blocked.push(objectId);
    return Promise.resolve();
  };
  readonly log = quiet;
  /** In milliseconds. */
  time = 0;
  outcome: Sent | Error = 'taken';
  queue: WorkQueue = createLocalWorkQueue(() => this.time);
  readonly now = (): Date => new Date(this.time);
  readonly delivery = {
    post: ({ id }: Letter): Promise<Sent> => {
      if (this.outcome instanceof Error) return Promise.reject(this.outcome);
      if (this.outcome === 'taken') this.sent.push(id);
      return Promise.resolve(this.outcome);
    },
    idsOf: ({ id }: Pick<Letter, 'id'>): readonly string[] => [`taken-${id}`],
  };

  post(who: typeof sara, ...letters: readonly Letter[]): Promise<unknown> {
    const outbound = createOutbound({ ...this, now: this.now, onPosted: () => undefined });
    return letters.reduce((before, each) => before.then(() => outbound.post(who, each)), Promise.resolve());
  }

  open(): Promise<Sender> {
    return openSender({ ...this, now: this.now });
  }

  /** Another process takes over, with what is kept alone. */
  takeOver(): Promise<Sender> {
    this.queue = createLocalWorkQueue(() => this.time);
    return this.open();
  }
}

/** Sends for so many seconds: what has to wait for a place of its company's gets one meanwhile. */
async function sendFor(seconds: number, desk: Desk, sender: Sender): Promise<void> {
  for (const until = desk.time + seconds * 1000; desk.time < until; desk.time += 40) await sendAll(sender);
}

async function sendAll(sender: Sender): Promise<void> {
  while ((await sender.sendDue(never)) > 0);
}

describe('the outbound queue', () => {
  it('sends what is posted, once, in its order, and forgets it after an hour', async () => {
    const desk = new Desk();
    const sender = await desk.open();
    await desk.post(sara, letter('one'), letter('two'), letter('one'));
    expect(sender.oldestMs()).to.equal(0);
    await sendAll(sender);
    expect(desk.sent).to.deep.equal(['one', 'two']);
    expect(desk.records.texts().join()).not.to.contain('"text"');
    desk.time = 61_000;
    await desk.post(sara, letter('one'));
    await sendAll(sender);
    expect(desk.sent).to.deep.equal(['one', 'two']);
    desk.time = 3_601_000;
    await sendAll(sender);
    expect(desk.records.keys()).to.deep.equal([]);
  });

  it('goes on after a crash at any moment: nothing is lost, and nothing that was noted is sent again', async () => {
    const desk = new Desk();
    await desk.post(sara, letter('one'));
    // Killed before the queue had it, and before it was sent.
    await sendAll(await desk.takeOver());
    expect(desk.sent).to.deep.equal(['one']);
    await sendAll(await desk.takeOver());
    expect(desk.sent).to.deep.equal(['one']);
  });

  it('tries again later what a channel doesn’t take, and drops it after days', async () => {
    const desk = new Desk();
    const sender = await desk.open();
    desk.outcome = 'failed';
    await desk.post(sara, letter('one'));
    await sendAll(sender);
    desk.time = 14_000;
    expect(await sender.sendDue(never)).to.equal(0);
    expect(sender.oldestMs()).to.equal(14_000);
    desk.outcome = 'taken';
    desk.time = 15_000;
    await sendAll(sender);
    expect([desk.sent, sender.oldestMs()]).to.deep.equal([['one'], 0]);
    desk.outcome = 'refused';
    await desk.post(sara, letter('two'));
    for (; desk.time < 4 * 86_400_000; desk.time += 900_000) await sendAll(sender);
    expect([desk.sent, desk.records.keys()]).to.deep.equal([['one'], []]);
  });

  it('sends nothing again to whoever doesn’t want it', async () => {
    const desk = new Desk();
    const sender = await desk.open();
    desk.outcome = 'unwanted';
    await desk.post(sara, letter('one'));
    await sendAll(sender);
    desk.outcome = 'taken';
    desk.time = 3_601_000;
    await sendAll(sender);
    expect([desk.sent, desk.records.keys()]).to.deep.equal([[], []]);
  });

  it('tells of who blocked the assistant, and keeps nothing more for them', async () => {
    const desk = new Desk();
    const sender = await desk.open();
    desk.outcome = 'blocked';
    await desk.post(sara, letter('one'));
    await sendAll(sender);
    expect(desk.blocked).to.deep.equal(['sara']);
    expect(desk.records.keys()).to.deep.equal([]);
  });

  it('keeps to ten a minute to a person, also where another process sent the first ones', async () => {
    const desk = new Desk();
    await desk.post(sara, ...Array.from({ length: 8 }, (_, index) => letter(`first ${String(index)}`)));
    await sendFor(1, desk, await desk.open());
    desk.time = 5_000;
    await desk.post(sara, ...Array.from({ length: 4 }, (_, index) => letter(`then ${String(index)}`)));
    await desk.post(marco, letter('marco', 'chat-marco'));
    const sender = await desk.takeOver();
    await sendFor(1, desk, sender);
    expect(desk.sent).to.have.length(11).and.include('marco');
    desk.time = 61_000;
    await sendFor(1, desk, sender);
    expect(desk.sent).to.have.length(13);
  });

  it('sends nothing to whoever was forgotten meanwhile', async () => {
    const desk = new Desk();
    const sender = await desk.open();
    await desk.post(sara, letter('one'));
    await desk.records.delete(personKey(sara));
    await sendAll(sender);
    expect(desk.sent).to.deep.equal([]);
  });

  it('is emptied by one process at a time, and by the next one when that stops', async () => {
    const desk = new Desk();
    const leases = createLocalLeases();
    const workers = [1, 2].map(() =>
      createOutboundWorker({ ...desk, now: desk.now, leases, pollMs: 1, standbyMs: 1 }),
    );
    for (const each of workers) each.start();
    await desk.post(sara, letter('one'));
    await Promise.all(workers.map((each) => each.settle()));
    expect(desk.sent).to.deep.equal(['one']);
    await workers[0]?.stop();
    await desk.post(sara, letter('two'));
    while (desk.sent.length < 2) await workers[1]?.settle();
    await workers[1]?.stop();
    expect(desk.sent).to.deep.equal(['one', 'two']);
  });
});
