import { expect } from 'chai';
import { createBotAdapter, errorFacts, newReference } from '../../src/bot/adapter.ts';
import { AppError } from '../../src/errors.ts';

describe('bot adapter', () => {
  it('logs of an error its code and the first line of its message, and no more', () => {
    const cause = new Error('token abc');
    expect(errorFacts(new AppError('refused', 'service: no\nBearer abc', { cause }))).to.deep.equal({
      code: 'refused',
      error: 'service: no',
    });
    expect(errorFacts(Object.assign(new Error('x'), { statusCode: 403 })).code).to.equal('status-403');
    expect(errorFacts(Object.assign(new Error('x'), { code: 'ENOSPC' })).code).to.equal('ENOSPC');
    expect(errorFacts(new TypeError('x')).code).to.equal('TypeError');
    expect(errorFacts('thrown text').code).to.equal('unknown');
    expect(errorFacts(new Error('y'.repeat(5000))).error).to.have.length(300);
  });

  it('answers for a handler that fails, and says to come back where replies did not arrive', async () => {
    const told: unknown[] = [];
    const adapter = createBotAdapter((error) => `R${String(told.push(error))}`);
    const fail = () => Promise.reject(new Error('secret'));
    expect(await adapter.runTurn({ type: 'invoke', channelId: 'x' }, fail)).to.deep.equal({
      status: 500,
      body: { reference: 'R1' },
    });
    expect(await adapter.runTurn({ type: 'message', channelId: 'x' }, fail)).to.deep.equal({ status: 200 });
    expect(told).to.have.length(2);
    const undelivered = () => Promise.resolve('undelivered' as const);
    const { status, headers } = await adapter.runTurn({ type: 'message', channelId: 'x' }, undelivered);
    expect([status, headers]).to.deep.equal([503, { 'Retry-After': '5' }]);
  });

  it('gives the times of an activity as dates, and drops what is none', async () => {
    const adapter = createBotAdapter(() => 'R');
    const body = { type: 'message', timestamp: '2026-11-24T09:00:00Z', expiration: 'soon' };
    await adapter.runTurn(body, (context) => {
      expect(context.activity.timestamp).to.deep.equal(new Date('2026-11-24T09:00:00Z'));
      expect(context.activity.expiration).to.equal(undefined);
      return Promise.resolve('done');
    });
  });

  it('makes references that are not misread', () => {
    const references = Array.from({ length: 200 }, newReference);
    for (const reference of references) expect(reference).to.match(/^[2-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(references).size).to.be.above(150);
  });
});
