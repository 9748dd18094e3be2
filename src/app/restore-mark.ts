import type { Storage } from './storage.ts';
import { AppError } from '../errors.ts';
import { nameOf } from '../storage/record-names.ts';

/** Beside the stores, and none of them: no backup takes it along. */
const FOLDER = 'restoring';
const NAME = nameOf('unfinished');

type Texts = Pick<Storage, 'openTexts'>;

/** Marks a storage as half restored before the first write of a restore; what it resolves to takes the mark away. */
export async function markRestoring(storage: Texts): Promise<() => Promise<void>> {
  const texts = storage.openTexts(FOLDER);
  const replaces = (await texts.read(NAME))?.version ?? null;
  await texts.write(NAME, '{"schema":1}', { replaces, isDurable: true });
  return () => texts.remove(NAME);
}

/**
 * Refuses to work on a part of a backup: who reads there would miss the rest without a word, and write beside it.
 *
 * @throws AppError `refused` where a restore was broken off
 */
export async function refuseHalfRestored(storage: Texts): Promise<void> {
  if ((await storage.openTexts(FOLDER).read(NAME)) === null) return;
  throw new AppError(
    'refused',
    'storage: a restore into it was broken off, so it holds a part of the backup alone; run "npm run restore -- --from FILE --replace" to its end',
  );
}
