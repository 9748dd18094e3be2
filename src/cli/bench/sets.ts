import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { type LabelledLine, readLabelledLines } from '../../knowledge/import-csv.ts';
import { LOCALES, type Locale } from '../../language/locale.ts';

/** A public set, read. */
export interface BenchSet {
  readonly name: string;
  readonly locale: Locale;
  readonly train: readonly LabelledLine[];
  /** `gold` is null where the line is out of scope. */
  readonly test: readonly { readonly text: string; readonly gold: string | null }[];
}

const listing = z.array(
  z.object({
    name: z.string(),
    locale: z.enum(LOCALES),
    train: z.string(),
    test: z.string(),
    outOfScope: z.string().optional(),
    hiddenLabels: z.array(z.string()).default([]),
  }),
);

/** A set as `sets.json` lists it; files are relative to its folder. */
export type SetListing = z.infer<typeof listing>[number];

/** Reads `sets.json` of a folder. @throws AppError `invalid-input` when it is missing or malformed. */
export async function listSets(dir: string): Promise<SetListing[]> {
  const file = join(dir, 'sets.json');
  try {
    return listing.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new AppError('invalid-input', `bench: ${file} cannot be used`, { cause });
  }
}

/** Reads the two files of a set. Hidden labels are left out of training, and their test lines are out of scope. */
export async function readSet(listed: SetListing, dir: string): Promise<BenchSet> {
  const hidden = new Set(listed.hiddenLabels);
  if (listed.outOfScope !== undefined) hidden.add(listed.outOfScope);
  const train = (await readLabelledLines(resolve(dir, listed.train))).filter(
    (line) => !hidden.has(line.label),
  );
  const test = (await readLabelledLines(resolve(dir, listed.test))).map(({ text, label }) => ({
    text,
    gold: hidden.has(label) ? null : label,
  }));
  return { name: listed.name, locale: listed.locale, train, test };
}
