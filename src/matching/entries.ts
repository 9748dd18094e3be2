import type { Answer, Intent, Knowledge } from '../knowledge/knowledge.ts';
import { type Language, spokenFirst } from '../language/locale.ts';
import type { CandidateKind } from './match.ts';

/** No answer and no dialog has an id that begins so: it can't be written in a knowledge folder. */
const OUTSIDE = '(outside)';

/** One phrasing in its language. */
export interface Example {
  readonly text: string;
  readonly locale: Language;
}

/** One thing an utterance may be about. */
export interface Entry {
  readonly id: string;
  /** `outside` is what people also ask and nothing here answers: it competes, but is never a candidate. */
  readonly kind: CandidateKind | 'outside';
  /** The answer it is a finer point of, or its own id: members of one family do not compete. */
  readonly family: string;
  readonly examples: readonly Example[];
  /** What the answer itself says, where its examples are few: nobody asks so, but it has the words of its subject. */
  readonly ownTexts: readonly Example[];
  /** How many examples it has in the language that has most. */
  readonly phrasings: number;
}

/** An answer with more phrasings than this is known well enough by them: with its own texts it is found no better. */
const MOST_WITH_TEXTS = 8;

/** All answers and dialogs with what people say for them. */
export function listEntries(knowledge: Knowledge): Entry[] {
  return [
    ...[...knowledge.answers.values()].map(answerEntry),
    ...[...knowledge.intents.values()].map(dialogEntry),
    ...listOutside(knowledge),
  ];
}

/** The question is one more example: 1 to 2.6 points of accuracy where examples are few. */
function answerEntry(answer: Answer): Entry {
  const phrasings = inEach(Object.keys(answer.texts), (locale) => {
    const text = answer.texts[locale];
    return text === undefined ? [] : [text.question, ...text.examples];
  });
  return {
    id: answer.id,
    kind: 'answer',
    family: answer.parent ?? answer.id,
    ...phrasings,
    ownTexts: phrasings.phrasings > MOST_WITH_TEXTS ? [] : listOwnTexts(answer),
  };
}

function dialogEntry({ dialog, titles, examples }: Intent): Entry {
  const phrasings = inEach(Object.keys(examples), (locale) => {
    const title = titles[locale];
    return [...(title === undefined ? [] : [title]), ...(examples[locale] ?? [])];
  });
  return { id: dialog, kind: 'dialog', family: dialog, ...phrasings, ownTexts: [] };
}

function inEach(
  languages: readonly Language[],
  textsOf: (locale: Language) => readonly string[],
): Pick<Entry, 'examples' | 'phrasings'> {
  const lists = spokenFirst(languages).map((locale) => textsOf(locale).map((text) => ({ text, locale })));
  return { examples: lists.flat(), phrasings: Math.max(0, ...lists.map(({ length }) => length)) };
}

/** The lead and the body apart: together they are found less often (50.8 % first of our own titles, not 52). */
function listOwnTexts({ texts }: Answer): Example[] {
  return spokenFirst(Object.keys(texts)).flatMap((locale) => {
    const { question, lead, body } = texts[locale] ?? { question: '', lead: '', body: '' };
    const said = [lead, body].map(withoutMarks).filter((text) => text !== '' && text !== question);
    return said.map((text) => ({ text, locale }));
  });
}

/** Addresses of links are no words. */
function withoutMarks(markdown: string): string {
  return markdown.replace(/\]\([^)\s]*\)/g, ' ').trim();
}

/** One entry a topic: one of everything would have a centroid near nothing. */
function listOutside({ outside = {} }: Knowledge): Entry[] {
  const languages = spokenFirst(Object.keys(outside));
  const topics = new Set(languages.flatMap((locale) => Object.keys(outside[locale] ?? {})));
  return [...topics].map((topic) => {
    const id = `${OUTSIDE} ${topic}`;
    const phrasings = inEach(languages, (locale) => outside[locale]?.[topic] ?? []);
    return { id, kind: 'outside', family: id, ...phrasings, ownTexts: [] };
  });
}
