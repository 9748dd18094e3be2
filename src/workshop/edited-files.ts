import type { ChangedFiles } from '../knowledge/load.ts';
import { changedByOther, eTagOf, type KnowledgeFiles, type OpenedFile } from './knowledge-files.ts';
import { type Layer, type LayerAuthor, type LayerChange, type Layers, type LayerVersion } from './layer.ts';
import { readLayer } from './layer.ts';

/** The files of a knowledge folder with what editors of a company changed laid over them. */
export interface EditedFiles extends Pick<KnowledgeFiles, 'write'> {
  /** Where changes go: into the folder's files, or over them. */
  goTo(): Promise<'folder' | 'layer'>;
  /** The texts that hold over the folder's. */
  laidOver(): Promise<ChangedFiles>;
  /** Files that were changed in the folder after somebody changed them over it; the editor's text holds. */
  conflicts(): Promise<readonly string[]>;
  /** The versions of a file that were laid over the folder's, oldest first. */
  versionsOf(file: string): Promise<readonly LayerVersion[]>;
  /** What a file was in a version, or (null) is in the folder itself; null where there is none of it. */
  textOf(file: string, version: LayerVersion | null): Promise<string | null>;
  /**
   * Lets the folder's own text hold again.
   *
   * @param eTag of what the editor saw
   * @throws AppError `conflict` where somebody changed it since
   */
  takeOff(file: string, eTag: string): Promise<void>;
  open(file: string): Promise<OpenedFile>;
  /** Begins to lay several files over the folder's at once: all or none, and none where somebody changed one since. */
  beginLaying(): Promise<(texts: ReadonlyMap<string, string>) => Promise<void>>;
}

export interface EditedFilesOptions {
  readonly folder: KnowledgeFiles;
  /** Whether the folder's files may be changed from here, where they can be. */
  readonly mayWrite: boolean;
  readonly layers: Layers;
  /** Whose layer it is. */
  readonly company: string;
  /** Who changes it; null where nobody is known. */
  readonly by: LayerAuthor | null;
  /** Told of each change that is kept over the folder. */
  readonly onLaid: () => void;
}

/** A file as it is now: in the folder, and over it. */
interface Looked {
  readonly folder: OpenedFile;
  readonly last: LayerVersion | null;
  readonly opened: OpenedFile;
}

export function openEditedFiles(options: EditedFilesOptions): EditedFiles {
  const { folder, mayWrite, layers, company, by, onLaid } = options;
  const goTo = async (): Promise<'folder' | 'layer'> =>
    mayWrite && (await folder.isWritable()) ? 'folder' : 'layer';
  const look = async (file: string): Promise<Looked> => {
    const own = await folder.open(file);
    const last = (await layers.of(company)).get(file)?.at(-1) ?? null;
    const text = last === null ? null : await layers.textOf(company, last);
    return { folder: own, last, opened: text === null ? own : { text, eTag: eTagOf(text) } };
  };
  const seen = async (file: string, eTag: string): Promise<Looked> => {
    const looked = await look(file);
    if (looked.opened.eTag !== eTag) throw changedByOther(file);
    return looked;
  };
  const lay = async (changes: readonly LayerChange[]): Promise<void> => {
    await layers.write(company, changes, by);
    onLaid();
  };
  const takeOff = async (file: string, { folder: { eTag: over }, last }: Looked): Promise<void> => {
    if (last !== null && last.text !== null) await lay([{ file, text: null, replaces: last, over }]);
  };
  return {
    goTo,
    open: async (file) => (await look(file)).opened,
    async write(file, text, eTag) {
      const looked = await seen(file, eTag);
      const { eTag: over } = looked.folder;
      if ((await goTo()) === 'layer') return lay([{ file, text, replaces: looked.last, over }]);
      await folder.write(file, text, over);
      await takeOff(file, looked);
    },
    takeOff: async (file, eTag) => takeOff(file, await seen(file, eTag)),
    laidOver: async () => readLayer(layers, company, await layers.of(company)),
    conflicts: async () => conflictsIn(await layers.of(company), folder),
    versionsOf: async (file) => (await layers.of(company)).get(file) ?? [],
    async beginLaying() {
      const layer = await layers.of(company);
      return async (texts) => {
        const changes = [...texts].map(async ([file, text]) => {
          const { eTag: over } = await folder.open(file);
          return { file, text, replaces: layer.get(file)?.at(-1) ?? null, over };
        });
        await lay(await Promise.all(changes));
      };
    },
    textOf: async (file, version) =>
      version === null ? (await folder.open(file)).text : layers.textOf(company, version),
  };
}

/** How a file that is laid over the folder's stands to that one. */
export type Standing = 'new' | 'changed' | 'same' | 'conflict';

/**
 * How a version stands to the text that the folder has now: it may hold the same meanwhile, or another than the one that
 * was changed.
 */
export function standingOf(
  { over, eTag }: Pick<LayerVersion, 'over' | 'eTag'>,
  now: string | null,
): Standing {
  const own = eTagOf(now);
  if (own === eTag) return 'same';
  if (own !== over) return 'conflict';
  return now === null ? 'new' : 'changed';
}

async function conflictsIn(layer: Layer, folder: Pick<KnowledgeFiles, 'open'>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [file, versions] of layer) {
    const last = versions.at(-1);
    if (last === undefined || last.text === null) continue;
    if (standingOf(last, (await folder.open(file)).text) === 'conflict') found.push(file);
  }
  return found;
}
