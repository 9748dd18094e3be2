import { expect } from 'chai';
import fc from 'fast-check';
import { createChannelKeys } from '../../src/auth/channel-keys.ts';
import { createGraphDirectory } from '../../src/directory/graph-directory.ts';
import { createFileDirectory } from '../../src/directory/file-directory.ts';
import { AppError } from '../../src/errors.ts';
import { createRemoteService } from '../../src/remote/remote-service.ts';
import { readEvent } from '../../src/webhooks/event.ts';
import { startSignInStage, type SignInStage } from '../auth/sign-in-stage.ts';
import { startChannelIssuer } from '../fakes/channel-issuer.ts';
import { people } from '../fakes/stage.ts';
import type { WireServer } from '../fakes/wire-server.ts';
import { draft } from '../referrals/deals.ts';
import {
  type GatewayStage,
  solution,
  startGatewayStage,
  tokensOf,
} from '../referrals/partner-center/stage.ts';
import { type Change, changed, oddChange } from './odd-json.ts';
import { runs, TIMES } from './runs.ts';

const { sara } = people;

/** What comes back is used, or is one of our own errors; everything else is a fault. */
async function isOurs(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    expect(error).to.be.instanceOf(AppError);
  }
}

/** Changes the next answers of a stand-in. */
function alter(server: WireServer, changes: readonly Change[]): void {
  server.faults.clear();
  const kind = 'alter';
  server.faults.plan(
    {},
    { kind, alter: (reply) => ({ ...reply, body: changed(reply.body as fc.JsonValue, changes) }) },
    20,
  );
}

const changes = fc.array(oddChange, { minLength: 1, maxLength: 3 });

describe('services that answer what they never should', function () {
  this.timeout(120_000 * TIMES);

  describe('Partner Center', () => {
    let stage: GatewayStage;
    before(async () => {
      stage = await startGatewayStage({}, { operationMs: 500 });
      for (const name of ['one', 'two'])
        await stage.gateway.create(sara, draft({ name, solutions: [solution] }), name);
    });
    after(() => stage.stage.close());

    it('is read as far as it can be, or is an error of ours', async () => {
      const { gateway } = stage;
      const [first] = await gateway.list(sara);
      const server = stage.stage.partnerCenter.referrals;
      await fc.assert(
        fc.asyncProperty(changes, async (odd) => {
          alter(server, odd);
          await isOurs(() => gateway.list(sara));
          await isOurs(() => gateway.get(sara, first?.id ?? ''));
        }),
        runs(30),
      );
      server.faults.clear();
      expect((await gateway.list(sara)).map(({ name }) => name).sort()).to.deep.equal(['one', 'two']);
    });
  });

  describe('Graph', () => {
    it('is read as far as it can be, or is an error of ours', async () => {
      const { stage } = await startGatewayStage();
      const company = { name: 'Aurelia Sistemi', currency: 'EUR', country: 'IT', locations: [] };
      const open = () =>
        createGraphDirectory({
          service: createRemoteService({
            name: 'graph',
            baseUrl: stage.graph.url,
            audience: 'graph',
            tokens: tokensOf(stage),
            retryDelayMs: 1,
          }),
          listed: createFileDirectory({ people: [], admins: [], asOf: '2026-11-01T00:00:00.000Z' }),
          companyOf: () => company,
          operationMs: 500,
        });
      await fc.assert(
        fc.asyncProperty(changes, async (odd) => {
          alter(stage.graph, odd);
          const directory = open();
          await isOurs(() => directory.listAdmins(sara));
          await isOurs(() => directory.findPerson(sara));
        }),
        runs(20),
      );
      await stage.close();
    });
  });

  describe('events of Partner Center', () => {
    it('are a deal’s by its id, something else, or unreadable', () => {
      const now = new Date('2026-11-24T09:00:00Z');
      const event: fc.JsonValue = {
        EventName: 'referral-updated',
        ResourceUri: 'https://api.example/referrals/6f41695c-97da-4311-8c12-b5e66743d5d0',
        ResourceChangeUtcDate: now.toISOString(),
      };
      const body = fc.oneof(
        changes.map((odd) => JSON.stringify(changed(event, odd))),
        fc.string({ unit: 'binary', maxLength: 200 }),
      );
      fc.assert(
        fc.property(body, (text) => {
          const read = readEvent(Buffer.from(text), now);
          expect(read.kind).to.be.oneOf(['deal', 'other', 'unreadable', 'too-old']);
          if (read.kind === 'deal') expect(read.event.id).to.match(/^[\da-f-]{36}$/);
        }),
        runs(300),
      );
    });
  });

  describe('who lists the keys of callers', () => {
    it('lists keys that can be used, or nobody is judged by them', async () => {
      const issuer = await startChannelIssuer();
      await fc.assert(
        fc.asyncProperty(changes, async (odd) => {
          alter(issuer, odd);
          const keys = createChannelKeys({ url: issuer.keysUrl, now: () => new Date() });
          await isOurs(async () => {
            const found = await keys.find(issuer.key.kid);
            if (found !== null) expect(found.publicKey.asymmetricKeyType).to.equal('rsa');
          });
        }),
        runs(30),
      );
      await issuer.close();
    });
  });

  describe('the token service', () => {
    let stage: SignInStage;
    before(async () => void (stage = await startSignInStage()));
    after(() => stage.stage.close());

    it('gives a token that is a text, or none', async () => {
      await stage.signIn(sara);
      await fc.assert(
        fc.asyncProperty(changes, async (odd) => {
          alter(stage.stage.tokens, odd);
          await isOurs(async () =>
            expect(await stage.restart().tokenFor(sara, 'referrals'))
              .to.be.a('string')
              .and.not.equal(''),
          );
        }),
        runs(30),
      );
    });
  });
});
