import { expect } from 'chai';
import { pino } from 'pino';
import { createBotAdapter, errorFacts, newReference, receiver } from '../../src/bot/adapter.ts';
import { AppError } from '../../src/errors.ts';

const ACTIVITY = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'https://smba.example/teams',
  conversation: { id: 'c' },
  from: { id: 'u' },
  recipient: { id: 'b' },
  text: 'un segreto',
};

describe('bot adapter', () => {
  it('answers 401 to whoever cannot say who they are, where an app id is configured', async () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => void lines.push(line) });
    const identity = { MicrosoftAppId: '0f0f0f0f-1111-4222-8333-444444444444', MicrosoftAppPassword: 's' };
    const adapter = createBotAdapter({ identity, onError: newReference });
    let turns = 0;
    const receive = receiver(
      adapter,
      async () => {
        turns += 1;
        return 'done';
      },
      log,
    );
    for (const authorization of ['', 'Bearer', 'Bearer junk', 'Basic eDp5']) {
      const { status, body } = await receive(authorization, ACTIVITY);
      expect([authorization, status]).to.deep.equal([authorization, 401]);
      expect(body).to.have.property('error', 'not authenticated');
    }
    expect(turns).to.equal(0);
    expect(lines).to.have.length(4);
    expect(lines.join('')).not.to.contain('segreto');
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

  it('makes references that are not misread', () => {
    const references = Array.from({ length: 200 }, newReference);
    for (const reference of references) expect(reference).to.match(/^[2-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(references).size).to.be.above(150);
  });
});
