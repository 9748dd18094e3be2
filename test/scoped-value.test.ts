import { expect } from 'chai';
import { setImmediate as later } from 'node:timers/promises';
import { createScopedValue } from '../src/scoped-value.ts';

describe('a value that holds for some work', () => {
  const name = createScopedValue<string>();
  const count = createScopedValue<number>();

  it('is there in what the work sets going, also after it, and nowhere else', async () => {
    const seen: unknown[] = [];
    const read = async () => {
      await later();
      seen.push(name.get());
    };
    await Promise.all([name.run('a', read), name.run('b', read), read()]);
    expect(seen).to.have.members(['a', 'b', undefined]);
    expect(name.get()).to.equal(undefined);
  });

  it('stands beside others, gives way to the inner one and comes back', () => {
    const inner = name.run('outer', () =>
      count.run(1, () => [name.run('inner', () => [name.get(), count.get()]), name.get()]),
    );
    expect(inner).to.deep.equal([['inner', 1], 'outer']);
  });

  it('is put aside alone', () => {
    const within = name.run('a', () => count.run(1, () => name.exit(() => [name.get(), count.get()])));
    expect(within).to.deep.equal([undefined, 1]);
  });
});
