import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { openAzureStorage } from '../storage/azure/azure-storage.ts';
import type { HeldFolder } from '../storage/durable-file.ts';
import { parseJson } from '../storage/durable-json.ts';
import { createFileTexts } from '../storage/file-texts.ts';
import { RECORD_ENDING } from '../storage/record-names.ts';
import type { TextStore } from '../storage/text-store.ts';
import { type RecordOf, REGISTER, type StoreName } from './stores.ts';
import { createRecordStore } from '../storage/records.ts';
import { createLayers, type Layers } from '../workshop/layer.ts';

type Places = Pick<Config, 'dataDir' | 'storage'>;

/** The texts of a folder, to be read alone, whether the assistant runs or not. */
export async function openReading(
  { dataDir, storage }: Places,
  now: () => Date,
): Promise<(folder: string) => TextStore> {
  if (storage.kind === 'azure') {
    const azure = await openAzureStorage(storage, { now });
    return (name) => azure.openTexts(name);
  }
  const folder: HeldFolder = {
    dir: dataDir,
    tempDir: dataDir,
    assertHeld: () => Promise.reject(new Error('who only reads writes nothing into the data folder')),
  };
  // Nothing is read twice, but what is written meanwhile.
  return (name) => createFileTexts({ dir: join(dataDir, name), folder, cacheSize: 1 });
}

/** What editors laid over the knowledge folder, to be read alone. */
export async function readLayers(places: Places, now: () => Date): Promise<Layers> {
  const open = await openReading(places, now);
  const { 'knowledge-layers': layers, 'knowledge-texts': texts } = REGISTER;
  const stores = {
    layers: createRecordStore(open(layers.folder), layers),
    texts: createRecordStore(open(texts.folder), texts),
  };
  return createLayers(stores, now);
}

/** The records of a store that this release can read, whether the assistant runs or not. */
export async function readStore<N extends StoreName>(
  places: Places,
  name: N,
  now: () => Date,
): Promise<readonly RecordOf<N>[]> {
  const texts = (await openReading(places, now))(REGISTER[name].folder);
  const records: RecordOf<N>[] = [];
  for await (const found of texts.list()) {
    const kept = found.name.endsWith(RECORD_ENDING) ? await texts.read(found.name) : null;
    const parsed = kept === null ? null : REGISTER[name].schema.safeParse(parseJson(kept.text));
    if (parsed?.success === true) records.push(parsed.data as RecordOf<N>);
  }
  return records;
}
