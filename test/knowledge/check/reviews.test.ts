import { expect } from 'chai';
import { checkKnowledge } from '../../../src/knowledge/check.ts';
import { readKnowledgeFolder } from '../../../src/knowledge/load.ts';
import { describeProblem } from '../../../src/knowledge/problem.ts';
import { answerWith, withFolder, type Files } from '../folder.ts';

const checkOn = (today: string | null, files: Files = {}) =>
  withFolder(files, async (dir) =>
    checkKnowledge(await readKnowledgeFolder(dir), today).map(describeProblem),
  );

describe('checkReviews', () => {
  it('names a review of more than a year ago and what to write', async () => {
    expect(await checkOn('2027-11-25')).to.deep.equal([
      'answers/parking.yaml: reviewed: last compared with its source 366 days ago; compare it with its source and write 2027-11-25',
    ]);
    expect(await checkOn('2027-11-24')).to.deep.equal([]);
  });

  it('names a day that is yet to come', async () => {
    expect((await checkOn('2026-11-01')).join()).to.include('2026-11-24 is yet to come');
  });

  it('leaves age out where no day is given', async () => {
    expect(await checkOn(null)).to.deep.equal([]);
  });

  it('names an answer whose source was read again since, on any day', async () => {
    const older = answerWith('reviewed: 2026-11-24', 'reviewed: 2026-10-01');
    expect((await checkOn(null, older)).join()).to.include('handbook was read again on 2026-11-24');
  });
});
