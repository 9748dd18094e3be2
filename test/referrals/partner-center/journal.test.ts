import { expect } from 'chai';
import { createFileStorage } from '../../../src/app/storage.ts';
import { journalOf, openStores } from '../../../src/app/stores.ts';
import { createJournal, draftOf, type Journal } from '../../../src/referrals/partner-center/journal.ts';
import { quietLog } from '../../quiet-log.ts';
import { people } from '../../fakes/stage.ts';
import { useHeldFolder } from '../../held-folder.ts';
import { coSellDraft, NOW } from '../deals.ts';

const { sara, nadia } = people;

describe('Partner Center: the journal, in files', () => {
  const dir = useHeldFolder();
  /** A new one each time, as after a restart. */
  const open = (): Journal =>
    createJournal(
      journalOf(openStores({ storage: createFileStorage(dir.lock, () => NOW), log: quietLog })),
      () => NOW,
    );

  it('knows after a restart what was to be made, for whom, and all of its draft', async () => {
    const draft = coSellDraft({ notes: 'Note.', classification: { area: 'x', role: 'y' } });
    await open().begin(sara, 'k', draft);
    const [intent, ...others] = await open().listOpen();
    expect(others).to.deep.equal([]);
    expect(intent).to.include({
      key: 'k',
      objectId: sara.objectId,
      step: 'create',
      recordedAt: NOW.toISOString(),
    });
    expect(intent && draftOf(intent)).to.deep.equal(draft);
  });

  it('holds the same key of two people apart', async () => {
    const journal = open();
    await journal.begin(sara, 'k', coSellDraft({ name: 'Di Sara' }));
    expect(await journal.read(nadia, 'k')).to.equal(null);
    await journal.begin(nadia, 'k', coSellDraft({ name: 'Di Nadia' }));
    expect((await journal.read(sara, 'k'))?.draft?.name).to.equal('Di Sara');
    expect(await journal.listOpen()).to.have.length(2);
  });

  it('forgets as open what is done, but not what was made', async () => {
    const intent = await open().begin(sara, 'k', coSellDraft());
    await open().save({ ...intent, step: 'done', referralId: 'r' });
    expect(await open().listOpen()).to.deep.equal([]);
    expect(await open().read(sara, 'k')).to.include({ referralId: 'r', draft: null });
  });

  it('knows whose a record is', async () => {
    const journal = open();
    const one = await journal.begin(sara, 'k1', coSellDraft());
    const two = await journal.begin(sara, 'k2', coSellDraft());
    await journal.claim(one, 'r');
    expect([await open().isTaken(one, 'r'), await open().isTaken(two, 'r')]).to.deep.equal([false, true]);
  });

  it('loses no intent when many begin at once', async () => {
    const journal = open();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => journal.begin(sara, `k${index}`, coSellDraft())),
    );
    expect(await open().listOpen()).to.have.length(20);
  });
});
