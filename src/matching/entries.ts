import type { Answer, Knowledge } from '../knowledge/knowledge.ts';
import { type Locale, LOCALES } from '../language/locale.ts';
import type { CandidateKind } from './match.ts';

/** One phrasing in its language. */
export interface Example {
  readonly text: string;
  readonly locale: Locale;
}

/** One thing an utterance may be about. */
export interface Entry {
  readonly id: string;
  readonly kind: CandidateKind;
  /** The answer it is a finer point of, or its own id: members of one family do not compete. */
  readonly family: string;
  readonly examples: readonly Example[];
}

/** All answers and dialogs with what people say for them. */
export function listEntries(knowledge: Knowledge): Entry[] {
  const entries: Entry[] = [];
  for (const answer of knowledge.answers.values()) {
    const examples = LOCALES.flatMap((locale) => answerExamples(answer, locale));
    entries.push({ id: answer.id, kind: 'answer', family: answer.parent ?? answer.id, examples });
  }
  for (const intent of knowledge.intents.values()) {
    const examples = LOCALES.flatMap((locale) => {
      const title = intent.titles[locale];
      const texts = [...(title === undefined ? [] : [title]), ...(intent.examples[locale] ?? [])];
      return texts.map((text) => ({ text, locale }));
    });
    entries.push({ id: intent.dialog, kind: 'dialog', family: intent.dialog, examples });
  }
  return entries;
}

/** The question is one more example: 1 to 2.6 points of accuracy where examples are few. */
function answerExamples(answer: Answer, locale: Locale): Example[] {
  const text = answer.texts[locale];
  if (text === undefined) return [];
  return [text.question, ...text.examples].map((example) => ({ text: example, locale }));
}
