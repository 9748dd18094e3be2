import { expect } from 'chai';
import { delayBefore, readRetryAfter } from '../../src/remote/retry.ts';

const NOW_MS = Date.parse('2026-11-24T09:00:00Z');
const read = (header: string | null, body: unknown = null): number | null =>
  readRetryAfter(header, body, NOW_MS);

describe('remote: how long a service asks to wait', () => {
  it('is told in seconds, as a date, or in the gateway’s words', () => {
    expect(read('7')).to.equal(7000);
    expect(read('Tue, 24 Nov 2026 09:00:30 GMT')).to.equal(30_000);
    expect(read('Tue, 24 Nov 2026 08:00:00 GMT')).to.equal(0);
    expect(
      read(null, { statusCode: 429, message: 'Rate limit is exceeded. Try again in 21 seconds.' }),
    ).to.equal(21_000);
  });

  it('is null where nothing was said', () => {
    for (const [header, body] of [
      [null, null],
      ['soon', null],
      [null, { message: 'Slow down.' }],
      [null, 'x'],
    ] as const) {
      expect(read(header, body)).to.equal(null);
    }
  });
});

describe('remote: the delay before another attempt', () => {
  it('doubles, and is never less than asked', () => {
    expect([1, 2, 3].map((attempt) => delayBefore(attempt, 300, null, 0))).to.deep.equal([300, 600, 1200]);
    expect(delayBefore(1, 300, 5000, 0)).to.equal(5000);
  });

  it('differs by chance by up to a quarter', () => {
    expect(delayBefore(1, 400, null, 1)).to.equal(500);
  });
});
