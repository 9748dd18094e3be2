import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printedAddress } from '../printed-address.ts';

/** A bot in a process of its own, as it runs in earnest. */
export interface BenchChild {
  readonly address: string;
  /** From spawn to the line that says where it listens, in milliseconds. */
  readonly startMs: number;
  /** Processor time the process has used so far, in milliseconds. */
  cpuMs(): Promise<number>;
  /** Memory in use, and of the whole process. */
  memory(): Promise<{ readonly heapBytes: number; readonly rssBytes: number }>;
  stop(): void;
}

/** What can be started, by its compiled file. */
const SCRIPTS = { bot: 'main.js', echo: 'cli/bench/echo.js' } as const;
/** Where our own compiled code lies. */
const CODE_FOLDER = fileURLToPath(new URL('../../', import.meta.url));

/** What may differ from one child to the next. */
export interface ChildOptions {
  /** Another build of the project: its `dist/src`. */
  readonly codeFolder?: string;
}

/** Starts a compiled script of the project and waits until it prints its address. */
export async function startChild(
  script: 'bot' | 'echo',
  { codeFolder = CODE_FOLDER }: ChildOptions = {},
): Promise<BenchChild> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cosell-bench-'));
  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(codeFolder, SCRIPTS[script])], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await printedAddress(child);
  return {
    address,
    startMs: performance.now() - startedAt,
    cpuMs: async () => 1000 * (await readMetric(address, 'process_cpu_seconds_total')),
    memory: async () => ({
      heapBytes: await readMetric(address, 'nodejs_heap_size_used_bytes'),
      rssBytes: await readMetric(address, 'process_resident_memory_bytes'),
    }),
    stop() {
      child.kill('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function readMetric(address: string, name: string): Promise<number> {
  const text = await (await fetch(`${address}metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]);
}
