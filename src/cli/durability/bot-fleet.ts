import { setTimeout as wait } from 'node:timers/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAzureStandIn } from '../fleet/azure-stand-in.ts';
import { createFleet } from '../fleet/fleet.ts';
import { SARA_ID } from '../../directory/sample-people.ts';
import { startStandIns, type StandIns } from '../stand-ins.ts';
import type { BotUnderTest, FoundDeal } from './bot-process.ts';
import type { Conversation } from './conversation.ts';
import type { TakenReply } from './connector.ts';
import { sayUntilKept } from './seller.ts';

export interface BotFleetOptions {
  readonly processes: number;
  /** Draws the process that is killed. */
  readonly random: () => number;
}

/**
 * The assistant in several processes behind one address, on one storage; deals are Partner Center's, of which a
 * stand-in is asked. Each kill ends one process, and each start starts those that don't run.
 */
export async function createBotFleet({ processes, random }: BotFleetOptions): Promise<BotUnderTest> {
  const dir = await mkdtemp(join(tmpdir(), 'cosell-fleet-services-'));
  const storage = await startAzureStandIn();
  let standIns: StandIns | null = null;
  const fleet = await createFleet({
    processes,
    env: () => ({ ...storage.env, ...standIns?.env, LOG_LEVEL: 'silent' }),
    proxy: { port: 0 },
  });
  const services = (standIns = await startStandIns(dir, Number(new URL(fleet.address).port)));
  let isStarted = false;
  let hasAgreed = false;
  return {
    get address() {
      return isStarted && fleet.running() > 0 ? fleet.address : null;
    },
    async start() {
      await fleet.start();
      isStarted = true;
    },
    kill: () => fleet.kill(Math.floor(random() * processes)),
    deals: () => Promise.resolve(services.deals().map(toFound)),
    async welcome(chat) {
      const isTold = await signInAndAgree(chat, services);
      if (chat.person.objectId === SARA_ID && isTold) hasAgreed = true;
    },
    makeNews: () => (hasAgreed ? services.makeNews() : Promise.resolve(null)),
    async close() {
      await fleet.close();
      await services.close();
      await storage.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** A deal is called "customer, solution" unless somebody names it. */
function toFound({ name, state }: { readonly name: string; readonly state: string }): FoundDeal {
  return { customer: name.split(',')[0] ?? name, state };
}

/** So often it is tried: a kill may have taken the reply, or a busy service have kept it waiting. */
const MOST_TRIES = 5;
const PAUSE_MS = 1_000;
const SIGNED_IN = /Accesso fatto/;

/** Signs the person in, and has them agree to be told what Microsoft answers; true where that was heard. */
async function signInAndAgree(chat: Conversation, services: StandIns): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { replies } = await sayUntilKept(chat, { text: 'accedi' });
    const link = linkIn(replies);
    const code = link === null ? null : await services.signIn(link, chat.person.objectId);
    const heard = code === null ? [] : (await sayUntilKept(chat, { text: code })).replies;
    if (heard.some(({ content }) => SIGNED_IN.test(content))) break;
    await wait(PAUSE_MS);
  }
  return (await sayUntilKept(chat, { text: 'avvisami' })).replies.length > 0;
}

function linkIn(replies: readonly TakenReply[]): string | null {
  return (
    /https?:\/\/[^"\\]*\/signin\?[^"\\]*/.exec(replies.map(({ content }) => content).join())?.[0] ?? null
  );
}
