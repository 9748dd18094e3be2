import type { KnowledgeFolder } from '../knowledge/load.ts';
import type { Problem } from '../knowledge/problem.ts';
import { LOCALES, type Locale } from '../language/locale.ts';
import type { Answerer } from '../matching/match.ts';

interface Entry {
  readonly file: string;
  readonly id: string;
  readonly locale: Locale;
  /** The field to write in, and what stands there; the title of an answer first. */
  readonly list: string;
  readonly phrasings: readonly string[];
}

/**
 * Answers and dialogs that the engine finds first for none of their own phrasings, though it learned from them: no
 * other wording will do better. The engine is asked until it finds the entry, so mostly once an entry.
 */
export function findUnreached(folder: KnowledgeFolder, answerer: Answerer): Problem[] {
  return entriesOf(folder).flatMap((entry): Problem[] => {
    const found = entry.phrasings.map((text) => () => firstFor(answerer, text, entry.locale));
    if (found.some((find) => find() === entry.id)) return [];
    const [asked = ''] = entry.phrasings;
    const rival = firstFor(answerer, asked, entry.locale);
    const taken = rival === null ? 'nothing is found' : `${rival} is found`;
    const cure =
      rival === null ? 'write examples that people would say' : `write examples that ${rival} has no word of`;
    const message = `none of its phrasings reaches it: for "${asked}" ${taken}`;
    return [{ severity: 'warning', file: entry.file, field: entry.list, message, cure }];
  });
}

function firstFor(answerer: Answerer, text: string, locale: Locale): string | null {
  return answerer.match(text, { locale, isOne: true }).candidates[0]?.id ?? null;
}

function entriesOf({ answers, intents }: KnowledgeFolder): Entry[] {
  return LOCALES.flatMap((locale) => [
    ...answers.flatMap(({ file, value }): Entry[] => {
      const text = value.texts[locale];
      if (text === undefined) return [];
      const phrasings = [text.question, ...text.examples];
      return [{ file, id: value.id, locale, list: `${locale}.examples`, phrasings }];
    }),
    ...intents.flatMap(({ file, value }): Entry[] => {
      const phrasings = value.examples[locale];
      return phrasings === undefined
        ? []
        : [{ file, id: value.dialog, locale, list: `${locale}.examples`, phrasings }];
    }),
  ]);
}
