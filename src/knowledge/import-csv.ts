import { isUtf8 } from 'node:buffer';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { AppError } from '../errors.ts';
import type { Language } from '../language/locale.ts';
import { parseCsv } from './csv.ts';
import type { Answer, Knowledge } from './knowledge.ts';

/** One line of a file of labelled sentences. */
export interface LabelledLine {
  readonly text: string;
  readonly label: string;
}

/** What a first line of column names calls them. */
const TEXT_NAMES = new Set(['sentence', 'text', 'utterance', 'query']);
const LABEL_NAMES = new Set(['label', 'category', 'intent', 'class']);

/**
 * Reads a CSV of `sentence,label` (further columns are ignored; a first line of column names is skipped, and says
 * which of the two comes first).
 *
 * @throws AppError `invalid-input` when the file cannot be read, has no lines, or a line has no label.
 */
export async function readLabelledLines(file: string): Promise<LabelledLine[]> {
  const rows = parseCsv(await readText(file));
  const [first = '', second = ''] = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const isSwapped = LABEL_NAMES.has(first) && TEXT_NAMES.has(second);
  const isHeader = isSwapped || (TEXT_NAMES.has(first) && LABEL_NAMES.has(second));
  const lines = rows.slice(isHeader ? 1 : 0).map((row, at) => {
    const [one = '', other = ''] = row.map((field) => field.trim());
    const [text, label] = isSwapped ? [other, one] : [one, other];
    if (text !== '' && label !== '') return { text, label };
    const line = at + (isHeader ? 2 : 1);
    throw new AppError(
      'invalid-input',
      `import: ${file}, row ${line}: wants "sentence,label", has "${row.join(',')}"`,
    );
  });
  if (lines.length === 0)
    throw new AppError('invalid-input', `import: ${file} has no lines "sentence,label"`);
  return lines;
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new AppError('invalid-input', `import: cannot read ${file}`, { cause });
  });
  if (!isUtf8(bytes))
    throw new AppError('invalid-input', `import: ${file} is not UTF-8; save it as "CSV UTF-8" and try again`);
  return bytes.toString('utf8');
}

/** Knowledge with one answer a label, in the order of their first line; the label is its id and, spelt out, its question. */
export function toKnowledge(lines: readonly LabelledLine[], locale: Language): Knowledge {
  const byLabel = new Map<string, string[]>();
  for (const { text, label } of lines) byLabel.set(label, [...(byLabel.get(label) ?? []), text]);
  const answers = new Map<string, Answer>();
  for (const [id, examples] of byLabel) answers.set(id, toAnswer(id, examples, locale));
  return { answers, intents: new Map(), vocabulary: {}, sources: new Map() };
}

function toAnswer(id: string, examples: readonly string[], locale: Language): Answer {
  const question = spellOut(id);
  const text = { question, examples, lead: question, body: '' };
  return {
    id,
    parent: null,
    sources: [],
    related: [],
    dialog: null,
    reviewed: '1970-01-01',
    texts: { [locale]: text },
  };
}

/** `WHAT_SIZE_TO_ORDER`, `weather/find` and `ShowTimes` as words. */
function spellOut(label: string): string {
  const words = label.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/[^\p{L}\p{N}]+/gu, ' ');
  return words.trim().toLowerCase() || label;
}

/**
 * Writes a knowledge folder from a CSV: for people who come from other tools, and for comparing engines.
 * The leads are the questions again, for an editor to replace.
 *
 * @returns how many answers and examples were written.
 * @throws AppError `invalid-input` when the CSV cannot be used.
 */
export async function importCsv(options: {
  readonly file: string;
  readonly out: string;
  readonly locale: Language;
}): Promise<{ readonly answers: number; readonly examples: number }> {
  await refuseUsedFolder(options.out);
  const lines = await readLabelledLines(options.file);
  const { answers } = toKnowledge(lines, options.locale);
  const used = new Set<string>();
  for (const answer of answers.values()) {
    const path = join(options.out, 'answers', `${fileName(answer.id, used)}.yaml`);
    await mkdir(dirname(path), { recursive: true });
    const { id, reviewed, texts } = answer;
    await writeFile(path, stringify({ id, reviewed, ...texts }));
  }
  return { answers: answers.size, examples: lines.length };
}

/** What is there may be somebody's work, and answers of another import would be mixed with these. */
async function refuseUsedFolder(out: string): Promise<void> {
  const there = await readdir(join(out, 'answers')).catch(() => []);
  if (there.length === 0) return;
  throw new AppError('invalid-input', `import: --out ${out} has answers already; name a new folder`);
}

/** A file name that every system takes; numbered where two labels would share one. */
function fileName(id: string, used: Set<string>): string {
  const plain = id.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 100) || 'answer';
  let name = plain;
  for (let number = 2; used.has(name.toLowerCase()); number++) name = `${plain}-${number}`;
  used.add(name.toLowerCase());
  return name;
}
