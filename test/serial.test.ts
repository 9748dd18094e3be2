import { expect } from 'chai';
import { createSerial } from '../src/serial.ts';

describe('serial work', () => {
  it('runs the work of one key in the order in which it came', async () => {
    const serial = createSerial();
    const done: number[] = [];
    const slowFirst = serial.run('k', async () => {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      done.push(1);
    });
    await Promise.all([slowFirst, serial.run('k', () => Promise.resolve(done.push(2)))]);
    expect(done).to.deep.equal([1, 2]);
  });

  it('does not let one key wait for another', async () => {
    const serial = createSerial();
    void serial.run('stuck', () => new Promise(() => undefined));
    expect(await serial.run('free', () => Promise.resolve('done'))).to.equal('done');
  });

  it('knows whether somebody is at it', async () => {
    const serial = createSerial();
    const work = serial.run('k', () => Promise.resolve(serial.isBusy('k')));
    expect(await work).to.equal(true);
    expect([serial.isBusy('k'), serial.isBusy('other')]).to.deep.equal([false, false]);
  });

  it('gives a failure to its own caller and goes on', async () => {
    const serial = createSerial();
    const failing = serial.run('k', () => Promise.reject(new Error('no')));
    const next = serial.run('k', () => Promise.resolve('yes'));
    expect(await failing.catch((error: unknown) => String(error))).to.equal('Error: no');
    expect(await next).to.equal('yes');
  });
});
