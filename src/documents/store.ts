import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FiledDocument } from './file.ts';
import { writeDocument } from './file.ts';
import { DOCUMENTS } from './load.ts';

/** Where a document is filed in a knowledge folder: `documents/partner-center/x.md.yaml`. */
export function fileOf(document: FiledDocument): string {
  return `${DOCUMENTS}/${document.facts.path}.yaml`;
}

/** Files a document in a knowledge folder, whole or not at all. */
export async function storeDocument(dir: string, document: FiledDocument): Promise<void> {
  const file = join(dir, fileOf(document));
  await mkdir(dirname(file), { recursive: true });
  const temp = `${file}.${randomUUID()}.part`;
  await writeFile(temp, writeDocument(document));
  await rename(temp, file);
}
