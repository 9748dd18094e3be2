import { expect } from 'chai';
import type { ReferralGateway } from '../../src/referrals/gateway.ts';
import type { NewReferral, Referral, TeamMember } from '../../src/referrals/referral.ts';
import type { MicrosoftAct } from '../../src/referrals/embedded/sandbox.ts';
import { expectAppError } from '../app-error.ts';
import { coSellDraft, draft } from './deals.ts';
import type { Actor } from '../../src/identity/actor.ts';

/** Who acts in the contract; each may use the same gateway. */
export interface GatewayActors {
  /** Referrals admin of the tenant. */
  readonly admin: Actor;
  /** Referrals user of the same tenant. */
  readonly user: Actor;
  /** Somebody of the same tenant without a referral role. */
  readonly nobody: Actor;
  /** Referrals admin of another tenant. */
  readonly stranger: Actor;
}

/** One gateway, ready for use; it may hold deals already. */
export interface GatewayHarness {
  readonly gateway: ReferralGateway;
  readonly actors: GatewayActors;
  /** Admin and user as members of a deal's team. */
  readonly members: { readonly admin: TeamMember; readonly user: TeamMember };
  /** A co-sell ready solution of the tenant. */
  readonly solution: { readonly id: string; readonly name: string };
  /** Answers as Microsoft does; absent where the adapter has no way to. */
  readonly playMicrosoft?: (referral: Referral, act: MicrosoftAct) => Promise<void>;
  readonly stop?: () => Promise<void>;
}

/** What every gateway does; `start` is called before each test. */
export function describeGateway(name: string, start: () => Promise<GatewayHarness>): void {
  describe(`${name} as a referral gateway`, () => {
    let harness: GatewayHarness;
    beforeEach(async () => {
      harness = await start();
    });
    afterEach(async () => {
      await harness.stop?.();
    });
    const contract: Contract = {
      harness: () => harness,
      create: async (changes = {}, key = crypto.randomUUID()) => {
        const { gateway, actors, members, solution } = harness;
        const base = changes.kind === 'co-sell' ? coSellDraft() : draft();
        const team = [members.admin];
        const created = await gateway.create(
          actors.admin,
          { ...base, solutions: [solution], team, ...changes },
          key,
        );
        return created.referral;
      },
    };
    describeCreation(contract);
    describeKeys(contract);
    describeSight(contract);
    describeChanges(contract);
    describeMicrosoft(contract);
  });
}

interface Contract {
  readonly harness: () => GatewayHarness;
  /** Creates a deal as the admin. */
  readonly create: (changes?: Partial<NewReferral>, key?: string) => Promise<Referral>;
}

function describeCreation({ harness, create }: Contract): void {
  describe('creating', () => {
    it('returns the deal as it was given, open on our side at once', async () => {
      const { actors, solution } = harness();
      const created = await create({ notes: 'Prima analisi.', crmId: 'CRM-7' });
      expect(created).to.deep.include({
        tenantId: actors.admin.tenantId,
        kind: 'private',
        name: draft().name,
        customer: draft().customer,
        value: draft().value,
        closingDate: draft().closingDate,
        helpCode: null,
        notes: 'Prima analisi.',
        marketplaceIntent: 'HaveNotDecided',
        crmId: 'CRM-7',
        state: { status: 'Active', substatus: 'Accepted' },
        closedAt: null,
        microsoft: null,
      });
      expect(created.solutions.map(({ id }) => id)).to.deep.equal([solution.id]);
      expect(created.id).to.be.a('string').and.not.equal('');
      expect(created.eTag).to.be.a('string').and.not.equal('');
    });

    it('shows the same deal by its id and in the list', async () => {
      const { gateway, actors } = harness();
      const created = await create({ name: 'Un nome' });
      expect(await gateway.get(actors.admin, created.id)).to.deep.equal(created);
      const listed = (await gateway.list(actors.admin)).find(({ id }) => id === created.id);
      expect(listed).to.include({ name: 'Un nome', eTag: created.eTag });
    });

    for (const kind of ['private', 'co-sell'] as const) {
      it(`keeps all solutions and the whole team of a ${kind} deal, the creator first`, async () => {
        const { gateway, actors, members, solution } = harness();
        const { id, name } = solution;
        const solutions = [
          { id, name },
          { id: 'SOL-70219-QRT', name: 'Aurelia Analytics' },
        ];
        const ada = {
          firstName: 'Ada',
          lastName: 'Neri',
          phone: '+39 055 111 222',
          email: 'ada@aurelia.example',
        };
        const created = await create({ kind, solutions, team: [members.admin, members.user, ada] });
        const read = await gateway.get(actors.admin, created.id);
        for (const deal of [created, read]) {
          expect(deal?.solutions).to.deep.equal(solutions);
          expect(deal?.team.map(({ firstName, phone }) => [firstName, phone])).to.deep.equal([
            [members.admin.firstName, members.admin.phone],
            [members.user.firstName, members.user.phone],
            ['Ada', '+39 055 111 222'],
          ]);
        }
        expect((await gateway.list(actors.user)).map((deal) => deal.id)).to.include(created.id);
      });
    }

    it('creates all the same where area, play and role are known', async () => {
      const classification = { area: 'AI Business Solutions', play: 'Data Security', role: 'Transaction' };
      const created = await create({ kind: 'co-sell', classification });
      expect(created.state).to.deep.equal({ status: 'Active', substatus: 'Accepted' });
    });

    it('invites Microsoft to a co-sell deal, and to no other', async () => {
      const coSell = await create({ kind: 'co-sell' });
      expect(coSell.microsoft).to.deep.include({
        state: { status: 'New', substatus: 'Pending' },
        reason: null,
        sellers: [],
        msxId: null,
      });
      expect(Date.parse(coSell.microsoft?.invitedAt ?? '')).to.be.closeTo(
        Date.parse(coSell.createdAt),
        60_000,
      );
      expect(coSell.customer.contact).to.deep.equal(coSellDraft().customer.contact);
      const shared = await create({ kind: 'shared' });
      expect(shared).to.include({ kind: 'shared', microsoft: null });
    });

    it('is refused to somebody without a role, and makes nothing', async () => {
      const { gateway, actors, solution } = harness();
      const before = await gateway.list(actors.admin);
      const attempt = gateway.create(actors.nobody, draft({ solutions: [solution] }), 'k');
      await expectAppError(attempt, 'refused', 'role-missing');
      expect(await gateway.list(actors.admin)).to.have.length(before.length);
    });

    it('lists the newest first', async () => {
      await create({ name: 'Primo' });
      await create({ name: 'Secondo' });
      const { gateway, actors } = harness();
      const times = (await gateway.list(actors.admin)).map(({ createdAt }) => createdAt);
      expect(times).to.deep.equal([...times].sort().reverse());
    });

    it('knows the solution', async () => {
      const { gateway, actors, solution } = harness();
      const solutions = await gateway.listSolutions(actors.admin);
      expect(solutions.map(({ id }) => id)).to.include(solution.id);
    });
  });
}

