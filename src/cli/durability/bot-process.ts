import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppError } from '../../errors.ts';
import { sandboxResultSchema } from '../../referrals/embedded/sandbox-command.ts';
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
  /** All deals it has, whoever made them. */
  deals(): Promise<readonly FoundDeal[]>;
  /** Kills it and removes what it kept. */
  close(): Promise<void>;
}

/** The assistant with the sample company, in a process and a data folder of its own. */
export async function createBotProcess(): Promise<BotUnderTest> {
  const dataDir = await mkdtemp(join(tmpdir(), 'cosell-durability-'));
  let child: ChildProcess | null = null;
  let address: string | null = null;
  const kill = async (): Promise<void> => {
    const dying = child;
    [child, address] = [null, null];
    if (dying === null || dying.exitCode !== null || dying.signalCode !== null) return;
    const gone = once(dying, 'exit');
    dying.kill('SIGKILL');
    await gone;
  };
  return {
    get address() {
      return address;
    },
    async start() {
      const starting = (child = spawnBot(dataDir));
      const listening = await readAddress(starting);
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

/** Compiled or by the same loader from source, as this file itself runs. */
function spawnBot(dataDir: string): ChildProcess {
  const main = fileURLToPath(new URL(`../../main${extname(import.meta.url)}`, import.meta.url));
  return spawn(process.execPath, [...process.execArgv, main], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const printed = { stdout: '', stderr: '' };
    child.stdout?.on('data', (chunk: Buffer) => {
      printed.stdout += chunk.toString();
      const address = /https?:\/\/[\d.:a-z]+\//.exec(printed.stdout)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.stderr?.on('data', (chunk: Buffer) => void (printed.stderr += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const how = `${String(code ?? signal)} ${printed.stderr.trim().slice(0, 500)}`.trim();
      reject(new AppError('unreachable', `bench durability: the bot ended before it listened: ${how}`));
    });
  });
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
