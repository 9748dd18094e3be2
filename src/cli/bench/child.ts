import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A bot in a process of its own, as it runs in earnest. */
export interface BenchChild {
  readonly address: string;
  /** From spawn to the line that says where it listens, in milliseconds. */
  readonly startMs: number;
  /** Processor time the process has used so far, in milliseconds. */
  cpuMs(): Promise<number>;
  stop(): void;
}

/** What can be started, by its compiled file. */
const SCRIPTS = { bot: '../../main.js', echo: './echo.js' } as const;

/** Starts a compiled script of this project and waits until it prints its address. */
export async function startChild(script: 'bot' | 'echo'): Promise<BenchChild> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cosell-bench-'));
  const startedAt = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL(SCRIPTS[script], import.meta.url))], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await firstAddress(child);
  return {
    address,
    startMs: performance.now() - startedAt,
    cpuMs: () => readCpuMs(address),
    stop() {
      child.kill('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /https?:\/\/[\d.:a-z]+\//.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code) =>
      reject(new Error(`the process ended with ${String(code)} before it listened`)),
    );
  });
}

async function readCpuMs(address: string): Promise<number> {
  const text = await (await fetch(`${address}metrics`)).text();
  const seconds = /^process_cpu_seconds_total (\S+)/m.exec(text)?.[1];
  return Number(seconds) * 1000;
}
