import { expect } from 'chai';
import { createReadingHold } from '../../src/app/reading-hold.ts';

describe('what all readers share', () => {
  /** Work that ends when told. */
  const work = () => {
    let end: () => void = () => undefined;
    const done = new Promise<void>((resolve) => (end = resolve));
    return { done, end };
  };

  it('is changed at once where nobody reads', async () => {
    const changes: string[] = [];
    await createReadingHold().whenFree(() => void changes.push('changed'));
    expect(changes).to.deep.equal(['changed']);
  });

  it('is changed when the last of those who read is through', async () => {
    const hold = createReadingHold();
    const [one, other] = [work(), work()];
    const order: string[] = [];
    const first = hold.run(() => one.done).then(() => order.push('one'));
    const second = hold.run(() => other.done).then(() => order.push('other'));
    const changed = hold.whenFree(() => void order.push('changed'));
    one.end();
    await first;
    expect(order).to.deep.equal(['one']);
    other.end();
    await Promise.all([second, changed]);
    expect(order).to.have.members(['one', 'other', 'changed']);
  });

  it('is changed at last though somebody always reads, and its failure is the changer’s own', async () => {
    const hold = createReadingHold(1);
    const { done, end } = work();
    const reading = hold.run(() => done);
    const failure: unknown = await hold
      .whenFree(() => {
        throw new Error('no');
      })
      .catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(Error);
    end();
    await reading;
  });
});
