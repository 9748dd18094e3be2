import { KNOWLEDGE_FOLDER } from '../../../src/app/app.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';
import { createReader, type Reader } from '../../../src/reading/reader.ts';

export const TODAY = '2026-11-28';
/** Customers of the deals that the person may see. */
export const KNOWN: readonly string[] = [
  'Woodgrove',
  'Lucerne Publishing',
  'Trey Research',
  'Alpine Ski House',
];

let opened: Promise<Reader> | null = null;

/** The reader with the words that ship, made once. */
export function openReader(): Promise<Reader> {
  opened ??= loadKnowledge(KNOWLEDGE_FOLDER).then(({ words }) => createReader(words ?? {}));
  return opened;
}
