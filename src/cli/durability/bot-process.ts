import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Conversation } from './conversation.ts';
import { AppError } from '../../errors.ts';
import { sandboxResultSchema } from '../../referrals/embedded/sandbox-command.ts';
import { type BotChild, startBotChild } from '../fleet/bot-child.ts';
import { readSandboxFile } from '../../storage/sandbox-file.ts';

/** A deal as it is found when all is over. */
export interface FoundDeal {
  readonly customer: string;
  /** Status and substatus of our side: `Active/Accepted`, `Closed/Won`. */
  readonly state: string;
}

/** The bot that is run, killed and asked, known by its address alone: one process, or many behind one address. */
export interface BotUnderTest {
  /** Where activities are posted, with a slash at its end; null while nothing listens. */
  readonly address: string | null;
  /**
   * Starts it on what it kept before, and resolves once it listens.
   *
   * @throws AppError `unreachable` when it ends before it listens, also because it was killed.
   */
  start(): Promise<void>;
  /** Ends it as a power cut would, at any moment, also while it starts; resolves when it is gone. */
  kill(): Promise<void>;
  /** What a person does first in a new chat; absent where nobody has to sign in. */
  readonly welcome?: (chat: Conversation) => Promise<void>;
  /**
   * Has something happen that somebody must be told without asking: resolves to a name that the message holds, or to
   * null as long as nobody has agreed to be told.
   */
  readonly makeNews?: () => Promise<string | null>;
  /** All deals it has, whoever made them. */
  deals(): Promise<readonly FoundDeal[]>;
  /** Kills it and removes what it kept. */
  close(): Promise<void>;
}

/** The assistant with the sample company, in a process and a data folder of its own. */
export async function createBotProcess(): Promise<BotUnderTest> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cosell-durability-'));
  let child: BotChild | null = null;
  let address: string | null = null;
  const kill = async (): Promise<void> => {
    const dying = child;
    [child, address] = [null, null];
    await dying?.kill();
  };
  return {
    get address() {
      return address;
    },
    async start() {
      const starting = (child = startBotChild({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }));
      const listening = await starting.listening;
      if (child === starting) address = listening;
    },
    kill,
    deals: () => readDeals(dataDir),
    async close() {
      await kill();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** As `npm run sandbox -- list` asks: over HTTP, with the token of the running bot. */
async function readDeals(dataDir: string): Promise<FoundDeal[]> {
  const sandbox = await readSandboxFile(dataDir);
  if (sandbox === null)
    throw new AppError('unreachable', 'bench durability: no bot runs that could be asked');
  const response = await fetch(sandbox.url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${sandbox.token}` },
    body: JSON.stringify({ command: 'list' }),
  });
  const { deals } = sandboxResultSchema.parse(await response.json());
  // A deal is called "customer, solution" unless somebody names it.
  return deals.map(({ name, ours }) => ({ customer: name.split(',')[0] ?? name, state: ours }));
}
