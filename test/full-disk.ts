import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { constants } from 'node:os';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * A folder whose disk fills up, or can only be read, when a test says so. It needs no root and no second file
 * system, so it runs everywhere: it stands between a process and `node:fs/promises` (which is what the project
 * writes with; the synchronous functions, with which tests look and tamper, stay as they are), and does to real
 * files what the kernel does:
 *
 * - full: the first half of a text is written, then ENOSPC; a new folder can't be made; what is there can be
 *   read, renamed and removed, as on a real full disk;
 * - read-only: whatever would change something fails with EROFS; reading goes on.
 *
 * In the test's own process `diskOf(folder)` is enough. A bot in a process of its own is started with `env`
 * beside its other variables: `startModule('src/main', [], { ...disk.env, DATA_DIR: folder })`. Both are
 * steered by one small file beside the folder, read at each write, so a change counts from the next write on.
 */
export interface Disk {
  /** For a process of its own: makes it load this module first, and names the folder. */
  readonly env: Readonly<Record<string, string>>;
  /**
   * Nothing more fits. With `afterWrites`, so many more writes and new folders still do: with 0, 1, 2, … a
   * test makes the disk fill at each step of a turn.
   */
  fill(afterWrites?: number): void;
  makeReadOnly(): void;
  /** There is room again, and it can be written. */
  mend(): void;
}

/** Puts the folder on a disk of its own; it need not exist yet. The disk is whole until told otherwise. */
export function diskOf(folder: string): Disk {
  const path = resolve(folder);
  watched.set(path, null);
  return {
    env: { [FOLDER_VARIABLE]: path, NODE_OPTIONS: nodeOptions() },
    fill: (afterWrites = 0) => giveOrder(path, 'full', afterWrites),
    makeReadOnly: () => giveOrder(path, 'read-only', 0),
    mend: () => fs.rmSync(orderFile(path), { force: true }),
  };
}

const FOLDER_VARIABLE = 'TEST_DISK_FOLDER';

/** How the disk fails from now on; a process takes each order once, by its number, and counts down itself. */
interface Order {
  readonly number: number;
  readonly state: 'full' | 'read-only';
  /** How many writes still succeed on a full disk. */
  left: number;
}

/** Beside the folder; absent while the disk is whole. */
const orderFile = (folder: string): string => `${folder}.disk`;
let orders = 0;

/** Renamed into its place, since another process reads it at any moment. */
function giveOrder(folder: string, state: Order['state'], left: number): void {
  orders += 1;
  const draft = `${orderFile(folder)}.new`;
  fs.writeFileSync(draft, JSON.stringify({ number: orders, state, left } satisfies Order));
  fs.renameSync(draft, orderFile(folder));
}

/** The folders on such a disk, with what was last ordered. */
const watched = new Map<string, Order | null>();

/** The same loader as here comes first, or a module of TypeScript could not be loaded. */
function nodeOptions(): string {
  const given = process.env['NODE_OPTIONS'] ?? '';
  return [given, ...process.execArgv, `--import=${import.meta.url}`].join(' ').trim();
}

/** What of `fs/promises` is real. */
const real = { ...fs.promises };

type Path = Parameters<typeof real.writeFile>[0];
type Call = (...args: unknown[]) => Promise<unknown>;

/** The folder of ours that a path is in; undefined where it is in none. */
function folderOf(path: unknown): string | undefined {
  const at = typeof path === 'string' ? resolve(path) : path instanceof URL ? fileURLToPath(path) : '';
  return [...watched.keys()].find((each) => at === each || at.startsWith(each + sep));
}

/** How writes of a path fail now; null where they don't. */
function orderAt(path: unknown): Order | null {
  const folder = folderOf(path);
  if (folder === undefined || !fs.existsSync(orderFile(folder))) return null;
  const order = JSON.parse(fs.readFileSync(orderFile(folder), 'utf8')) as Order;
  const known = watched.get(folder) ?? null;
  if (known?.number === order.number) return known;
  watched.set(folder, order);
  return order;
}

/** The error that the kernel would answer to a write or a new folder; null where it fits. Counts it. */
function refuseGrowth(path: unknown, syscall: string): NodeJS.ErrnoException | null {
  const order = orderAt(path);
  if (order === null) return null;
  if (order.state === 'read-only') return systemError('EROFS', syscall, path);
  if (order.left <= 0) return systemError('ENOSPC', syscall, path);
  order.left -= 1;
  return null;
}

