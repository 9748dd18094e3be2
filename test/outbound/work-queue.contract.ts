import { expect } from 'chai';
import type { WorkQueue } from '../../src/outbound/work-queue.ts';

/** What every adapter of the port has to keep. `open` makes an empty queue. */
export function describeWorkQueue(open: () => WorkQueue | Promise<WorkQueue>): void {
  it('gives what was added, once, and nothing when that is taken', async () => {
    const queue = await open();
    await queue.add('a');
    await queue.add('b');
    const taken = await queue.take();
    expect(taken.map(({ item }) => item)).to.have.members(['a', 'b']);
    expect(await queue.take()).to.deep.equal([]);
    await Promise.all(taken.map((each) => each.done()));
    expect(await queue.take()).to.deep.equal([]);
  });

  it('gives what was put back again, and what is put off not yet', async () => {
    const queue = await open();
    await queue.add('now');
    await queue.add('later', 3_600_000);
    const [first] = await queue.take();
    await first?.again(0);
    const [again, ...others] = await queue.take();
    expect([first?.item, again?.item, others.length]).to.deep.equal(['now', 'now', 0]);
    await again?.again(3_600_000);
    expect(await queue.take()).to.deep.equal([]);
  });

  it('takes any name, and one twice', async () => {
    const queue = await open();
    const names = ['["a/b","c|d"]', '<&>"\'è', '["a/b","c|d"]'];
    for (const name of names) await queue.add(name);
    const taken = await queue.take();
    expect(taken.map(({ item }) => item)).to.have.members(names);
  });
}
