import { expect } from 'chai';
import fc from 'fast-check';
import { createGraphDirectory } from '../../src/directory/graph-directory.ts';
import { createFileDirectory } from '../../src/directory/file-directory.ts';
import { AppError } from '../../src/errors.ts';
import { createRemoteService } from '../../src/remote/remote-service.ts';
import { startSignInStage, type SignInStage } from '../auth/sign-in-stage.ts';
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
  this.timeout(120_000);

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
        { numRuns: 30 },
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
        { numRuns: 20 },
      );
      await stage.close();
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
        { numRuns: 30 },
      );
    });
  });
});
