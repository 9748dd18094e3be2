import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { AppError } from '../errors.ts';
import { topFilesIn } from '../storage/record-files.ts';
import { broken, type Diagnosis } from './diagnosis.ts';

/** Folders of which any record says that somebody has written to the assistant. */
const SIGNS_OF_PEOPLE = ['people', 'sessions'];

/**
 * What doesn't fit together. The bot would make a new `deals.json` without a word, and what was
 * lost would look as if it had never been.
 *
 * @param hasRecords whether a store of the register holds any
 */
export async function checkStored(
  { dataDir, partnerCenter }: Config,
  hasRecords: (folder: string) => Promise<boolean>,
): Promise<readonly Diagnosis[]> {
  if (partnerCenter !== null) return [];
  try {
    if ((await topFilesIn(dataDir)).includes('deals.json') || !(await hasPeople(hasRecords))) return [];
  } catch (error) {
    if (error instanceof AppError) return [broken(error.message)];
    throw error;
  }
  return [
    broken(
      `${join(dataDir, 'deals.json')} is missing though people have written here: restore it from a backup, or, ` +
        'where no deal was ever kept here, start the bot once: it makes a new one.',
    ),
  ];
}

async function hasPeople(hasRecords: (folder: string) => Promise<boolean>): Promise<boolean> {
  for (const folder of SIGNS_OF_PEOPLE) if (await hasRecords(folder)) return true;
  return false;
}
