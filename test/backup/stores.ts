import { join } from 'node:path';
import { createFileTexts } from '../../src/storage/file-texts.ts';
import type { HeldFolder } from '../../src/storage/durable-file.ts';
import type { TextStore } from '../../src/storage/text-store.ts';
import type { BackupRecord } from '../../src/backup/format.ts';

/** Stores in a folder, by name, as a backup sees them. */
export function fileStores(folder: HeldFolder, names: readonly string[]): Map<string, TextStore> {
  return new Map(names.map((name) => [name, createFileTexts({ dir: join(folder.dir, name), folder })]));
}

/** Everything that stands in the stores, in the order of names. */
export async function contentOf(stores: ReadonlyMap<string, TextStore>): Promise<BackupRecord[]> {
  const all: BackupRecord[] = [];
  for (const [store, texts] of stores) {
    for await (const found of texts.list()) {
      const [kept, writtenAt] = [await texts.read(found.name), await found.writtenAt()];
      if (kept === null || writtenAt === null) continue;
      all.push({ store, name: found.name, writtenAt: writtenAt.toISOString(), text: kept.text });
    }
  }
  return all.sort((a, b) => (`${a.store}/${a.name}` < `${b.store}/${b.name}` ? -1 : 1));
}
