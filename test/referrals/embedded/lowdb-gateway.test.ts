import { expect } from 'chai';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { marco, nadia, paolo, sara } from '../../../src/directory/sample-people.ts';
import { dealFileIn } from '../../../src/referrals/embedded/deal-file.ts';
import { createLowdbGateway } from '../../../src/referrals/embedded/lowdb-gateway.ts';
import type { LowdbGatewayOptions } from '../../../src/referrals/embedded/lowdb-gateway.ts';
import { sampleDealId } from '../../../src/referrals/embedded/sample-deals.ts';
import { toMember } from '../../../src/referrals/team.ts';
import { lockFolder } from '../../../src/storage/folder-lock.ts';
import type { FolderLock } from '../../../src/storage/folder-lock.ts';
import { expectAppError } from '../../app-error.ts';
import { useTempDir } from '../../temp-dir.ts';
import { coSellDraft, daysFromNow, draft, NOW, sampleDirectory } from '../deals.ts';
import { describeGateway } from '../gateway.contract.ts';

const stranger = { tenantId: sara.tenantId, objectId: 'ffffffff-0000-4000-8000-000000000001' };

describe('the embedded service', () => {
  const dir = useTempDir();
  let lock: FolderLock;
  beforeEach(async () => {
    lock = await lockFolder(dir.path);
  });
  afterEach(() => lock.release());

  const open = (options: Partial<LowdbGatewayOptions> = {}) =>
    createLowdbGateway({
      file: dealFileIn(lock),
      directory: sampleDirectory,
      withSampleData: true,
      now: () => NOW,
      ...options,
    });
  const path = () => join(dir.path, 'deals.json');

  describeGateway('the embedded service', async () => {
    const gateway = await open();
    return {
      gateway,
      actors: { admin: sara, user: marco, nobody: paolo, stranger: nadia },
      members: { admin: toMember(sara), user: toMember(marco) },
      solution: { id: 'SOL-70218-QRT', name: 'Aurelia WMS' },
      playMicrosoft: async ({ id }, act) => {
        await gateway.playMicrosoft(id, act);
      },
    };
  });

  describe('who sees what', () => {
    it('shows Marco the two deals whose team he is on', async () => {
      const names = (await (await open()).list(marco)).map(({ customer }) => customer.name);
      expect(names).to.deep.equal(['Northwind Traders', 'Litware']);
    });

    it('shows Nadia her own Contoso alone', async () => {
      const deals = await (await open()).list(nadia);
      expect(deals.map(({ customer, tenantId }) => [customer.name, tenantId])).to.deep.equal([
        ['Contoso', nadia.tenantId],
      ]);
    });

    it('shows a colleague whom nobody listed no deal and no solution', async () => {
      const gateway = await open();
      expect(await gateway.list(stranger)).to.deep.equal([]);
      expect(await gateway.listSolutions(stranger)).to.deep.equal([]);
      expect(await gateway.get(stranger, sampleDealId(1))).to.equal(null);
      await expectAppError(gateway.create(stranger, draft(), 'k'), 'refused', 'role-missing');
    });

    it('knows a person by ids in either case', async () => {
      const shouting = { tenantId: sara.tenantId.toUpperCase(), objectId: sara.objectId.toUpperCase() };
      const gateway = await open();
      expect(await gateway.list(shouting)).to.have.length(9);
      expect((await gateway.get(shouting, sampleDealId(1).toUpperCase()))?.id).to.equal(sampleDealId(1));
    });

    it('puts a user who creates a deal on its team, who then sees it', async () => {
      const gateway = await open();
      const { referral } = await gateway.create(marco, draft({ team: [toMember(sara)] }), 'k');
      expect(referral.team.map(({ email }) => email)).to.deep.equal([marco.email, sara.email]);
      expect((await gateway.get(marco, referral.id))?.id).to.equal(referral.id);
    });

    it('recognises the creator on the team by their address', async () => {
      const { firstName, lastName, phone, email } = marco;
      const withoutId = { firstName, lastName, phone, email };
      const { referral } = await (await open()).create(marco, draft({ team: [withoutId] }), 'k');
      expect(referral.team).to.deep.equal([toMember(marco)]);
    });

    it('lets one person use a key without another learning of it', async () => {
      const gateway = await open();
      const first = await gateway.create(sara, draft(), 'k');
      const second = await gateway.create(marco, draft(), 'k');
      expect(second.isNew).to.equal(true);
      expect(second.referral.id).not.to.equal(first.referral.id);
    });
  });

  describe('what it refuses', () => {
    const cases = {
      name: draft({ name: ' ' }),
      customer: coSellDraft({ customer: draft().customer }),
      helpCode: draft({ helpCode: 'GeneralOrOther' }),
      solutions: draft({ solutions: [] }),
      team: draft({ team: [] }),
      value: draft({ value: { amount: -5, currency: 'EUR' } }),
      closingDate: draft({ closingDate: '2027-02-31' }),
      hasConsent: { ...draft(), hasConsent: false as unknown as true },
    };
    for (const [field, bad] of Object.entries(cases)) {
      it(`a deal with a bad ${field}, by the name of the field`, async () => {
        const gateway = await open();
        const error = await expectAppError(gateway.create(sara, bad, 'k'), 'refused', 'invalid-field');
        expect(error.details.field).to.equal(field);
        expect(await gateway.findByKey(sara, 'k')).to.equal(null);
      });
    }

    it('help for a co-sell deal without a code', async () => {
      const attempt = (await open()).create(sara, coSellDraft({ helpCode: null }), 'k');
      await expectAppError(attempt, 'refused', 'invalid-field');
    });

    it('a solution that is not co-sell ready, unless the deal is private', async () => {
      const solutions = [{ id: 'SOL-70220-QRT', name: 'Aurelia Edge' }];
      const gateway = await open();
      await expectAppError(gateway.create(sara, coSellDraft({ solutions }), 'k'), 'refused', 'invalid-field');
      expect((await gateway.create(sara, draft({ solutions }), 'k')).isNew).to.equal(true);
    });

    it('a change to a bad value', async () => {
      const gateway = await open();
      const { referral } = await gateway.create(sara, draft(), 'k');
      const change = { value: { amount: 0, currency: 'EUR' } };
      await expectAppError(
        gateway.update(sara, referral.id, change, referral.eTag),
        'refused',
        'invalid-field',
      );
    });
  });

  describe('time', () => {
    it('expires an invitation after 14 days, without anybody writing it', async () => {
      let now = NOW;
      const gateway = await open({ now: () => now });
      const stateOf = async () => (await gateway.get(sara, sampleDealId(2)))?.microsoft?.state.substatus;
      now = new Date(daysFromNow(9).getTime() - 1);
      expect(await stateOf()).to.equal('Pending');
      now = daysFromNow(9);
      expect(await stateOf()).to.equal('Expired');
      expect(
        (await gateway.list(sara)).find(({ id }) => id === sampleDealId(2))?.microsoft?.state.substatus,
      ).to.equal('Expired');
      await expectAppError(
        gateway.playMicrosoft(sampleDealId(2), { kind: 'accept' }),
        'refused',
        'already-answered',
      );
    });
  });

  describe('keeping', () => {
    it('finds everything again after it was closed and opened', async () => {
      const { referral } = await (await open()).create(sara, coSellDraft(), 'k');
      const again = await open({ now: () => daysFromNow(1) });
      expect(await again.get(sara, referral.id)).to.deep.equal(referral);
      expect((await again.create(sara, coSellDraft(), 'k')).isNew).to.equal(false);
      expect(await again.list(sara)).to.have.length(10);
    });

    it('lays the sample deals once, not on every start', async () => {
      await open();
      const later = await open({ now: () => daysFromNow(3) });
      expect((await later.get(sara, sampleDealId(2)))?.createdAt).to.equal(daysFromNow(-5).toISOString());
    });

    it('starts empty, without sample deals or solutions, where they are not wanted', async () => {
      const gateway = await open({ withSampleData: false });
      expect(await gateway.list(sara)).to.deep.equal([]);
      expect(await gateway.listSolutions(sara)).to.deep.equal([]);
      await expectAppError(gateway.reset(), 'refused', 'no-sample-data');
    });

    it('refuses to start on a broken file, and keeps it', async () => {
      writeFileSync(path(), '{"schema":1,"deals":[{');
      await expectAppError(open(), 'unreachable', 'broken-file');
      expect(readFileSync(path(), 'utf8')).to.equal('{"schema":1,"deals":[{');
    });

    it('has no two writers: without the lock of the folder there is no file to open', async () => {
      await expectAppError(lockFolder(dir.path), 'refused', 'folder-in-use');
    });
  });

  describe('when the store cannot be written', () => {
    it('creates nothing, says so, and creates it when tried again', async () => {
      const gateway = await open();
      rmSync(path());
      mkdirSync(path());
      await expectAppError(gateway.create(sara, draft(), 'k'), 'unreachable');
      expect(await gateway.list(sara)).to.have.length(9);
      expect(await gateway.findByKey(sara, 'k')).to.equal(null);
      rmSync(path(), { recursive: true });
      expect((await gateway.create(sara, draft(), 'k')).isNew).to.equal(true);
      expect(await (await open()).findByKey(sara, 'k')).not.to.equal(null);
    });

    it('closes nothing when the disk is full, and the same eTag is good afterwards', async function () {
      if (process.platform !== 'linux') return this.skip();
      const gateway = await open();
      // Long notes make the file large, so that a change is a line of the log.
      const { referral } = await gateway.create(sara, draft({ notes: 'n'.repeat(200_000) }), 'k');
      const log = join(dir.path, 'deals.log');
      const close = () => gateway.close(sara, referral.id, { substatus: 'Won' }, referral.eTag);
      renameSync(log, `${log}.aside`);
      symlinkSync('/dev/full', log);
      expect((await expectAppError(close(), 'unreachable')).message).to.contain('ENOSPC');
      expect(await gateway.get(sara, referral.id)).to.deep.equal(referral);
      rmSync(log);
      renameSync(`${log}.aside`, log);
      expect(await (await open()).get(sara, referral.id)).to.deep.equal(referral);
      expect((await close()).state.substatus).to.equal('Won');
      expect((await (await open()).get(sara, referral.id))?.state.substatus).to.equal('Won');
    });
  });

  describe("playing Microsoft's part", () => {
    it('leaves our record and its eTag as they are, so a seller at work is not disturbed', async () => {
      const gateway = await open();
      const before = await gateway.get(sara, sampleDealId(2));
      const after = await gateway.playMicrosoft(sampleDealId(2), { kind: 'decline', reason: 'Duplicate' });
      expect(after).to.deep.include({
        eTag: before?.eTag,
        state: before?.state,
        updatedAt: before?.updatedAt,
      });
      const closed = await gateway.close(sara, after.id, { substatus: 'Lost', reason: 'x' }, after.eTag);
      expect(closed.microsoft?.reason).to.equal('Duplicate');
    });

    it('shows no reason under USD 25,000', async () => {
      const gateway = await open();
      const small = coSellDraft({ value: { amount: 24_000, currency: 'USD' } });
      const { referral } = await gateway.create(sara, small, 'k');
      const declined = await gateway.playMicrosoft(referral.id, { kind: 'decline', reason: 'Duplicate' });
      expect(declined.microsoft).to.deep.include({
        reason: null,
        state: { status: 'Closed', substatus: 'Declined' },
      });
    });

    it('refuses a deal that was never shared, and one that was answered', async () => {
      const gateway = await open();
      await expectAppError(
        gateway.playMicrosoft(sampleDealId(6), { kind: 'accept' }),
        'refused',
        'not-invited',
      );
      await expectAppError(
        gateway.playMicrosoft(sampleDealId(1), { kind: 'expire' }),
        'refused',
        'already-answered',
      );
    });

    it('takes a customer or the beginning of an id where only one deal is meant', async () => {
      const gateway = await open();
      expect((await gateway.playMicrosoft('fabrikam', { kind: 'accept' })).id).to.equal(sampleDealId(2));
      const error = await expectAppError(
        gateway.playMicrosoft('contoso', { kind: 'accept' }),
        'invalid-input',
      );
      expect(error.message).to.contain(sampleDealId(1)).and.to.contain(sampleDealId(101));
      await expectAppError(gateway.playMicrosoft('d0000000', { kind: 'accept' }), 'invalid-input');
      await expectAppError(gateway.playMicrosoft('', { kind: 'accept' }), 'invalid-input');
      await expectAppError(gateway.playMicrosoft('nothing', { kind: 'accept' }), 'invalid-input');
    });

    it('lays the sample deals anew, older eTags being stale', async () => {
      let now = NOW;
      const gateway = await open({ now: () => now });
      const before = await gateway.get(sara, sampleDealId(2));
      await gateway.create(sara, draft(), 'k');
      now = daysFromNow(30);
      await gateway.reset();
      const after = await gateway.get(sara, sampleDealId(2));
      expect(after?.createdAt).to.equal(daysFromNow(25).toISOString());
      expect(after?.microsoft?.state.substatus).to.equal('Pending');
      expect(await gateway.list(sara)).to.have.length(9);
      await expectAppError(
        gateway.update(sara, sampleDealId(2), { notes: 'x' }, before?.eTag ?? ''),
        'conflict',
      );
    });
  });
});
