import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Usage } from './usage.ts';

/**
 * Runs the assistant, or the echo bot, in this process, and tells whoever started it what the process uses. Only from
 * within can one see how late the event loop comes.
 */
const RESOLUTION_MS = 10;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
let cpuBefore = process.cpuUsage();

process.on('message', () => {
  const { user, system } = process.cpuUsage(cpuBefore);
  cpuBefore = process.cpuUsage();
  // A timer is never early: what the histogram has is the delay with the resolution itself in it.
  const ms = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  const usage: Usage = {
    cpuMs: (user + system) / 1000,
    rssMiB: process.memoryUsage.rss() / 1_048_576,
    loopDelay: { p50: ms(delay.percentile(50)), p99: ms(delay.percentile(99)), max: ms(delay.max) },
  };
  delay.reset();
  process.send?.(usage);
});
delay.enable();

if (process.argv[2] === 'echo') await import('../echo.ts');
else await import('../../../main.ts');
