import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStandIns, type StandIns } from '../stand-ins.ts';
import { startAzureStandIn } from './azure-stand-in.ts';
import { createFleet } from './fleet.ts';

export interface DevFleetOptions {
  readonly processes: number;
  /** 0 takes any free port. */
  readonly port: number;
  readonly logLevel: string;
}

/** Several processes with stand-ins for all of Microsoft's services, for development. */
export interface DevFleet extends Pick<StandIns, 'play'> {
  /** With a slash at its end. */
  readonly address: string;
  close(): Promise<void>;
}

/** What any of the processes may answer; the page and its chat are one process's. */
const SHARED_PATHS = /^\/api\//;

/** Everything is new at each start, and gone at its end. */
export async function startDevFleet({ processes, port, logLevel }: DevFleetOptions): Promise<DevFleet> {
  const dir = await mkdtemp(join(tmpdir(), 'co-sell-dev-'));
  const storage = await startAzureStandIn();
  const services: { env?: Readonly<Record<string, string>> } = {};
  const fleet = await createFleet({
    processes,
    env: () => ({ ...storage.env, ...services.env, LOG_LEVEL: logLevel, CHAT_PAGE_ORIGIN: fleet.address }),
    proxy: { port, staysWithFirst: (path) => !SHARED_PATHS.test(path) },
  });
  const standIns = await startStandIns(dir, Number(new URL(fleet.address).port));
  services.env = standIns.env;
  const close = async (): Promise<void> => {
    await fleet.close();
    await standIns.close();
    await storage.close();
    await rm(dir, { recursive: true, force: true });
  };
  try {
    await fleet.start();
  } catch (error) {
    await close();
    throw error;
  }
  return { address: fleet.address, play: (line) => standIns.play(line), close };
}
