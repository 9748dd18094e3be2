import { standingOf, type Standing } from './edited-files.ts';
import { asEdited, type KnowledgeFiles } from './knowledge-files.ts';
import type { Layer, Layers } from './layer.ts';

/** A file that editors laid over the folder's. */
export interface ExportedFile {
  readonly file: string;
  readonly text: string;
  /** How it stands to the folder that it is to go into. */
  readonly standing: Standing;
}

/** The files of a company's layer as they hold now, compared with a folder, by name. */
export async function exportedFiles(
  layers: Layers,
  company: string,
  layer: Layer,
  folder: Pick<KnowledgeFiles, 'open'>,
): Promise<ExportedFile[]> {
  const files: ExportedFile[] = [];
  for (const [file, versions] of [...layer].sort(([one], [other]) => one.localeCompare(other))) {
    const last = versions.at(-1);
    const text = last === undefined ? null : await layers.textOf(company, last);
    if (last === undefined || text === null) continue;
    const standing = standingOf(last, (await folder.open(asEdited(file))).text);
    files.push({ file, text, standing });
  }
  return files;
}
