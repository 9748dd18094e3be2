import { readdir, readFile } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { markAlike } from '../documents/alike.ts';
import { type DocumentEntry, readDocumentFolder } from '../documents/load.ts';
import { ParsedFiles } from '../documents/parsed-files.ts';
import { sectionsOf } from '../documents/sections.ts';
import { AppError } from '../errors.ts';
import type { Language } from '../language/locale.ts';
import type { Answer, Intent, Knowledge, OutsideTopics, SourceDocument, Vocabulary } from './knowledge.ts';
import { expandLinks } from './links.ts';
import { describeProblem } from './problem.ts';
import type { Problem } from './problem.ts';
import {
  parseAnswer,
  parseIntent,
  parseOutside,
  parseRelated,
  parseSource,
  parseVocabulary,
} from './schema.ts';
import type { ParsedFile } from './schema.ts';
import { parseActs, parseWords } from './words-schema.ts';
import type { ActExamples, Words } from './words.ts';

/** One entry and the file it was read from. */
export interface FileEntry<T> {
  readonly file: string;
  readonly value: T;
}

/** One entry of a file that is named after its language. */
export interface LocaleEntry<T> extends FileEntry<T> {
  readonly locale: Language;
}

/** All that could be read from a folder, and what could not. */
export interface KnowledgeFolder {
  readonly answers: readonly FileEntry<Answer>[];
  readonly intents: readonly FileEntry<Intent>[];
  readonly vocabulary: readonly LocaleEntry<Vocabulary>[];
  readonly outside: readonly LocaleEntry<OutsideTopics>[];
  readonly words: readonly LocaleEntry<Words>[];
  readonly acts: readonly LocaleEntry<ActExamples>[];
  readonly related: readonly LocaleEntry<readonly (readonly string[])[]>[];
  readonly sources: readonly FileEntry<SourceDocument>[];
  readonly documents: readonly DocumentEntry[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a knowledge folder: `answers/`, and if present `intents/`, `vocabulary/`, `words/`, `acts/`, `related/`,
 * `outside/` and `sources/`, each with `.yaml`, `.yml` or `.json` files in it, one entry a file, and `documents/` with what was
 * imported.
 *
 * @param files what files were parsed to before
 * @param changed what editors changed, which is laid over the folder's files
 * @throws AppError `invalid-input` that names every file, field and cure when anything is malformed,
 *   an id occurs twice or the folder holds neither an answer nor a document.
 */
export async function loadKnowledge(
  dir: string,
  files = new ParsedFiles(),
  changed: ChangedFiles = new Map(),
): Promise<Knowledge> {
  const folder = await readKnowledgeFolder(dir, { parsed: files, changed });
  const problems = folder.problems.filter((problem) => problem.severity === 'error');
  if (problems.length > 0) {
    const list = problems.map(describeProblem).join('\n  ');
    const what = changed.size === 0 ? dir : `${dir} with what editors changed`;
    throw new AppError('invalid-input', `knowledge: ${what} cannot be used:\n  ${list}`);
  }
  return toKnowledge(folder);
}

/** Files of a folder as they would be, by their path in it: with another text, or (null) gone. */
export type ChangedFiles = ReadonlyMap<string, string | null>;

/** How a folder is read. */
export interface ReadingChoice {
  readonly parsed?: ParsedFiles;
  readonly changed?: ChangedFiles;
}

/**
 * Reads as much of a knowledge folder as can be read, so that all problems are seen at once.
 * Parents are set: an id `a/b` is a finer point of `a` only if an answer `a` exists.
 *
 * @param parsed what files were parsed to before
 * @param changed files that are read as they would be
 * @throws AppError `invalid-input` when the folder itself is not there.
 */
export async function readKnowledgeFolder(
  dir: string,
  { parsed = new ParsedFiles(), changed = new Map() }: ReadingChoice = {},
): Promise<KnowledgeFolder> {
  const files = withChanged(await listFiles(dir), changed);
  const problems: Problem[] = [];
  const read = <T>(part: string, parse: (file: string, raw: unknown) => ParsedFile<T>) =>
    readPart(
      dir,
      files.filter((file) => file.startsWith(`${part}/`)),
      (file, content) => parsed.parse(file, content, () => readContent(file, content, parse)),
      problems,
      changed,
    );
  const answers = await read('answers', parseAnswer);
  const intents = await read('intents', parseIntent);
  const vocabulary = await read('vocabulary', parseVocabulary);
  const outside = await read('outside', parseOutside);
  const words = await read('words', parseWords);
  const acts = await read('acts', parseActs);
  const related = await read('related', parseRelated);
  const sources = await read('sources', parseSource);
  problems.push(
    ...findDuplicates(answers, 'id', (answer) => answer.id),
    ...findDuplicates(intents, 'dialog', (intent) => intent.dialog),
    ...findDuplicates(sources, 'id', (source) => source.id),
  );
  const imported = await readDocumentFolder(dir, parsed, changed);
  problems.push(...imported.problems);
  if (answers.length === 0 && imported.documents.length === 0) problems.push(noAnswer);
  return {
    answers: withParents(answers),
    intents,
    vocabulary: withLocales('vocabulary', vocabulary, problems),
    outside: withLocales('outside', outside, problems),
    words: withLocales('words', words, problems),
    acts: withLocales('acts', acts, problems),
    related: withLocales('related', related, problems),
    sources,
    documents: imported.documents,
    problems,
  };
}

function withChanged(files: readonly string[], changed: ChangedFiles): string[] {
  const kept = files.filter((file) => changed.get(file) !== null);
  const added = [...changed].flatMap(([file, text]) => (text === null ? [] : [file]));
  return [...new Set([...kept, ...added])].sort();
}

const noAnswer: Problem = {
  severity: 'error',
  file: 'answers/',
  field: '',
  message: 'no answer that can be used',
  cure: 'add a file such as answers/my-question.yaml, or import documents',
};

async function listFiles(dir: string): Promise<string[]> {
  try {
    const names = await readdir(dir, { recursive: true });
    const paths = names.map((name) => name.split(sep).join(posix.sep));
    return paths.filter((name) => /\.(ya?ml|json)$/.test(name)).sort();
  } catch (cause) {
    const message = `knowledge: cannot read the folder ${dir}; name a folder that has answers/ in it`;
    throw new AppError('invalid-input', message, { cause });
  }
}

// One file after the other: thousands opened at once would run out of file handles.
async function readPart<T>(
  dir: string,
  files: readonly string[],
  read: (file: string, content: string) => ParsedFile<T>,
  problems: Problem[],
  changed: ChangedFiles,
): Promise<FileEntry<T>[]> {
  const entries: FileEntry<T>[] = [];
  for (const file of files) {
    const text = changed.get(file) ?? (await readFile(join(dir, file), 'utf8'));
    const parsed = read(file, text);
    if (parsed.ok) entries.push({ file, value: parsed.value });
    else problems.push(...parsed.problems);
  }
  return entries;
}

function readContent<T>(
  file: string,
  content: string,
  parse: (file: string, raw: unknown) => ParsedFile<T>,
): ParsedFile<T> {
  try {
    // Its warnings quote the file on the process's own error output: no log of ours, and read by nobody.
    const raw: unknown = file.endsWith('.json')
      ? JSON.parse(content)
      : parseYaml(content, { logLevel: 'error' });
    return parse(file, raw);
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    const cure = 'correct the syntax; text with ": " or " #" in it goes in quotes';
    return { ok: false, problems: [{ severity: 'error', file, field: '', message, cure }] };
  }
}

function findDuplicates<T>(
  entries: readonly FileEntry<T>[],
  field: string,
  keyOf: (value: T) => string,
): Problem[] {
  const firstFile = new Map<string, string>();
  return entries.flatMap(({ file, value }) => {
    const key = keyOf(value);
    const first = firstFile.get(key);
    if (first === undefined) firstFile.set(key, file);
    if (first === undefined) return [];
    const message = `"${key}" is already in ${first}`;
    return [
      {
        severity: 'error' as const,
        file,
        field,
        message,
        cure: 'give it another id, or merge the two files',
      },
    ];
  });
}

function withParents(answers: readonly FileEntry<Answer>[]): FileEntry<Answer>[] {
  const ids = new Set(answers.map(({ value }) => value.id));
  return answers.map(({ file, value }) => {
    const parent = value.id.slice(0, Math.max(0, value.id.lastIndexOf('/')));
    return { file, value: { ...value, parent: ids.has(parent) ? parent : null } };
  });
}

function withLocales<T>(
  part: string,
  entries: readonly FileEntry<T>[],
  problems: Problem[],
): LocaleEntry<T>[] {
  return entries.flatMap((entry) => {
    const [, locale] = /\/([a-z]{2})\.(?:ya?ml|json)$/.exec(entry.file) ?? [];
    if (locale !== undefined) return [{ ...entry, locale }];
    const cure = `name it by the two letters of its language, such as ${part}/it.yaml`;
    problems.push({ severity: 'error', file: entry.file, field: '', message: 'no language', cure });
    return [];
  });
}

/** What a folder that was read without errors knows. */
export function toKnowledge(folder: KnowledgeFolder): Knowledge {
  const sources = new Map(folder.sources.map(({ value }) => [value.id, value]));
  return {
    answers: new Map(folder.answers.map(({ value }) => [value.id, withAddresses(value, sources)])),
    intents: new Map(folder.intents.map(({ value }) => [value.dialog, value])),
    vocabulary: Object.fromEntries(folder.vocabulary.map(({ locale, value }) => [locale, value])),
    outside: Object.fromEntries(folder.outside.map(({ locale, value }) => [locale, value])),
    words: Object.fromEntries(
      folder.words.map(({ locale, value }) => [locale, withActs(value, folder.acts, locale)]),
    ),
    related: Object.fromEntries(folder.related.map(({ locale, value }) => [locale, value])),
    sources,
    sections: markAlike(folder.documents.flatMap(({ document }) => sectionsOf(document))),
  };
}

function withActs(words: Words, acts: KnowledgeFolder['acts'], language: Language): Words {
  const own = acts.find(({ locale }) => locale === language);
  return own === undefined ? words : { ...words, acts: own.value };
}

function withAddresses(answer: Answer, sources: ReadonlyMap<string, SourceDocument>): Answer {
  const expand = <T extends { readonly body?: string }>(said: T): T =>
    said.body === undefined ? said : { ...said, body: expandLinks(said.body, sources) };
  const texts = Object.entries(answer.texts).map(([locale, { variants, cases, ...text }]) => [
    locale,
    {
      ...expand(text),
      ...(variants === undefined ? {} : { variants: variants.map(expand) }),
      ...(cases === undefined ? {} : { cases: cases.map(expand) }),
    },
  ]);
  return { ...answer, texts: Object.fromEntries(texts) as Answer['texts'] };
}
