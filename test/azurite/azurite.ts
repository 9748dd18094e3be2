import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Suite } from 'mocha';
import { commandOf } from '../child-process.ts';

/** Where `npm ci --prefix test/azurite` puts it; it is no package of the project, for it is large. */
const MODULE = join(process.cwd(), 'test/azurite/node_modules/azurite/dist/src/azurite.js');

/** The account that every emulator has; its key is published. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** A running emulator of Azure Storage. */
export interface Azurite {
  readonly connectionString: string;
  /** Such as `http://127.0.0.1:40001/devstoreaccount1`. */
  readonly blobUrl: string;
  /** Lets its clock jump, so that nobody has to wait for a lease to end. */
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

let running: Promise<Azurite> | null = null;

/**
 * The emulator for a suite's tests, one for all suites of this process; it ends with the process. Where it isn't
 * installed the tests are skipped, by name.
 */
export function useAzurite(suite: Suite): () => Azurite {
  let azurite: Azurite | null = null;
  suite.timeout(240_000);
  suite.beforeAll('starts Azurite', async function () {
    if (!isAzuriteInstalled()) return this.skip();
    azurite = await (running ??= startAzurite());
  });
  return () => {
    if (azurite === null) throw new Error('Azurite is not running');
    return azurite;
  };
}

/** A name that no other suite has, so that all may share one emulator. */
export function newContainerName(): string {
  return `test-${crypto.randomUUID()}`;
}

/** Whether it is there: `npm ci --prefix test/azurite` installs it. */
export function isAzuriteInstalled(): boolean {
  return existsSync(MODULE);
}

/** Starts one; it ends with this process at the latest. */
export async function startAzurite(): Promise<Azurite> {
  const [command, ...args] = commandOf('test/azurite/serve');
  const child = spawn(command, [...args, MODULE], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const [blobUrl, queueUrl] = await Promise.all([
    waitFor(child, lines, /Blob service is successfully listening at (\S+)/),
    waitFor(child, lines, /Queue service is successfully listening at (\S+)/),
  ]);
  // Neither it nor its pipes keep this process alive.
  child.unref();
  for (const pipe of [child.stdin, child.stdout]) if ('unref' in pipe) (pipe.unref as () => void)();
  return {
    connectionString: [
      'DefaultEndpointsProtocol=http',
      `AccountName=${ACCOUNT}`,
      `AccountKey=${KEY}`,
      `BlobEndpoint=${blobUrl}/${ACCOUNT}`,
      `QueueEndpoint=${queueUrl}/${ACCOUNT}`,
    ].join(';'),
    blobUrl: `${blobUrl}/${ACCOUNT}`,
    async advance(ms) {
      const advanced = waitFor(child, lines, /^(advanced)$/);
      child.stdin.write(`${String(ms)}\n`);
      await advanced;
    },
    async close() {
      child.ref();
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function waitFor(child: ChildProcess, lines: Interface, sign: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (line: string): void => {
      const found = sign.exec(line)?.[1];
      if (found === undefined) return;
      lines.off('line', look);
      resolve(found);
    };
    lines.on('line', look);
    child.once('exit', (code) => reject(new Error(`Azurite ended with ${String(code)}`)));
  });
}
