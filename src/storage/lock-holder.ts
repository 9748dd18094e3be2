import { randomUUID } from 'node:crypto';
import { readFile, readlink, statfs } from 'node:fs/promises';
import { hostname } from 'node:os';
import * as z from 'zod';
import { codeOf } from './durable-file.ts';

/** Who holds a data folder, as its lock says. */
export const holderSchema = z.object({
  pid: z.number().int(),
  host: z.string(),
  /** The kernel's start time of the process; pids are used again, in containers at once. Null if unknown. */
  startTime: z.string().nullable(),
  nonce: z.string().min(1),
  /** Which run of which kernel; null if unknown (or in the lock of an older release). */
  bootId: z.string().nullable().default(null),
  /** In which PID namespace the pid counts: two containers may each have a process 7. Null if unknown. */
  pidNamespace: z.string().nullable().default(null),
});

export type Holder = z.infer<typeof holderSchema>;

/** Whether a holder lives. `unknown` means that it can't be told from here, except by its heartbeat. */
export type Life = 'alive' | 'dead' | 'unknown';

/** This process as a holder, with a nonce of its own. */
export async function describeSelf(): Promise<Holder> {
  return {
    pid: process.pid,
    host: hostname(),
    startTime: (await readProcess('self'))?.startTime ?? null,
    nonce: randomUUID(),
    ...(await readPlace()),
  };
}

/**
 * Judges a holder by facts alone. A pid that isn't there proves death only in the namespace it counts in, and
 * another boot proves it only where one kernel alone can have the file system.
 *
 * @param dir the folder that is held.
 */
export async function lifeOf(holder: Holder, self: Holder, dir: string): Promise<Life> {
  if (holder.bootId === null || self.bootId === null) return 'unknown';
  if (holder.bootId !== self.bootId) return (await isOfOneKernel(dir)) ? 'dead' : 'unknown';
  if (holder.pidNamespace === null || holder.pidNamespace !== self.pidNamespace) return 'unknown';
  if (!hasProcess(holder.pid)) return 'dead';
  const found = await readProcess(holder.pid);
  // Z and X: it has ended, and its parent hasn't asked how.
  if (found !== null && 'ZX'.includes(found.state)) return 'dead';
  if (found !== null && holder.startTime !== null && found.startTime !== holder.startTime) return 'dead';
  // It exists, be it stopped. Under a host name of its own its heartbeat says whether it is at work.
  return holder.host === self.host ? 'alive' : 'unknown';
}

/** In which kernel and namespace we are; where there is no Linux, the machine's name stands for both. */
async function readPlace(): Promise<Pick<Holder, 'bootId' | 'pidNamespace'>> {
  if (process.platform !== 'linux') return { bootId: hostname(), pidNamespace: hostname() };
  const bootId = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => null);
  // Where /proc shows another namespace than ours (unshare without a mount), its pids aren't those we know.
  const seen = await readlink('/proc/self').catch(() => null);
  const pidNamespace = await readlink('/proc/self/ns/pid').catch(() => null);
  return { bootId: bootId?.trim() ?? null, pidNamespace: seen === String(process.pid) ? pidNamespace : null };
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return codeOf(error) === 'EPERM';
  }
}

/** State and start time, fields 3 and 22 of /proc/PID/stat (proc(5)); null where there is no such file. */
async function readProcess(pid: number | 'self'): Promise<{ state: string; startTime: string } | null> {
  const text = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => null);
  // The second field, the program's name, may hold spaces and ends at the last bracket.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, startTime] = [fields?.[0], fields?.[19]];
  return state === undefined || startTime === undefined ? null : { state, startTime };
}

/** File systems that no two kernels can write at a time (statfs(2)): ext, XFS, Btrfs, tmpfs, overlay, F2FS, ZFS. */
const OF_ONE_KERNEL = [0xef53, 0x58465342, 0x9123683e, 0x01021994, 0x794c7630, 0xf2f52010, 0x2fc12fc1];

async function isOfOneKernel(dir: string): Promise<boolean> {
  return statfs(dir).then(
    ({ type }) => OF_ONE_KERNEL.includes(type),
    () => false,
  );
}
