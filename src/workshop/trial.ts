import { sectionsOf } from '../documents/sections.ts';
import { checkKnowledge } from '../knowledge/check.ts';
import { type KnowledgeFolder, toKnowledge } from '../knowledge/load.ts';
import type { Problem } from '../knowledge/problem.ts';
import { type Language, spokenFirst } from '../language/locale.ts';
import { withDocuments } from '../documents/search/with-documents.ts';
import { createAnswerer, type ExplainingAnswerer } from '../matching/answerer.ts';
import type { Answerer } from '../matching/match.ts';
import { termsOf } from '../questions/likeness.ts';
import { type LabelledQuestion, runQuestions } from './question-sets.ts';

/** Questions with the answers they should get. */
export interface TestSet {
  readonly name: string;
  readonly locale: Language;
  readonly questions: readonly LabelledQuestion[];
}

/** A line that went right before a change and no longer does. */
export interface FallenLine {
  readonly set: string;
  readonly q: string;
  readonly expect: string;
  /** What it is given now: an id, or an outcome without one. */
  readonly got: string;
}

/** How a set went before a change and after it: lines that were given what they should. */
export interface SetTrial {
  readonly name: string;
  readonly lines: number;
  readonly before: number;
  readonly after: number;
}

/** What a change would do. */
export interface Trial {
  /** Errors that weren't there before. */
  readonly problems: readonly Problem[];
  readonly sets: readonly SetTrial[];
  readonly fallen: readonly FallenLine[];
}

/** Whether a change makes nothing wrong and no set worse. */
export function isAccepted({ problems, sets }: Trial): boolean {
  return problems.length === 0 && sets.every(({ before, after }) => after >= before);
}

/** The name of the set that every knowledge has: its own phrasings. */
export const OWN_PHRASINGS = 'phrasings';

/**
 * Tries a change of a knowledge folder: what its check finds wrong beside what was wrong before, and how sets of
 * questions go before and after. One set a language is of the folder's own: the phrasings of its entries that share a
 * word with what is changed; the others hardly move. The matcher learns anew, a second or two for a hundred answers.
 *
 * @param old the matcher of the folder as it is
 */
export function tryChange(
  before: KnowledgeFolder,
  after: KnowledgeFolder,
  sets: readonly TestSet[],
  old: Answerer,
): Trial {
  const problems = newErrors(before, after);
  if (problems.length > 0) return { problems, sets: [], fallen: [] };
  const changed = createAnswerer(toKnowledge(after));
  const tried = [...ownSets(before, after), ...sets].map((set) => trySet(set, old, changed));
  return { problems, sets: tried.map(({ trial }) => trial), fallen: tried.flatMap(({ fallen }) => fallen) };
}

/**
 * Tries what an import would change: the same answers beside other documents. Of the folder's own phrasings those are
 * asked that a changed section is called by, since no other loses its answer to a document.
 *
 * @param old the matcher of the folder as it is
 * @param answers the same without its documents
 */
export function tryDocuments(
  before: KnowledgeFolder,
  after: KnowledgeFolder,
  sets: readonly TestSet[],
  { old, answers }: { readonly old: Answerer; readonly answers: ExplainingAnswerer },
): Trial {
  const known = new Set(before.problems.map(keyOf));
  const problems = after.problems.filter((each) => each.severity === 'error' && !known.has(keyOf(each)));
  if (problems.length > 0) return { problems, sets: [], fallen: [] };
  const changed = withDocuments(answers, toKnowledge(after));
  const there = new Set(namesIn(before));
  const names = new Set(namesIn(after).filter((name) => !there.has(name)));
  const called = phrasingsOf(after).filter((phrasing) => names.has(nameOf(phrasing.q, phrasing.locale)));
  const tried = [...asSets(called), ...sets].map((set) => trySet(set, old, changed));
  return { problems, sets: tried.map(({ trial }) => trial), fallen: tried.flatMap(({ fallen }) => fallen) };
}

