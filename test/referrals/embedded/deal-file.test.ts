import { expect } from 'chai';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { sara } from '../../../src/directory/sample-people.ts';
import { dealFileIn } from '../../../src/referrals/embedded/deal-file.ts';
import { createLowdbGateway } from '../../../src/referrals/embedded/lowdb-gateway.ts';
import type { Referral } from '../../../src/referrals/referral.ts';
import { expectAppError } from '../../app-error.ts';
import { useHeldFolder } from '../../held-folder.ts';
import { draft, NOW, referral, sampleDirectory } from '../deals.ts';

describe('deals in a file and a log of its changes', function () {
  this.timeout(60_000);
  const dir = useHeldFolder();
  const path = () => join(dir.path, 'deals.json');
  const logPath = () => join(dir.path, 'deals.log');
  const log = () => readFileSync(logPath(), 'utf8');
  const logLines = () => log().split('\n').slice(0, -1);
  const fileDeals = () => (JSON.parse(readFileSync(path(), 'utf8')) as { deals: unknown[] }).deals;

  /** Writes `deals.json` as the first release did. */
  const lay = (count: number): void => {
    const deals = Array.from({ length: count }, (_, number) => ({
      referral: referral({ id: `laid-${String(number)}`, notes: 'n'.repeat(1_000) }),
      creation: null,
    }));
    writeFileSync(path(), JSON.stringify({ schema: 1, deals }));
  };
  const open = () =>
    createLowdbGateway({ file: dealFileIn(dir.lock), directory: sampleDirectory, now: () => NOW });
  const create = async (gateway: Awaited<ReturnType<typeof open>>, key: string): Promise<Referral> => {
    const solutions = [{ id: 'SOL-1-QRT', name: 'x' }];
    return (await gateway.create(sara, draft({ name: key, solutions }), key)).referral;
  };
  const namesIn = async () => (await (await open()).listAll()).map(({ name }) => name);

  it('are all in the file while they are few', async () => {
    const gateway = await open();
    await create(gateway, 'k');
    expect(fileDeals()).to.have.length(1);
    expect(log()).to.equal('');
  });

  it('add one line a change, the same for any number of deals, and leave the file alone', async () => {
    const added: number[] = [];
    for (const count of [300, 3_000]) {
      rmSync(logPath(), { force: true });
      lay(count);
      const gateway = await open();
      const before = statSync(path());
      const created = await create(gateway, 'k');
      added.push(log().length);
      await gateway.update(sara, created.id, { notes: 'Note.' }, created.eTag);
      expect(logLines()).to.have.length(2);
      expect([statSync(path()).ino, statSync(path()).mtimeMs]).to.deep.equal([before.ino, before.mtimeMs]);
    }
    expect(added[0]).to.equal(added[1]);
  });

  it('are read from both, and brought together at the next start', async () => {
    lay(300);
    const first = await open();
    const created = await create(first, 'k');
    const closed = await first.close(sara, created.id, { substatus: 'Won' }, created.eTag);
    const again = await open();
    expect(await again.get(sara, created.id)).to.deep.equal(closed);
    expect(await again.list(sara)).to.have.length(301);
    expect(log()).to.equal('');
    expect(fileDeals()).to.have.length(301);
  });

  it('keep what a newer release put into them, at any depth', async () => {
    const later = { ...referral({ id: 'later' }), newField: 1 };
    const deal = { ...later, value: { ...later.value, newPart: 2 } };
    writeFileSync(path(), JSON.stringify({ schema: 1, deals: [{ referral: deal, creation: null }] }));
    const gateway = await open();
    await gateway.update(sara, 'later', { notes: 'Note.' }, deal.eTag);
    expect(fileDeals()).to.have.nested.property('[0].referral.notes', 'Note.');
    expect(fileDeals()).to.have.nested.property('[0].referral.newField', 1);
    expect(fileDeals()).to.have.nested.property('[0].referral.value.newPart', 2);
  });

  it('are brought together when the log has outgrown the file, while others get their turn', async () => {
    lay(3_000);
    const gateway = await open();
    const solutions = [{ id: 'SOL-1-QRT', name: 'x' }];
    const large = draft({ notes: 'n'.repeat(statSync(path()).size), solutions });
    await gateway.create(sara, large, 'large');
    expect(logLines()).to.have.length(1);
    let turns = 0;
    let isDone = false;
    const others = (async () => {
      for (; !isDone; turns += 1) await othersTurn();
    })();
    await create(gateway, 'next');
    isDone = true;
    await others;
    expect(log()).to.equal('');
    expect(fileDeals()).to.have.length(3_002);
    // 61 parts of 50 deals.
    expect(turns).to.be.above(60);
  });

  it('lose nothing confirmed wherever the power went in the last line', async () => {
    lay(200);
    const gateway = await open();
    await create(gateway, 'confirmed');
    const file = readFileSync(path());
    const before = log();
    await create(gateway, 'last');
    const after = log();
    for (let cut = before.length; cut <= after.length; cut += 37) {
      for (const rest of ['', '\0'.repeat(after.length - cut)]) {
        writeFileSync(path(), file);
        writeFileSync(logPath(), after.slice(0, cut) + rest);
        const names = await namesIn();
        expect(names).to.include('confirmed').and.to.have.length.within(201, 202);
      }
    }
  });

  it('are the same when the file was written and the log not yet begun anew', async () => {
    lay(200);
    const gateway = await open();
    const created = await create(gateway, 'k');
    copyFileSync(logPath(), `${logPath()}.old`);
    const later = await open();
    const changed = await later.update(sara, created.id, { notes: 'later' }, created.eTag);
    await open();
    renameSync(`${logPath()}.old`, logPath());
    const again = await open();
    expect(await again.get(sara, created.id)).to.deep.equal(changed);
    expect(await again.listAll()).to.have.length(201);
  });

  describe('are refused, and kept as they are', () => {
    /** Three changes in the log. */
    beforeEach(async () => {
      lay(200);
      const gateway = await open();
      for (const key of ['a', 'b', 'c']) await create(gateway, key);
    });
    const refused = async (): Promise<string> => {
      const before = log();
      const { message } = await expectAppError(open(), 'unreachable', 'broken-file');
      expect(message).to.contain(`${logPath()}.bak`);
      expect(log()).to.equal(before);
      expect(readFileSync(`${logPath()}.bak`, 'utf8')).to.equal(before);
      return message;
    };

    it('when a line within the log, or a finished last one, means nothing', async () => {
      const [a = '', b = '', c = ''] = logLines();
      for (const lines of [
        [a, b.slice(0, -1), c],
        [a, '{}', c],
        [a, b, c.slice(0, -1)],
      ]) {
        writeFileSync(logPath(), `${lines.join('\n')}\n`);
        expect(await refused()).to.match(/line [23]/);
      }
    });

    it('when a change is missing', async () => {
      const [a, , c] = logLines();
      writeFileSync(logPath(), `${String(a)}\n${String(c)}\n`);
      expect(await refused()).to.contain('line 2 is change 4, and 3 is missing');
    });

    it('when the file is gone, or an older one was put in its place', async () => {
      rmSync(path());
      await refused();
      lay(200);
      await refused();
    });
  });

  it('can be mended by hand: a line without its end counts', async () => {
    lay(200);
    await create(await open(), 'k');
    writeFileSync(logPath(), log().trimEnd());
    expect(await namesIn()).to.include('k');
  });

  it('go on in the file when the log can’t be added to', async () => {
    lay(200);
    const gateway = await open();
    rmSync(logPath());
    mkdirSync(logPath());
    await expectAppError(create(gateway, 'k'), 'unreachable');
    expect(await gateway.findByKey(sara, 'k')).to.equal(null);
    rmSync(logPath(), { recursive: true });
    await create(gateway, 'k');
    expect(fileDeals()).to.have.length(201);
    await create(gateway, 'next');
    expect(logLines()).to.have.length(1);
    expect(await namesIn()).to.include.members(['k', 'next']);
  });

  it('are not overwritten where somebody else added to the log', async () => {
    lay(200);
    const gateway = await open();
    await create(gateway, 'k');
    writeFileSync(logPath(), `${log()}{"change":3}\n`);
    const { message } = await expectAppError(create(gateway, 'next'), 'unreachable');
    expect(message).to.contain('somebody else changed it');
  });

  it('take nothing from a process that has lost the folder', async () => {
    lay(200);
    const gateway = await open();
    rmSync(dir.lock.tempDir, { recursive: true });
    await expectAppError(create(gateway, 'k'), 'unreachable', 'folder-lost');
    expect(log()).to.equal('');
    expect(await gateway.findByKey(sara, 'k')).to.equal(null);
  });
});
