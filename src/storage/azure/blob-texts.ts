import type {
  BlobItem,
  ContainerClient,
  ContainerListBlobFlatSegmentResponse as Page,
} from '@azure/storage-blob';
import { LRUCache } from 'lru-cache';
import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { changedMeanwhile } from '../record-store.ts';
import { type FoundText, isFresh, type KeptText, type TextChoice, type TextStore } from '../text-store.ts';
import { callStorage, Unmet } from './calls.ts';

export interface BlobTextsOptions {
  readonly container: ContainerClient;
  /** What names begin with, such as `journal/open`. */
  readonly folder: string;
  readonly now: () => Date;
  /** How many names one call lists; 1,000 unless told. */
  readonly page?: number;
}

const PAGE = 1_000;

/** How many texts are remembered as this process saw them last. */
const MOST_SEEN = 500;

/** A text as it was seen last. */
interface Seen extends KeptText {
  readonly writtenAt: Date;
}

/**
 * Texts in one blob each, for any number of processes: the version is the blob's eTag, and each step is one call; the
 * text that is there already is written again once an hour, or where it must be durable.
 * A blob has when it was written in its metadata, by our clock: copied from elsewhere it keeps its age.
 */
export function createBlobTexts(options: BlobTextsOptions): TextStore {
  return new BlobTexts(options);
}

/** A blob's content as it is on its way. */
interface Downloaded {
  readonly bytes: Buffer;
  readonly version: string;
  readonly writtenAt: Date;
}

class BlobTexts implements TextStore {
  readonly #container: ContainerClient;
  readonly #folder: string;
  readonly #now: () => Date;
  readonly #page: number;
  readonly #seen = new LRUCache<string, Seen>({ max: MOST_SEEN });

  constructor({ container, folder, now, page = PAGE }: BlobTextsOptions) {
    this.#container = container;
    this.#folder = folder;
    this.#now = now;
    this.#page = page;
  }

  async read(name: string): Promise<KeptText | null> {
    const kept = await this.#download(name);
    this.#seen.delete(name);
    if (kept === null) return null;
    const { version, writtenAt } = kept;
    const text = kept.bytes.toString();
    this.#seen.set(name, { text, version, writtenAt });
    return { text, version };
  }

  async write(
    name: string,
    text: string,
    { replaces, isDurable = false, ...choice }: TextChoice,
  ): Promise<string> {
    const seen = this.#seen.get(name);
    const writtenAt = choice.writtenAt ?? this.#now();
    const isThere = seen?.version === replaces && seen.text === text && isFresh(seen.writtenAt, writtenAt);
    if (isThere && !isDurable) return seen.version;
    this.#seen.delete(name);
    const conditions = replaces === null ? { ifNoneMatch: '*' } : { ifMatch: replaces };
    const version = await this.#upload(name, { bytes: Buffer.from(text), writtenAt }, conditions);
    this.#seen.set(name, { text, version, writtenAt });
    return version;
  }

  async copy(name: string, to: string): Promise<void> {
    const kept = await this.#download(name);
    if (kept === null) throw changedMeanwhile();
    await this.#upload(to, { bytes: kept.bytes, writtenAt: this.#now() }, {});
  }

  async remove(name: string, replaces?: string): Promise<void> {
    this.#seen.delete(name);
    if (!(await this.#delete(name, replaces))) throw changedMeanwhile();
  }

  async *list(home = ''): AsyncGenerator<FoundText> {
    const listed = { prefix: `${this.#folder}/${home}`, includeMetadata: true };
    let next: string | undefined;
    do {
      const from = { maxPageSize: this.#page, ...(next === undefined ? {} : { continuationToken: next }) };
      const page = await callStorage(`list ${listed.prefix}`, async (abortSignal) => {
        const pages = this.#container.listBlobsFlat({ ...listed, abortSignal }).byPage(from);
        const { done, value } = (await pages.next()) as IteratorResult<Page, undefined>;
        return done === true ? null : value;
      });
      for (const blob of page?.segment.blobItems ?? []) yield this.#found(blob);
      // The service says by an empty marker that there is no more.
      next = page?.continuationToken === '' ? undefined : page?.continuationToken;
    } while (next !== undefined);
  }

  placeOf(name: string): string {
    return `the blob ${this.#folder}/${name} of ${this.#container.containerName}`;
  }

  #found({ name: path, metadata, properties }: BlobItem): FoundText {
    const name = path.slice(this.#folder.length + 1);
    const written = writtenAtOf(metadata, properties.lastModified);
    return {
      name,
      writtenAt: () => Promise.resolve(written),
      removeIfOlder: async (before) => written < before && this.#delete(name, quoted(properties.etag)),
    };
  }

  #blob(name: string) {
    return this.#container.getBlockBlobClient(`${this.#folder}/${name}`);
  }

  async #download(name: string): Promise<Downloaded | null> {
    try {
      return await callStorage(`read ${this.#folder}/${name}`, async (abortSignal) => {
        const answer = await this.#blob(name).download(0, undefined, { abortSignal });
        const { readableStreamBody, etag = '', metadata, lastModified = new Date(0) } = answer;
        if (readableStreamBody === undefined) throw new Error('a download without a body');
        const writtenAt = writtenAtOf(metadata, lastModified);
        return { bytes: await buffer(readableStreamBody), version: etag, writtenAt };
      });
    } catch (error) {
      if (error instanceof Unmet) return null;
      throw error;
    }
  }

  async #upload(
    name: string,
    { bytes, writtenAt }: { readonly bytes: Buffer; readonly writtenAt: Date },
    conditions: { readonly ifMatch?: string; readonly ifNoneMatch?: string },
  ): Promise<string> {
    const writer = randomUUID();
    const metadata = { writtenat: writtenAt.toISOString(), writer };
    try {
      const { etag = '' } = await callStorage(`write ${this.#folder}/${name}`, (abortSignal) =>
        this.#blob(name).upload(bytes, bytes.length, { conditions, metadata, abortSignal }),
      );
      return etag;
    } catch (error) {
      if (!(error instanceof Unmet)) throw error;
      // It may have been our own first try that got here before us.
      const own = error.tries > 1 ? await this.#versionBy(name, writer) : null;
      if (own === null) throw changedMeanwhile();
      return own;
    }
  }

  /** The version of what is there, if that writer wrote it. */
  async #versionBy(name: string, writer: string): Promise<string | null> {
    try {
      const found = await callStorage(`look at ${this.#folder}/${name}`, (abortSignal) =>
        this.#blob(name).getProperties({ abortSignal }),
      );
      return found.metadata?.['writer'] === writer ? (found.etag ?? null) : null;
    } catch (error) {
      if (error instanceof Unmet) return null;
      throw error;
    }
  }

  /** False where another version is there. */
  async #delete(name: string, ifMatch: string | undefined): Promise<boolean> {
    const conditions = ifMatch === undefined ? {} : { ifMatch };
    try {
      await callStorage(`remove ${this.#folder}/${name}`, (abortSignal) =>
        // What a person wants deleted must not stay in a snapshot.
        this.#blob(name).delete({ conditions, deleteSnapshots: 'include', abortSignal }),
      );
      return true;
    } catch (error) {
      if (error instanceof Unmet) return error.status === 404;
      throw error;
    }
  }
}

/** Lists give an eTag bare, and conditions want it in quotation marks. */
function quoted(etag: string): string {
  return etag.startsWith('"') ? etag : `"${etag}"`;
}

/** By our clock, else by the service's. */
function writtenAtOf(metadata: Record<string, string> | undefined, lastModified: Date): Date {
  return new Date(metadata?.['writtenat'] ?? lastModified);
}
