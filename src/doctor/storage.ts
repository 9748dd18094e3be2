import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, usesDataFolder } from '../config/config.ts';
import { AppError } from '../errors.ts';
import { OUTBOUND_QUEUE } from '../outbound/work-queue.ts';
import { type AzureStorage, openAzureStorage } from '../storage/azure/azure-storage.ts';
import { filesIn } from '../storage/record-files.ts';
import { broken, check, type Diagnosis, fine } from './diagnosis.ts';
import { checkStored } from './stored.ts';

/** Somebody waits for the answer, and an account that isn't there gives none. */
const PATIENCE = { tries: 2, tryMs: 5_000, allMs: 10_000 };

/** Whether everything that is kept can be reached and written, and what is there fits together. */
export async function checkStorage(config: Config): Promise<readonly Diagnosis[]> {
  const findings = usesDataFolder(config) ? [await checkFolder(config.dataDir)] : [];
  const hasRecords = await openRecords(config, findings);
  if (hasRecords === null || findings.some(({ level }) => level !== 'fine')) return findings;
  return [...findings, ...(await checkStored(config, hasRecords))];
}

type HasRecords = (folder: string) => Promise<boolean>;

/** Null where the records can't be reached; either way it is added to what was found. */
async function openRecords({ dataDir, storage }: Config, findings: Diagnosis[]): Promise<HasRecords | null> {
  if (storage.kind === 'file')
    return async (folder) => (await filesIn(join(dataDir, folder)).next()).done !== true;
  try {
    const { hasRecords, openQueue } = await openAzureStorage(storage, {
      now: () => new Date(),
      patience: PATIENCE,
    });
    findings.push(fine(`The container ${storage.container} in Azure Storage can be reached and written.`));
    findings.push(await checkQueue(openQueue));
    return hasRecords;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    findings.push(broken(error.message));
    return null;
  }
}

/** The queue is another service with a role of its own; without it a start fails, and no news are sent. */
function checkQueue(openQueue: AzureStorage['openQueue']): Promise<Diagnosis> {
  return check(async () => {
    await openQueue(OUTBOUND_QUEUE);
    return 'The queue of messages that the assistant sends by itself can be reached.';
  });
}

async function checkFolder(dir: string): Promise<Diagnosis> {
  try {
    await mkdir(dir, { recursive: true });
    await access(dir, constants.R_OK | constants.W_OK);
    return fine(`The data folder ${dir} can be written.`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return broken(`DATA_DIR is "${dir}", which can't be written (${code}); give a folder of the bot's own.`);
  }
}