function describeKeys({ harness, create }: Contract): void {
  describe('the key of a creation', () => {
    const key = '7f9c1f0e-2a54-4a6d-9d0b-7c5f6a0f1e21';

    it('makes one deal, however often it is used', async () => {
      const { gateway, actors, members, solution } = harness();
      const wanted = draft({ solutions: [solution], team: [members.admin] });
      const before = (await gateway.list(actors.admin)).length;
      const first = await gateway.create(actors.admin, wanted, key);
      const second = await gateway.create(actors.admin, { ...wanted, name: 'Altro nome' }, key);
      expect([first.isNew, second.isNew]).to.deep.equal([true, false]);
      expect(second.referral).to.deep.equal(first.referral);
      expect(await gateway.list(actors.admin)).to.have.length(before + 1);
    });

    it('makes one deal of two creations at the same time', async () => {
      const { gateway, actors, members, solution } = harness();
      const wanted = draft({ solutions: [solution], team: [members.admin] });
      const both = await Promise.all([1, 2].map(() => gateway.create(actors.admin, wanted, key)));
      expect(new Set(both.map(({ referral }) => referral.id)).size).to.equal(1);
      expect(both.filter(({ isNew }) => isNew)).to.have.length(1);
    });

    it('finds the deal made with it, and null before', async () => {
      const { gateway, actors } = harness();
      expect(await gateway.findByKey(actors.admin, key)).to.equal(null);
      const created = await create({}, key);
      expect(await gateway.findByKey(actors.admin, key)).to.deep.equal(created);
    });

    it('tells nothing to another tenant', async () => {
      const { gateway, actors } = harness();
      await create({}, key);
      expect(await gateway.findByKey(actors.stranger, key)).to.equal(null);
    });
  });
}

function describeSight({ harness, create }: Contract): void {
  describe('who sees a deal', () => {
    it('is the admin, always, and a user on its team', async () => {
      const { gateway, actors, members } = harness();
      const { id } = await create({ team: [members.admin, members.user] });
      expect((await gateway.get(actors.user, id))?.id).to.equal(id);
      expect((await gateway.list(actors.user)).map((each) => each.id)).to.include(id);
    });

    for (const who of ['user', 'nobody', 'stranger'] as const) {
      it(`is not the ${who} who isn't on its team, in any way`, async () => {
        const { gateway, actors } = harness();
        const { id, eTag } = await create();
        expect(await gateway.get(actors[who], id)).to.equal(null);
        expect((await gateway.list(actors[who])).map((each) => each.id)).not.to.include(id);
        await expectAppError(gateway.close(actors[who], id, { substatus: 'Won' }, eTag), 'refused');
        await expectAppError(gateway.update(actors[who], id, { notes: 'x' }, eTag), 'refused');
        expect(await gateway.get(actors.admin, id)).to.include({ eTag, notes: null });
      });
    }

    it('is nobody for an id that names no deal', async () => {
      const { gateway, actors } = harness();
      expect(await gateway.get(actors.admin, '00000000-0000-4000-8000-000000000000')).to.equal(null);
      expect(await gateway.get(actors.admin, "x' or id ne '")).to.equal(null);
    });
  });
}

