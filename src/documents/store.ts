import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../errors.ts';
import { type FiledDocument, writeDocument } from './file.ts';
import { DOCUMENTS } from './load.ts';

/** Where a document is filed in a knowledge folder: `documents/partner-center/x.md.yaml`. */
export function fileOf(document: FiledDocument): string {
  return `${DOCUMENTS}/${document.facts.path}.yaml`;
}

/**
 * Files a document in a knowledge folder, whole or not at all.
 *
 * @throws AppError `invalid-input` where the folder can't be written
 */
export async function storeDocument(dir: string, document: FiledDocument): Promise<void> {
  const file = join(dir, fileOf(document));
  const temp = `${file}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(temp, writeDocument(document));
    await rename(temp, file);
  } catch (cause) {
    await rm(temp, { force: true }).catch(() => undefined);
    throw new AppError('invalid-input', `import: cannot write ${file}`, { cause });
  }
}
