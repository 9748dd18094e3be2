import { expect } from 'chai';
import { createTeller } from '../../src/bot/proactive.ts';
import type { OutgoingActivity } from '../../src/channel/connector.ts';
import { sara } from '../../src/directory/sample-people.ts';
import { AppError } from '../../src/errors.ts';
import type { OutboundEntry } from '../../src/outbound/entry.ts';
import { createOutbound } from '../../src/outbound/outbound.ts';
import { openSender } from '../../src/outbound/sender.ts';
import { createLocalWorkQueue } from '../../src/outbound/work-queue.ts';
import { createLocalLeases } from '../../src/storage/lease.ts';
import { createBook } from '../../src/watch/book.ts';
import { createWatch } from '../../src/watch/watch.ts';
import type { TenantDeals, WatchPerson } from '../../src/watch/watched.ts';
import { createWatchStore } from '../../src/watch/watch-store.ts';
import { invited, NOW } from '../referrals/deals.ts';
import { createMemoryRecordStore } from '../storage/memory-record-store.ts';

const quiet = { info: () => undefined, warn: () => undefined };
const MINUTE_MS = 60_000;
const PENDING = { status: 'New', substatus: 'Pending' } as const;
const DECLINED = { status: 'Closed', substatus: 'Declined' } as const;
const nobody = { hasRead: false, hasWaiting: false };

/** What is kept while one process after the other is at it, and who reads the messages. */
class Company {
  /** How many writes are done before the process dies; none is done after. */
  writesLeft = Infinity;
  now = NOW;
  state: typeof PENDING | typeof DECLINED = PENDING;
  readonly taken: string[] = [];
  readonly #beforeWrite = (): Promise<void> => {
    if (this.writesLeft <= 0) return Promise.reject(new AppError('unreachable', 'killed'));
    this.writesLeft -= 1;
    return Promise.resolve();
  };
  readonly people = createMemoryRecordStore<WatchPerson>(this.#beforeWrite);
  readonly deals = createMemoryRecordStore<TenantDeals>(this.#beforeWrite);
  readonly outbound = createMemoryRecordStore<OutboundEntry>(this.#beforeWrite);
  readonly #clock = (): Date => this.now;

  get book() {
    return createBook({
      store: createWatchStore(this),
      now: this.#clock,
      needsConsent: false,
      takeSeen: () => nobody,
      dropUnsent: () => Promise.resolve(),
      onWanted: () => undefined,
    });
  }

  /** A process that does one round, and dies with it where no write is left. */
  async round(): Promise<void> {
    const deals = () => Promise.resolve([invited(this.state, { id: 'm1' })]);
    const queue = createLocalWorkQueue(() => this.now.getTime());
    const outbound = createOutbound({
      records: this.outbound,
      queue,
      onPosted: () => undefined,
      now: this.#clock,
    });
    const watch = createWatch({
      gateway: { list: deals, get: async () => (await deals())[0] ?? null },
      records: this,
      leases: createLocalLeases(),
      teller: createTeller(outbound),
      needsConsent: false,
      log: quiet,
      now: this.#clock,
    });
    await watch.poll();
  }

  /** The process that sends, in which nothing goes wrong. */
  async send(): Promise<void> {
    const queue = createLocalWorkQueue(() => this.now.getTime());
    const post = ({ activities }: { readonly activities: readonly OutgoingActivity[] }) => {
      this.taken.push(JSON.stringify(activities));
      return Promise.resolve('taken' as const);
    };
    const sender = await openSender({
      records: this.outbound,
      queue,
      delivery: { post, idsOf: () => [] },
      log: quiet,
      now: this.#clock,
      onBlocked: () => Promise.resolve(),
    });
    while ((await sender.sendDue(new AbortController().signal)) > 0);
  }

  later(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * MINUTE_MS);
  }
}

async function companyWithNews(): Promise<Company> {
  const company = new Company();
  const { book } = company;
  const conversation = { id: 'chat-sara', conversationType: 'personal' };
  const reference = { channelId: 'msteams', serviceUrl: 'https://smba.example', conversation };
  await book.meet(sara, { email: sara.email, locale: 'it', timeZone: 'Europe/Rome', reference });
  await book.change(sara, { kind: 'news', isOn: true, topic: 'all', customers: null });
  // Ten o'clock in Rome, on a Tuesday.
  await book.change(sara, { kind: 'digest', weekday: 2, at: 10 * 60 });
  await company.round();
  company.state = DECLINED;
  company.later(7 * 24 * 60);
  return company;
}

describe('what is told, wherever a process dies', () => {
  it('is one message without that', async () => {
    const company = await companyWithNews();
    await company.round();
    await company.send();
    await company.round();
    await company.send();
    expect(company.taken).to.have.length(1);
    expect(company.taken[0]).to.contain('ha rifiutato').and.contain('deal apert');
  });

  it('is told, and once, whichever write is its last and whoever sends what it left', async () => {
    let isWhole = false;
    for (let writes = 0; !isWhole; writes += 1) {
      const company = await companyWithNews();
      company.writesLeft = writes;
      await company.round();
      isWhole = company.writesLeft > 0;
      company.writesLeft = Infinity;
      // Another process sends what was left, and the round comes again a quarter of an hour later.
      await company.send();
      company.later(15);
      await company.send();
      await company.round();
      await company.send();
      await company.round();
      await company.send();
      const told = company.taken.join();
      expect(company.taken, `killed at write ${String(writes)}`).to.have.length(1);
      expect(told).to.contain('ha rifiutato').and.contain('deal apert');
      expect(writes, 'a round has few writes').to.be.below(20);
    }
  });

  it('keeps nothing of the message once it is handed on, and of who wants nothing any more nothing at all', async () => {
    const company = await companyWithNews();
    await company.round();
    expect((await company.people.list())[0]?.letter).to.equal(null);
    await company.book.change(sara, { kind: 'nothing' });
    expect(company.people.keys()).to.deep.equal([]);
  });

  it('writes the record of who waits for news anew each month, so that it doesn’t age away', async () => {
    const company = await companyWithNews();
    await company.round();
    const months: (string | null | undefined)[] = [];
    for (let month = 0; month < 3; month += 1) {
      company.later(31 * 24 * 60);
      await company.round();
      months.push((await company.people.list())[0]?.lookedIn);
    }
    expect(new Set(months).size).to.equal(3);
  });
});
