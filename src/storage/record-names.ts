import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { RecordKey } from './record-store.ts';

/** What a record's name ends with. */
export const RECORD_ENDING = '.json';

/** What a copy of a record that could not be read ends with. */
export const COPY_ENDING = '.bak';

/**
 * The name that a record is kept under, on a disk its path below the store's folder. Names are hashes, since an id may
 * be longer than a file name and names people: the record of an owner is `ab/cdef….json`, a named one of theirs
 * `ab/cdef…/0123….json`.
 */
export function nameOf(key: RecordKey): string {
  if (typeof key === 'string') return `${homeOf(key)}${RECORD_ENDING}`;
  return `${homeOf(key)}/${hashOf(key[1])}${RECORD_ENDING}`;
}

/** What all names of an owner's begin with, and no other's: a hash is as long as any other. */
export function homeOf(key: RecordKey): string {
  const hash = hashOf(typeof key === 'string' ? key : key[0]);
  return `${hash.slice(0, 2)}/${hash.slice(2)}`;
}

/** The same, told by a name. */
export function homeOfName(name: string): string {
  const [shard = '', owner = ''] = name.split('/');
  return `${shard}/${owner.replace(/\..*$/, '')}`;
}

/** A name that tells nothing of the text and is the same for the same text: 40 hexadecimal digits. */
export function hashOf(text: string): string {
  const known = hashes.get(text);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 40);
  hashes.set(text, hash);
  return hash;
}

/** A turn asks eight times for the same three names. */
const hashes = new LRUCache<string, string>({ max: 1000 });
