import { Writable } from 'node:stream';
import { expect } from 'chai';
import pino from 'pino';
import { sara } from '../../src/directory/sample-people.ts';
import { EVENTS_PATH } from '../../src/http/webhook-route.ts';
import { brokenServer, dropBefore, insufficientClaims, refusal, unavailable } from '../fakes/faults.ts';
import { people } from '../fakes/stage.ts';
import { signInUrlOf } from './real-bot.ts';
import { agree, chatOf, startWatchedBot, type WatchedBot } from './watched-bot.ts';
import { makeDeal } from '../fakes/portal.ts';

describe('what the log holds, at its most talkative', function () {
  this.timeout(120_000);
  let bot: WatchedBot;
  let lines: string[];
  beforeEach(async () => {
    lines = [];
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(chunk.toString('utf8'));
        done();
      },
    });
    bot = await startWatchedBot(pino({ level: 'trace' }, stream));
  });
  afterEach(() => bot.stop());

  /** Every token that went over any wire, by its signed middle part. */
  const tokensSent = (): string[] => {
    const { partnerCenter, graph, tokens } = bot.stage;
    const servers = [partnerCenter.referrals, partnerCenter.partner, graph, tokens];
    const bearers = servers.flatMap(({ requests }) =>
      requests.map(({ headers }) => String(headers.authorization ?? '').split('.')[1] ?? ''),
    );
    return [...new Set(bearers)].filter((part) => part.length > 20);
  };

  it('no token, no digits, no name, no address and no word of anybody’s, whatever fails', async () => {
    const id = await makeDeal(bot, people.sara, 'Lagunare Logistica');
    const chat = chatOf(bot, sara);
    const url = signInUrlOf(await chat.say('accedi'));
    await chat.say('000001');
    const code = (await bot.stage.tokens.signIn(url, sara.objectId)) ?? '';
    await chat.say(code);
    const { referrals, webhooks } = bot.stage.partnerCenter;
    const faults = [
      brokenServer(),
      dropBefore,
      refusal(403, 'accessDenied'),
      refusal(400, 'invalidRequest', 'x'),
      insufficientClaims('{"access_token":{"secretclaim":1}}'),
    ];
    for (const fault of faults) {
      referrals.faults.plan({}, fault, 2);
      await chat.say('microsoft ha accettato il deal con Lagunare?');
      referrals.faults.clear();
    }
    bot.stage.tokens.faults.plan({}, unavailable(), 2);
    await chat.say('stato dei miei deal');
    bot.stage.tokens.faults.clear();
    await agree(bot, sara);
    bot.connector.faults.plan({}, refusal(400, 'BadRequest'));
    bot.stage.partnerCenter.decline(id, 'No matching Microsoft customer record found');
    const { headers, body } = webhooks.signEvent({
      EventName: 'related-referral-updated',
      ResourceUri: `https://api.partnercenter.microsoft.com/engagements/v1/referrals/${id}`,
      ResourceName: 'referral',
      AuditUri: null,
      ResourceChangeUtcDate: '2026-11-24T09:00:00Z',
    });
    await fetch(`${bot.address}${EVENTS_PATH}`, { method: 'POST', headers, body });
    await fetch(`${bot.address}${EVENTS_PATH}`, { method: 'POST', headers, body: `${body} ` });
    await bot.settle();
    const log = lines.join('');
    // It did log, what it may: outcomes, calls, refusals.
    for (const fact of ['"outcome":', '"route":', 'webhook refused', 'not taken by its channel'])
      expect(log).to.contain(fact);
    const secrets = [
      ...tokensSent(),
      code,
      'Lagunare',
      'Sara',
      'Conti',
      sara.email,
      'stato dei miei',
      'secretclaim',
      'No matching Microsoft',
      'Bearer',
    ];
    expect(tokensSent()).to.have.length.above(0);
    for (const secret of secrets) expect(log).not.to.contain(secret);
  });
});
