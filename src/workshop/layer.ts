import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { AppError } from '../errors.ts';
import type { Actor } from '../identity/actor.ts';
import { type RecordStore, recordObject } from '../storage/record-store.ts';
import { changedByOther, eTagOf } from './knowledge-files.ts';

/** Who changed something; a name as the directory has it. */
const authorSchema = recordObject({ objectId: z.string(), name: z.string() });

const versionSchema = recordObject({
  /** Under which name the text is kept; null where from here on the folder's own holds. */
  text: z.string().nullable(),
  /** What marks this text. */
  eTag: z.string(),
  /** What marks the folder's own text that it was laid over; `none` where there was none. */
  over: z.string(),
  /** ISO UTC. */
  at: z.string(),
  /** Null on this machine, where nobody signs in, and where an editor's data is deleted. */
  by: authorSchema.nullable(),
});

/**
 * What editors changed where the folder isn't written, by company and file: all that processes have to look at to
 * know whether something is new. Texts stand apart.
 */
export const layersSchema = recordObject({
  schema: z.literal(1),
  layers: z.record(z.string(), z.record(z.string(), z.array(versionSchema))),
});

export const layerTextSchema = recordObject({ schema: z.literal(1), text: z.string() });

export type LayerAuthor = z.infer<typeof authorSchema>;
export type LayerVersion = z.infer<typeof versionSchema>;
export type LayersRecord = z.infer<typeof layersSchema>;
export type LayerText = z.infer<typeof layerTextSchema>;

/** The versions of each file that editors of a company changed, oldest first. */
export type Layer = ReadonlyMap<string, readonly LayerVersion[]>;

/** A change of one file. */
export interface LayerChange {
  readonly file: string;
  /** Null where the folder's own text is to hold again. */
  readonly text: string | null;
  /** The version that it is made on; null where there was none. It must still be the last. */
  readonly replaces: LayerVersion | null;
  /** What marks the folder's own text now. */
  readonly over: string;
}

/** What editors changed, laid over the folder's files: of each company its own. */
export interface Layers {
  /** By company; one reading. */
  all(): Promise<ReadonlyMap<string, Layer>>;
  of(company: string): Promise<Layer>;
  /** A version's text; null where the folder's holds. */
  textOf(company: string, version: LayerVersion): Promise<string | null>;
  /**
   * Keeps changes, all or none.
   *
   * @throws AppError `conflict` where somebody changed one of the files since
   */
  write(company: string, changes: readonly LayerChange[], by: LayerAuthor | null): Promise<void>;
}

/** On this machine nobody is of a company. */
export const NO_COMPANY = 'local';
/** The one record that says what is where. */
export const LAYERS = 'layers';
/** So many versions of a file can be gone back to. */
const MOST_VERSIONS = 50;
/** So many texts are read or written side by side. */
const SIDE_BY_SIDE = 16;

export interface LayerStores {
  readonly layers: RecordStore<LayersRecord>;
  readonly texts: RecordStore<LayerText>;
}

export function createLayers({ layers, texts }: LayerStores, now: () => Date): Layers {
  const all = async (): Promise<ReadonlyMap<string, Layer>> => {
    const kept = await layers.get(LAYERS);
    return new Map(
      Object.entries(kept?.layers ?? {}).map(([company, files]) => [company, new Map(Object.entries(files))]),
    );
  };
  const drop = async (company: string, names: readonly (string | null)[]): Promise<void> => {
    for (const name of names) if (name !== null) await texts.delete([company, name]);
  };
  return {
    all,
    of: async (company) => (await all()).get(company) ?? new Map(),
    async textOf(company, { text: name }) {
      if (name === null) return null;
      const kept = await texts.get([company, name]);
      if (kept !== null) return kept.text;
      throw new AppError('unreachable', `workshop: the text ${name} of a changed file is missing`);
    },
    async write(company, changes, by) {
      const at = now().toISOString();
      const written = changes.map(({ text, over, ...change }) => {
        const version = { text: text === null ? null : randomUUID(), eTag: eTagOf(text), over, at, by };
        return { ...change, content: text, version };
      });
      // Texts first: what the record names is always there.
      await inParts(written, async ({ content, version }) => {
        if (content === null || version.text === null) return;
        await texts.put([company, version.text], { schema: 1, text: content }, { isDurable: true });
      });
      let refused: string | null = null;
      let gone: (string | null)[] = [];
      const lay = (before: LayersRecord | null): LayersRecord | null => {
        const files = { ...before?.layers[company] };
        const stale = written.find(({ file, replaces }) => !isSameVersion(files[file]?.at(-1), replaces));
        refused = stale?.file ?? null;
        if (refused !== null) return before;
        gone = [];
        for (const { file, version } of written) {
          const versions = [...(files[file] ?? []), version];
          gone.push(
            ...versions.splice(0, Math.max(0, versions.length - MOST_VERSIONS)).map(({ text }) => text),
          );
          files[file] = versions;
        }
        return { ...before, schema: 1, layers: { ...before?.layers, [company]: files } };
      };
      await layers.change(LAYERS, lay, { isDurable: true });
      const own = written.map(({ version }) => version.text);
      // Where it isn't known whether the record was written, its texts stay.
      await drop(company, refused === null ? gone : own);
      if (refused !== null) throw changedByOther(refused);
    },
  };
}

/** Whether nobody wrote in between: a version is known by when it was made and by its text's name. */
function isSameVersion(one: LayerVersion | undefined, other: LayerVersion | null): boolean {
  return one?.text === other?.text && one?.at === other?.at;
}

async function inParts<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += SIDE_BY_SIDE)
    await Promise.all(items.slice(start, start + SIDE_BY_SIDE).map(work));
}

/** The texts that hold over the folder's. */
export async function readLayer(layers: Layers, company: string, layer: Layer): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const last = [...layer].flatMap(([file, versions]) => {
    const version = versions.at(-1);
    return version === undefined || version.text === null ? [] : [{ file, version }];
  });
  await inParts(last, async ({ file, version }) => {
    const text = await layers.textOf(company, version);
    if (text !== null) found.set(file, text);
  });
  return found;
}

/** What marks all that holds over the folder's; empty where nothing does. */
export function markOf(layer: Layer): string {
  const texts = [...layer].flatMap(([file, versions]) => {
    const name = versions.at(-1)?.text ?? null;
    return name === null ? [] : [`${file} ${name}`];
  });
  return texts.sort().join('\n');
}

/** The record without what says that a person was the editor, whose data is deleted. */
export function withoutAuthor(record: LayersRecord, { tenantId, objectId }: Actor): LayersRecord {
  const company = tenantId.toLowerCase();
  const files = record.layers[company];
  const isTheirs = ({ by }: LayerVersion): boolean => by?.objectId.toLowerCase() === objectId.toLowerCase();
  if (files === undefined || !Object.values(files).flat().some(isTheirs)) return record;
  const without: Record<string, LayerVersion[]> = {};
  for (const [file, versions] of Object.entries(files))
    without[file] = versions.map((version) => (isTheirs(version) ? { ...version, by: null } : version));
  return { ...record, layers: { ...record.layers, [company]: without } };
}