/** The words of a name, in one order, of whatever form. */
const nameOf = (words: string, locale: Language): string =>
  [...new Set(termsOf({ words, locale }))].sort().join(' ');

function namesIn({ documents }: KnowledgeFolder): string[] {
  return documents.flatMap(({ document }) =>
    sectionsOf(document).flatMap(({ heading, examples, asked }) =>
      [heading, ...examples, ...asked.map(({ question }) => question)].map((name) =>
        nameOf(name, document.facts.locale),
      ),
    ),
  );
}

function newErrors(before: KnowledgeFolder, after: KnowledgeFolder): Problem[] {
  const found = errorsOf(after);
  if (found.length === 0) return found;
  const known = new Set(errorsOf(before).map(keyOf));
  return found.filter((problem) => !known.has(keyOf(problem)));
}

function errorsOf(folder: KnowledgeFolder): Problem[] {
  return checkKnowledge(folder).filter(({ severity }) => severity === 'error');
}

const keyOf = ({ file, field, message }: Problem): string => JSON.stringify([file, field, message]);

function trySet(
  { name, locale, questions }: TestSet,
  old: Answerer,
  changed: Answerer,
): { readonly trial: SetTrial; readonly fallen: readonly FallenLine[] } {
  const wrongBefore = new Set(runQuestions(old, questions, locale).misses.map(({ question }) => question));
  const { misses } = runQuestions(changed, questions, locale);
  const fallen = misses
    .filter(({ question }) => !wrongBefore.has(question))
    .map(({ question: { q, expect }, match }) => ({ set: name, q, expect, got: match.id ?? match.outcome }));
  const lines = questions.length;
  return {
    trial: { name, lines, before: lines - wrongBefore.size, after: lines - misses.length },
    fallen,
  };
}

/** The titles and examples that stand in both under the same entry, as far as a changed one has a word of theirs. */
function ownSets(before: KnowledgeFolder, after: KnowledgeFolder): TestSet[] {
  const [old, now] = [before, after].map(
    (folder) => new Map(phrasingsOf(folder).map((each) => [JSON.stringify(each), each])),
  ) as [Map<string, Phrasing>, Map<string, Phrasing>];
  const moved = [...old, ...now].filter(([key]) => !(old.has(key) && now.has(key)));
  const terms = new Set(moved.flatMap(([, phrasing]) => termsIn(phrasing)));
  const kept = [...now]
    .filter(([key, phrasing]) => old.has(key) && termsIn(phrasing).some((term) => terms.has(term)))
    .map(([, phrasing]) => phrasing);
  return asSets(kept);
}

/** Phrasings as a set a language. */
function asSets(kept: readonly Phrasing[]): TestSet[] {
  return spokenFirst(kept.map(({ locale }) => locale))
    .map((locale) => ({
      name: `${locale} ${OWN_PHRASINGS}`,
      locale,
      questions: kept
        .filter((each) => each.locale === locale)
        .map(({ q, expect }) => ({ q, expect, kind: OWN_PHRASINGS })),
    }))
    .filter(({ questions }) => questions.length > 0);
}

const termsIn = ({ q, locale }: Phrasing): string[] => termsOf({ words: q, locale });

interface Phrasing {
  readonly locale: Language;
  readonly q: string;
  readonly expect: string;
}

function phrasingsOf({ answers, intents }: KnowledgeFolder): Phrasing[] {
  return [
    ...answers.flatMap(({ value: { id, texts } }) =>
      Object.entries(texts).flatMap(([locale, { question, examples }]) =>
        [question, ...examples].map((q) => ({ locale, q, expect: id })),
      ),
    ),
    ...intents.flatMap(({ value: { dialog, examples } }) =>
      Object.entries(examples).flatMap(([locale, said]) => said.map((q) => ({ locale, q, expect: dialog }))),
    ),
  ];
}
