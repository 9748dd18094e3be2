import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type HeldFolder, isAbsent, removeFile, replaceFile, storeError } from './durable-file.ts';
import { parseJson } from './durable-json.ts';

const sandboxFileSchema = z.object({
  /** Where the running bot takes sandbox commands, e.g. `http://127.0.0.1:3978/sandbox`. */
  url: z.url(),
  /** The secret of this run, sent as a bearer token. */
  token: z.string().min(16),
});

/** How the sandbox command reaches the running bot. */
export type SandboxFile = z.infer<typeof sandboxFileSchema>;

const pathIn = (dataDir: string) => join(dataDir, 'sandbox.json');

/** Written by the bot at start; only the owner of the data folder may read it. */
export async function writeSandboxFile(folder: HeldFolder, content: SandboxFile): Promise<void> {
  await replaceFile(pathIn(folder.dir), `${JSON.stringify(content)}\n`, { folder, isDurable: false });
}

/** Removed by the bot when it stops. */
export async function removeSandboxFile(folder: HeldFolder): Promise<void> {
  await removeFile(pathIn(folder.dir), folder);
}

/** Null when no bot wrote one, or what is there is none of ours. */
export async function readSandboxFile(dataDir: string): Promise<SandboxFile | null> {
  try {
    const parsed = sandboxFileSchema.safeParse(parseJson(await readFile(pathIn(dataDir), 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (cause) {
    if (isAbsent(cause)) return null;
    throw storeError('read', pathIn(dataDir), cause);
  }
}
