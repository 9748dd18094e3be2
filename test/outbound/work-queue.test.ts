import { expect } from 'chai';
import { createLocalWorkQueue, HIDDEN_MS } from '../../src/outbound/work-queue.ts';
import { describeWorkQueue } from './work-queue.contract.ts';

describe('a queue of work in memory', () => {
  describeWorkQueue(() => createLocalWorkQueue());

  it('gives an item to the next one where who took it is silent for a minute', async () => {
    let now = 0;
    const queue = createLocalWorkQueue(() => now);
    await queue.add('a');
    await queue.take();
    now = HIDDEN_MS - 1;
    expect(await queue.take()).to.deep.equal([]);
    now = HIDDEN_MS;
    expect(await queue.take()).to.have.length(1);
  });
});
