import { expect } from 'chai';
import { join } from 'node:path';
import { findProject } from '../../../src/cli/bench/built-copy.ts';
import { listMoves } from '../../../src/cli/bench/compare.ts';
import { stayFlat } from '../../../src/cli/bench/memory.ts';
import { useTempDir } from '../../temp-dir.ts';

const round = (old: number, now: number) => ({
  old: new Map([['match', old]]),
  now: new Map([['match', now]]),
});

describe('two builds compared', () => {
  it('a line moves by the median of its rounds’ ratios, so that a busy round moves nothing', () => {
    const [move] = listMoves([round(1, 1.2), round(5, 6), round(1, 40)]);
    expect(move).to.deep.equal({ line: 'match', oldMs: 1, nowMs: 6, ratio: 1.2 });
  });

  describe('a project', () => {
    const dir = useTempDir();

    it('is a folder, or a revision that is unpacked', () => {
      expect(findProject(process.cwd(), dir.path).folder).to.equal(process.cwd());
      expect(() => findProject(join(dir.path, 'nowhere'), dir.path)).to.throw('neither a folder');
    });
  });
});

describe('memory over many turns', () => {
  const steps = (...heaps: readonly number[]) =>
    heaps.map((heapMiB, at) => ({ turns: at, heapMiB, rssMiB: 200 }));

  it('is flat where it fills up and then stays, however a reading differs', () => {
    expect(stayFlat(steps(40, 60, 70, 72, 90, 71, 73, 72, 71, 74))).to.equal(true);
  });

  it('isn’t where each step needs more', () => {
    expect(stayFlat(steps(40, 45, 50, 55, 60, 65, 70, 75, 80, 85))).to.equal(false);
  });
});
