import type { Document } from 'yaml';
import { AppError } from '../errors.ts';
import type { ChangedFiles, KnowledgeFolder } from '../knowledge/load.ts';
import type { Locale } from '../language/locale.ts';
import type { Home } from '../questions/home.ts';
import type { KnowledgeFiles } from './knowledge-files.ts';
import { isAccepted, type Trial } from './trial.ts';
import { addLine, editYaml } from './yaml-edit.ts';

/** Tries changed files of the knowledge folder; nothing is written. */
export type TryFiles = (changed: ChangedFiles) => Promise<Trial>;

/** What an editor says yes to: sentences, and where they belong. */
export interface Yes {
  readonly locale: Locale;
  /** As people would say them, without masks. */
  readonly lines: readonly string[];
  readonly home: Extract<Home, { kind: 'example' | 'not-ours' }>;
}

export interface Accepted {
  readonly isWritten: boolean;
  /** The file that is changed, or would have been. */
  readonly file: string;
  readonly trial: Trial;
}

export interface AcceptParts {
  readonly folder: KnowledgeFolder;
  readonly files: Pick<KnowledgeFiles, 'open' | 'write'>;
  readonly tryFiles: TryFiles;
}

/**
 * Writes sentences where they belong, as examples of an answer or a dialog, or as what nothing here answers, if no
 * set of questions gets worse by it and nothing wrong comes of it; else nothing is written, and the trial says why.
 *
 * @throws AppError `invalid-input` where there is no such answer, dialog or topic; `conflict` where somebody changed the
 *   file meanwhile
 */
export async function accept(
  { locale, lines, home }: Yes,
  { folder, files, tryFiles }: AcceptParts,
): Promise<Accepted> {
  const file = home.kind === 'example' ? fileOf(home.of, folder) : `outside/${locale}.yaml`;
  const { text, eTag } = await files.open(file);
  const path = home.kind === 'example' ? [locale, 'examples'] : ['topics', topicOf(home.topic)];
  if (home.kind === 'example') refuseWithoutText(home.of, locale, folder);
  const changed = editYaml(text ?? '', (entry) => {
    for (const line of lines) if (!hasLine(entry, path, line)) addLine(entry, path, line);
  });
  const trial = await tryFiles(new Map([[file, changed]]));
  if (!isAccepted(trial)) return { isWritten: false, file, trial };
  await files.write(file, changed, eTag);
  return { isWritten: true, file, trial };
}

/**
 * The file of an answer or a dialog.
 *
 * @throws AppError `invalid-input` where there is none
 */
export function fileOf(id: string, { answers, intents }: KnowledgeFolder): string {
  const entry =
    answers.find(({ value }) => value.id === id) ?? intents.find(({ value }) => value.dialog === id);
  if (entry !== undefined) return entry.file;
  throw new AppError('invalid-input', `workshop: there is no answer or dialog "${id}"`);
}

function refuseWithoutText(id: string, locale: Locale, { answers }: KnowledgeFolder): void {
  const answer = answers.find(({ value }) => value.id === id)?.value;
  if (answer !== undefined && answer.texts[locale] === undefined)
    throw new AppError('invalid-input', `workshop: "${id}" has no text in the language "${locale}"`);
}

function topicOf(topic: string | null): string {
  if (topic !== null && /^[a-z][a-z\d-]*$/.test(topic)) return topic;
  throw new AppError('invalid-input', 'workshop: name a topic in small letters, such as office-life');
}

function hasLine(entry: Document, path: readonly string[], line: string): boolean {
  const list: unknown = entry.getIn(path);
  const lines =
    typeof list === 'object' && list !== null && 'toJSON' in list
      ? (list as { toJSON(): unknown }).toJSON()
      : [];
  return Array.isArray(lines) && lines.includes(line);
}
