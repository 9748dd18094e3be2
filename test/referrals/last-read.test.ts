import { expect } from 'chai';
import { marco, sara } from '../../src/directory/sample-people.ts';
import { AppError, type AppErrorCode } from '../../src/errors.ts';
import { createLastRead } from '../../src/referrals/last-read.ts';

const never = new Promise<string[]>(() => undefined);
const failing = (code: AppErrorCode): Promise<string[]> =>
  Promise.reject(new AppError(code, `test: ${code}`));

/** Gives what each turn says, one after the other. */
function readerOf(...answers: readonly Promise<string[]>[]): ReturnType<typeof createLastRead<string[]>> {
  let count = 0;
  return createLastRead(() => answers[count++] ?? never, { patienceMs: 20 });
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => (error as AppError).code,
  );

describe('what was read last', () => {
  it('is not given where the service answers', async () => {
    const read = readerOf(Promise.resolve(['old']), Promise.resolve(['new']));
    expect([await read(sara), await read(sara)]).to.deep.equal([['old'], ['new']]);
  });

  it('is given where the service is slow or says nothing', async () => {
    for (const silence of [never, failing('unreachable')]) {
      const read = readerOf(Promise.resolve(['old']), silence);
      await read(sara);
      expect(await read(sara)).to.deep.equal(['old']);
    }
  });

  it('is given at once while a reading that was too slow is under way, which is not begun twice', async () => {
    const read = readerOf(Promise.resolve(['old']), never, Promise.resolve(['new']));
    await read(sara);
    expect([await read(sara), await read(sara), await read(sara)]).to.deep.equal([['old'], ['old'], ['old']]);
  });

  it('is given to nobody else', async () => {
    const read = readerOf(Promise.resolve(['of Sara']), failing('unreachable'));
    await read(sara);
    expect(await codeOf(read(marco))).to.equal('unreachable');
  });

  it('is given no more once the service refused, or nobody is signed in', async () => {
    for (const code of ['unauthorized', 'refused'] as const) {
      const read = readerOf(Promise.resolve(['old']), failing(code), failing('unreachable'));
      await read(sara);
      expect(await codeOf(read(sara))).to.equal(code);
      expect(await codeOf(read(sara))).to.equal('unreachable');
    }
  });
});
