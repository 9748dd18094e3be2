import type { LRUCache } from 'lru-cache';
import { createBoundedCache } from '../bounded-cache.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../errors.ts';
import { COPY_ENDING, homeOf, nameOf, RECORD_ENDING } from './record-names.ts';
import { type ReadingOptions, readRecord } from './record-reading.ts';
import {
  isChangedMeanwhile,
  isUnreadable,
  type Opened,
  type PutChoice,
  type RecordKey,
  type SweepLimits,
  type Version,
  type WriteChoice,
} from './record-store.ts';
import type { FoundText, TextChoice, TextStore } from './text-store.ts';

export interface RecordOptions<T> extends ReadingOptions<T> {
  /** How many records are remembered as read, at least 1; 500 unless told. */
  readonly cacheSize?: number;
}

/** A text that passed the schema, or its type, as the record that it says. */
interface Known {
  readonly version: Version;
  /** The record, `null` where there is none. A text and not an object, so that nobody changes it by changing what they got. */
  readonly json: string;
}

const NOTHING: Known = { version: null, json: 'null' };

/** So often a step is tried while other processes write first; each time one of them has got on. */
const TRIES = 20;

/** The steps of a store; the caller sees to it that of this process one at a time is at an owner's records. */
export class RecordSteps<T> {
  readonly #texts: TextStore;
  readonly #options: RecordOptions<T>;
  readonly #known: LRUCache<string, Known>;

  constructor(texts: TextStore, options: RecordOptions<T>) {
    this.#texts = texts;
    this.#options = options;
    this.#known = createBoundedCache(options.cacheSize ?? 500);
  }

  async open(name: string): Promise<Opened<T>> {
    return this.#again(async () => {
      const { version, json } = await this.#read(name);
      return { record: JSON.parse(json) as T | null, version };
    }, name);
  }

  async openIfReadable(name: string): Promise<T | null> {
    try {
      return (await this.open(name)).record;
    } catch (error) {
      if (isUnreadable(error)) return null;
      throw error;
    }
  }

  async put(name: string, json: string, { isDurable = false, replaces }: PutChoice): Promise<Version> {
    const write = async (version: Version) =>
      (await this.#write(name, json, { replaces: version, isDurable })).version;
    if (replaces === undefined) {
      // What is there and can't be read is refused or set aside first: nothing is written over it.
      return this.#again(
        async () => write((this.#known.get(name) ?? (await this.#read(name))).version),
        name,
      );
    }
    try {
      return await write(replaces);
    } catch (error) {
      // Where something was there that can't be read, it is set aside now, and nothing is there.
      if (!isChangedMeanwhile(error) || (await this.open(name)).version !== replaces) throw error;
      return write(replaces);
    }
  }

  async change(
    name: string,
    change: (before: T | null) => T | null,
    { isDurable = false }: WriteChoice,
  ): Promise<T | null> {
    return this.#again(async () => {
      const { version, json: before } = await this.#read(name);
      const after = change(JSON.parse(before) as T | null);
      const json = JSON.stringify(after);
      if (json === before) return after;
      if (after === null) await this.remove(name, version);
      else await this.#write(name, json, { replaces: version, isDurable });
      return after;
    }, name);
  }

  /** The record, unless it has another version than told, and then what was set aside of it. */
  async remove(name: string, replaces: Version = null): Promise<void> {
    this.#known.delete(name);
    await this.#texts.remove(name, replaces ?? undefined);
    await this.#texts.remove(`${name}${COPY_ENDING}`);
  }

  /** All that is an owner's. */
  async removeHome(home: string): Promise<void> {
    for await (const { name } of this.#texts.list(home)) {
      this.#known.delete(name);
      await this.#texts.remove(name);
    }
  }

  async removeIfOld(found: FoundText, { recordsBefore, copiesBefore }: SweepLimits): Promise<boolean> {
    const limit = found.name.endsWith(COPY_ENDING) ? copiesBefore : recordsBefore;
    const isGone = await found.removeIfOlder(limit);
    if (isGone) this.#known.delete(found.name);
    return isGone;
  }

  /** The names of records, no copies. */
  async namesOf(key: RecordKey | undefined): Promise<string[]> {
    if (key !== undefined && typeof key !== 'string') return [nameOf(key)];
    const names: string[] = [];
    for await (const { name } of this.#texts.list(key === undefined ? undefined : homeOf(key)))
      if (name.endsWith(RECORD_ENDING)) names.push(name);
    return names;
  }

  /** @throws AppError `conflict` where somebody wrote while what can't be read was set aside */
  async #read(name: string): Promise<Known> {
    const kept = await this.#texts.read(name);
    if (kept === null) return this.#remember(name, NOTHING);
    const known = this.#known.get(name);
    if (known?.version === kept.version) return known;
    const place = this.#texts.placeOf(name);
    const read = readRecord({ file: name, place, text: kept.text }, this.#options);
    if (read.isReadable)
      return this.#remember(name, { version: kept.version, json: JSON.stringify(read.record) });
    return this.#setAside(name, kept.version, read.instead);
  }

  /** The copy is there before anything is written in the record's place. */
  async #setAside(name: string, replaces: string, instead: T | null): Promise<Known> {
    await this.#texts.copy(name, `${name}${COPY_ENDING}`);
    if (instead !== null) return this.#write(name, JSON.stringify(instead), { replaces });
    await this.#texts.remove(name, replaces);
    return this.#remember(name, NOTHING);
  }

  async #write(name: string, json: string, choice: TextChoice): Promise<Known> {
    try {
      return this.#remember(name, { version: await this.#texts.write(name, json, choice), json });
    } catch (error) {
      // Whatever is there now, it may be another.
      if (isChangedMeanwhile(error)) this.#known.delete(name);
      throw error;
    }
  }

  #remember(name: string, known: Known): Known {
    this.#known.set(name, known);
    return known;
  }

  /** Tries a step again while others write first. */
  async #again<R>(step: () => Promise<R>, name: string): Promise<R> {
    for (let tries = 1; tries <= TRIES; tries += 1) {
      try {
        return await step();
      } catch (error) {
        if (!isChangedMeanwhile(error)) throw error;
        await wait(Math.random() * tries * 10);
      }
    }
    throw new AppError(
      'unreachable',
      `store: others wrote ${this.#texts.placeOf(name)} each time before us`,
      {
        details: { reason: 'store' },
      },
    );
  }
}
