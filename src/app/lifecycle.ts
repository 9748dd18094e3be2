import type { Logger } from 'pino';
import { errorFacts } from '../bot/adapter.ts';
import { AppError } from '../errors.ts';
import { SANDBOX_PATH } from '../http/sandbox-route.ts';
import type { HttpServer } from '../http/server.ts';
import type { FolderLock } from '../storage/folder-lock.ts';
import { removeSandboxFile, writeSandboxFile } from '../storage/sandbox-file.ts';
import type { App } from './app.ts';
import type { OpenExperts } from './experts.ts';
import type { LiveKnowledge } from './live-knowledge.ts';
import type { OpenOutbound } from './outbound.ts';
import type { Retention } from './retention.ts';
import type { SelfTest } from './self-test.ts';
import type { Telemetry } from '../telemetry/open-telemetry.ts';
import type { UsageCount } from './usage.ts';
import type { OpenWatch } from './watch.ts';

/** What begins and ends with the assistant. */
export interface LifecycleParts {
  readonly server: HttpServer;
  /** How long turns under way may take once the assistant stops, in milliseconds. */
  readonly drainMs: number;
  /** Null where nothing is kept on this machine. */
  readonly lock: FolderLock | null;
  /** Null where there is no sandbox. */
  readonly sandboxToken: string | null;
  readonly watching: OpenWatch;
  readonly outbound: Pick<OpenOutbound, 'start' | 'stop'>;
  readonly experts: Pick<OpenExperts, 'start' | 'stop'>;
  readonly knowledge: Pick<LiveKnowledge, 'start' | 'stop'>;
  readonly usage: Pick<UsageCount, 'start' | 'stop'>;
  readonly retention: Retention;
  readonly selfTest: SelfTest;
  /** Null where nothing is traced. */
  readonly telemetry: Telemetry | null;
  readonly log: Logger;
}

/** Starts the parts in their order, and ends them in the reverse one. */
export function createLifecycle(parts: LifecycleParts): Pick<App, 'start' | 'stop' | 'lost'> {
  const { server, drainMs, lock, sandboxToken, watching, outbound, experts, retention, selfTest } = parts;
  const { knowledge, telemetry, usage, log } = parts;
  const end = async (): Promise<void> => {
    await selfTest.stop();
    // What is left to send is another process's, or the next start's; it need not wait for our turns.
    await Promise.all([server.close(drainMs), outbound.stop()]);
    await Promise.all([watching.stop(), experts.stop(), knowledge.stop(), usage.stop()]);
    await retention.stop();
    await telemetry?.stop();
    // On a disk that takes nothing these stay, and the next start knows what to make of them.
    if (lock === null) return;
    if (sandboxToken !== null) await unlessDiskFails(removeSandboxFile(lock), log);
    await unlessDiskFails(lock.release(), log);
  };
  let ending: Promise<void> | null = null;
  return {
    lost: lock?.lost ?? new Promise(() => undefined),
    async start() {
      const address = await server.listen();
      if (lock !== null && sandboxToken !== null) {
        await writeSandboxFile(lock, { url: `${address}${SANDBOX_PATH}`, token: sandboxToken });
      }
      outbound.start();
      experts.start();
      watching.start();
      retention.start();
      knowledge.start();
      usage.start();
      selfTest.start(address);
      return address;
    },
    // Once: the second time the folder may be another's.
    stop: () => (ending ??= end()),
  };
}

/** What is tidied up at the end must not keep the end from coming; that the folder is another's now is told. */
async function unlessDiskFails(work: Promise<void>, log: Logger): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError && error.details.reason === 'folder-lost') throw error;
    log.warn(errorFacts(error), 'something was left behind');
  }
}