function describeChanges({ harness, create }: Contract): void {
  describe('changing', () => {
    it('keeps value, closing date and notes, and gives a new eTag', async () => {
      const { gateway, actors } = harness();
      const created = await create();
      const change = {
        value: { amount: 95_000, currency: 'USD' },
        closingDate: '2027-09-30',
        notes: 'Nuove.',
      };
      const changed = await gateway.update(actors.admin, created.id, change, created.eTag);
      expect(changed).to.deep.include({ ...change, name: created.name, createdAt: created.createdAt });
      expect(changed.eTag).not.to.equal(created.eTag);
      expect(await gateway.get(actors.admin, created.id)).to.deep.equal(changed);
    });

    it('touches only what is named', async () => {
      const { gateway, actors } = harness();
      const { id, eTag, value, closingDate } = await create();
      const changed = await gateway.update(actors.admin, id, { notes: 'Nuove.' }, eTag);
      expect(changed).to.deep.include({ value, closingDate, notes: 'Nuove.' });
    });

    it('is a conflict when somebody was faster, and loses nothing of theirs', async () => {
      const { gateway, actors } = harness();
      const { id, eTag } = await create();
      await gateway.update(actors.admin, id, { notes: 'Prima io.' }, eTag);
      await expectAppError(gateway.update(actors.admin, id, { notes: 'No, io.' }, eTag), 'conflict');
      await expectAppError(gateway.close(actors.admin, id, { substatus: 'Won' }, eTag), 'conflict');
      expect(await gateway.get(actors.admin, id)).to.deep.include({
        notes: 'Prima io.',
        state: { status: 'Active', substatus: 'Accepted' },
      });
    });

    it('closes as Won, for good', async () => {
      const { gateway, actors } = harness();
      const { id, eTag } = await create();
      const won = await gateway.close(actors.admin, id, { substatus: 'Won' }, eTag);
      expect(won.state).to.deep.equal({ status: 'Closed', substatus: 'Won' });
      expect(won.closedAt).to.be.a('string');
      const lost = { substatus: 'Lost', reason: 'x' } as const;
      await expectAppError(gateway.close(actors.admin, id, lost, won.eTag), 'refused', 'terminal-state');
      const update = gateway.update(actors.admin, id, { notes: 'x' }, won.eTag);
      await expectAppError(update, 'refused', 'terminal-state');
      expect(await gateway.get(actors.admin, id)).to.deep.include({ state: won.state, notes: null });
    });

    it('closes as Lost with its reason', async () => {
      const { gateway, actors } = harness();
      const { id, eTag } = await create();
      const closing = { substatus: 'Lost', reason: 'Il cliente ha scelto altri' } as const;
      const lost = await gateway.close(actors.admin, id, closing, eTag);
      expect(lost.state).to.deep.equal({ status: 'Closed', substatus: 'Lost' });
      expect(lost.statusReason).to.equal(closing.reason);
    });
  });
}

function describeMicrosoft({ harness, create }: Contract): void {
  describe("Microsoft's answer", () => {
    const answered = async (context: Mocha.Context, act: MicrosoftAct): Promise<Referral | null> => {
      const { gateway, actors, playMicrosoft } = harness();
      if (playMicrosoft === undefined) return context.skip();
      const created = await create({ kind: 'co-sell', value: { amount: 80_000, currency: 'USD' } });
      await playMicrosoft(created, act);
      return gateway.get(actors.admin, created.id);
    };

    it('shows an acceptance with the seller, and leaves our side alone', async function () {
      const deal = await answered(this, { kind: 'accept' });
      expect(deal?.microsoft?.state).to.deep.equal({ status: 'Active', substatus: 'Accepted' });
      expect(deal?.microsoft?.sellers).to.have.length(1);
      expect(deal?.microsoft?.msxId).to.be.a('string');
      expect(deal?.state).to.deep.equal({ status: 'Active', substatus: 'Accepted' });
    });

    it('shows a decline with its reason', async function () {
      const reason = 'No matching Microsoft customer record found';
      const deal = await answered(this, { kind: 'decline', reason });
      expect(deal?.microsoft).to.deep.include({ state: { status: 'Closed', substatus: 'Declined' }, reason });
      expect(deal?.microsoft?.sellers).to.deep.equal([]);
    });

    it('shows that nobody answered', async function () {
      const deal = await answered(this, { kind: 'expire' });
      expect(deal?.microsoft).to.deep.include({
        state: { status: 'Closed', substatus: 'Expired' },
        reason: null,
      });
    });
  });
}
