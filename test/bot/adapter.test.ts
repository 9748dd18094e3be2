import { TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { createBotAdapter, errorFacts, newReference } from '../../src/bot/adapter.ts';
import { AppError } from '../../src/errors.ts';
import { createSdkAdapter } from '../http/sdk-adapter.ts';
import { describeTurnRunner } from './adapter.contract.ts';

const referenceOf = ({ activity }: TurnContext): unknown => TurnContext.getConversationReference(activity);

describe('bot adapter', () => {
  describe('of our own', () => {
    describeTurnRunner(createBotAdapter, referenceOf);
  });
  describe('of the SDK', () => {
    describeTurnRunner((onError) => createSdkAdapter(null, onError), referenceOf);
  });

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

  it('says to come back where replies did not arrive', async () => {
    const undelivered = () => Promise.resolve('undelivered' as const);
    const body = { type: 'message', channelId: 'x' };
    const { status, headers } = await createBotAdapter(() => 'R').runTurn(body, undelivered);
    expect([status, headers]).to.deep.equal([503, { 'Retry-After': '5' }]);
  });

  it('drops a time that is none', async () => {
    await createBotAdapter(() => 'R').runTurn({ type: 'message', expiration: 'soon' }, (context) => {
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