/** The same for what needs no room: a full disk still does it. */
function refuseChange(path: unknown, syscall: string): NodeJS.ErrnoException | null {
  return orderAt(path)?.state === 'read-only' ? systemError('EROFS', syscall, path) : null;
}

const REASONS = { ENOSPC: 'no space left on device', EROFS: 'read-only file system' } as const;

/** As Node makes it; the error of a write names no file, since the kernel knows only its number. */
function systemError(code: keyof typeof REASONS, syscall: string, path: unknown): NodeJS.ErrnoException {
  const named = syscall === 'write' ? '' : ` '${String(path)}'`;
  const error = new Error(`${code}: ${REASONS[code]}, ${syscall}${named}`);
  const facts = { errno: -constants.errno[code], code, syscall };
  return Object.assign(error, facts, syscall === 'write' ? {} : { path: String(path) });
}

/** What of the data is on the disk before it is found full. */
function firstHalf(data: unknown): string | Uint8Array {
  if (typeof data === 'string') return data.slice(0, data.length / 2);
  return data instanceof Uint8Array ? data.subarray(0, data.length / 2) : '';
}

function isWriting(flags: string | number | undefined): boolean {
  return typeof flags === 'number' ? (flags & 3) !== 0 : /[wa+]/.test(flags ?? 'r');
}

async function open(path: Path, flags?: string | number, mode?: fs.Mode): Promise<fs.promises.FileHandle> {
  const refusal = isWriting(flags) ? refuseChange(path, 'open') : null;
  if (refusal !== null) throw refusal;
  const handle = await real.open(path as string, flags, mode);
  if (isWriting(flags) && folderOf(path) !== undefined) guardWrites(handle, path);
  return handle;
}

function guardWrites(handle: fs.promises.FileHandle, path: Path): void {
  const writeHalf = handle.writeFile.bind(handle);
  for (const name of ['write', 'writev', 'writeFile', 'appendFile'] as const) {
    const write = handle[name].bind(handle) as Call;
    const guarded: Call = async (...args) => {
      const refusal = refuseGrowth(path, 'write');
      if (refusal === null) return write(...args);
      if (refusal.code === 'ENOSPC') await writeHalf(firstHalf(args[0]));
      throw refusal;
    };
    Object.defineProperty(handle, name, { value: guarded });
  }
}

/** `writeFile` and `appendFile` by path: they open the file by themselves, past `open`. */
function guardWhole(name: 'writeFile' | 'appendFile'): Call {
  const write = real[name] as Call;
  return async (path, data, options) => {
    // Of an open file the guard is at its handle.
    if (typeof path === 'object' && path !== null && 'fd' in path)
      return (path as fs.promises.FileHandle)[name](data as string, options as { encoding: 'utf8' });
    const readOnly = refuseChange(path, 'open');
    if (readOnly !== null) throw readOnly;
    const full = refuseGrowth(path, 'write');
    await write(path, full === null ? data : firstHalf(data), options);
    if (full !== null) throw full;
  };
}

async function mkdir(path: Path, options?: fs.MakeDirectoryOptions): Promise<string | undefined> {
  const isThere = fs.existsSync(path as string);
  const refusal = isThere ? null : refuseGrowth(path, 'mkdir');
  if (refusal !== null) throw refusal;
  return real.mkdir(path as string, options);
}

async function copyFile(from: string, to: string, mode?: number): Promise<void> {
  const refusal = refuseGrowth(to, 'copyfile');
  if (refusal !== null) throw refusal;
  await real.copyFile(from, to, mode);
}

/** What changes names and times; for a path that isn't there, the kernel says that first. */
function guardChange(name: 'rename' | 'rm' | 'unlink' | 'rmdir' | 'utimes' | 'truncate' | 'chmod'): Call {
  const change = real[name] as Call;
  return async (path, ...rest) => {
    const refusal = fs.existsSync(path as string) ? refuseChange(path, name) : null;
    if (refusal !== null) throw refusal;
    return change(path, ...rest);
  };
}

const CHANGES = ['rename', 'rm', 'unlink', 'rmdir', 'utimes', 'truncate', 'chmod'] as const;

Object.assign(fs.promises, {
  open,
  mkdir,
  copyFile,
  writeFile: guardWhole('writeFile'),
  appendFile: guardWhole('appendFile'),
  ...Object.fromEntries(CHANGES.map((name) => [name, guardChange(name)])),
});
// Modules import these functions by name: the names follow only when told.
syncBuiltinESMExports();

const ownFolder = process.env[FOLDER_VARIABLE];
if (ownFolder !== undefined) watched.set(ownFolder, null);
