import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readLayers } from '../app/read-only.ts';
import type { Config } from '../config/config.ts';
import { AppError } from '../errors.ts';
import { type ExportedFile, exportedFiles } from '../workshop/exported.ts';
import { openKnowledgeFiles } from '../workshop/knowledge-files.ts';
import { type Layers, markOf, NO_COMPANY } from '../workshop/layer.ts';

/** What is to be exported, and where. */
export interface ExportRequest {
  /** The knowledge folder that it is compared with. */
  readonly dir: string;
  /** Where the files are written. */
  readonly out: string;
  /** One company's; null is all, each in a folder of its own where there are several. */
  readonly company: string | null;
}

/** Where files go that the folder changed, too: nobody reads knowledge there. */
const CONFLICTS = 'conflicts';

/**
 * Writes what editors laid over the knowledge folder as YAML, whether the assistant runs or not. What the folder holds
 * just so is not written.
 *
 * @returns whether nothing is left to be put together by hand
 * @throws AppError `invalid-input` where the company has no layer
 */
export async function exportLayers(
  { dir, out, company }: ExportRequest,
  config: Pick<Config, 'dataDir' | 'storage'>,
  print: (line: string) => void,
): Promise<boolean> {
  const layers = await readLayers(config, () => new Date());
  const companies = await companiesIn(layers, company);
  if (companies.length === 0) print('nothing is laid over the knowledge folder');
  let isWhole = true;
  for (const each of companies) {
    const folder = companies.length === 1 ? out : join(out, each);
    if (companies.length > 1) print(each === NO_COMPANY ? 'this machine:' : `company ${each}:`);
    const files = await exportedFiles(layers, each, await layers.of(each), openKnowledgeFiles(dir));
    for (const file of files) print(await writeFileOf(file, folder));
    print(`${String(files.filter(({ standing }) => standing !== 'same').length)} files written to ${folder}`);
    isWhole &&= files.every(({ standing }) => standing !== 'conflict');
  }
  return isWhole;
}

async function companiesIn(layers: Layers, wanted: string | null): Promise<string[]> {
  const laid = [...(await layers.all())].filter(([, layer]) => markOf(layer) !== '');
  const all = laid.map(([name]) => name).sort();
  if (wanted === null) return all;
  if (all.includes(wanted.toLowerCase())) return [wanted.toLowerCase()];
  throw new AppError('invalid-input', `export: nothing is laid over the folder for "${wanted}"`);
}

async function writeFileOf({ file, text, standing }: ExportedFile, out: string): Promise<string> {
  if (standing === 'same') return `  ${file}: the same in the folder`;
  const isConflict = standing === 'conflict';
  const place = join(out, isConflict ? CONFLICTS : '', file);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, text, 'utf8');
  return isConflict
    ? `  ${file}: the folder changed it, too; put the two together: ${place}`
    : `  ${file}: ${standing}`;
}
