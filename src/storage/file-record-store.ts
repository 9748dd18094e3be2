import { createFileTexts, type FileTextsOptions } from './file-texts.ts';
import type { RecordOptions } from './record-steps.ts';
import type { RecordStore } from './record-store.ts';
import { createRecordStore } from './records.ts';

export interface FileRecordStoreOptions<T> extends RecordOptions<T>, FileTextsOptions {}

/** Records in the data folder, for the one process that holds it. */
export function createFileRecordStore<T>(options: FileRecordStoreOptions<T>): RecordStore<T> {
  return createRecordStore(createFileTexts(options), options);
}
