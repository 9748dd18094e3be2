import { expect } from 'chai';
import { warmUp } from '../../src/app/warm-up.ts';
import { learnOnce } from '../learned.ts';

describe('the warm-up', () => {
  /** Notes what is asked, and what the matcher takes it for. */
  const asking = async () => {
    const { knowledge, answerer } = await learnOnce();
    const asked: (string | null)[] = [];
    const ask = ({ text, locale }: { text: string; locale: string }): Promise<void> => {
      asked.push(answerer.match(text, { locale }).id);
      return Promise.resolve();
    };
    return { asked, ask, knowledge };
  };

  it('goes over all that the assistant knows, and ends by itself', async function () {
    this.timeout(60_000);
    const { asked, ask, knowledge } = await asking();
    await warmUp(knowledge, { ask, isBusy: () => false }, Infinity);
    for (const id of knowledge.answers.keys()) expect(asked, id).to.include(id);
  });

  it('stops when its time is over', async () => {
    const { asked, ask, knowledge } = await asking();
    await warmUp(knowledge, { ask, isBusy: () => false }, 0);
    expect(asked).to.deep.equal([]);
  });

  it('waits while somebody is answered', async () => {
    const { knowledge } = await learnOnce();
    const busy = [true, false, true, true, false];
    const left: number[] = [];
    const ask = (): Promise<void> => Promise.resolve(void left.push(busy.length));
    await warmUp(knowledge, { ask, isBusy: () => busy.shift() ?? false }, Infinity);
    expect(left.slice(0, 3)).to.deep.equal([3, 0, 0]);
  });

  it('lets others work in between', async () => {
    const { asked, ask, knowledge } = await asking();
    const end = warmUp(knowledge, { ask, isBusy: () => false }, Infinity);
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(asked.length).to.be.below(10);
    await end;
  }).timeout(60_000);
});
