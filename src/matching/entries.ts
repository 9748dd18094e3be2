import type { Answer, Knowledge } from '../knowledge/knowledge.ts';
import { type Locale, LOCALES } from '../language/locale.ts';
import type { CandidateKind } from './match.ts';

/** No answer and no dialog has this id: it can't be written in a knowledge folder. */
const OUTSIDE = '(outside)';

/** One phrasing in its language. */
export interface Example {
  readonly text: string;
  readonly locale: Locale;
}

/** One thing an utterance may be about. */
export interface Entry {
  readonly id: string;
  /** `outside` is what people also ask and nothing here answers: it competes, but is never a candidate. */
  readonly kind: CandidateKind | 'outside';
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
  const outside = LOCALES.flatMap((locale) =>
    (knowledge.outside?.[locale] ?? []).map((text) => ({ text, locale })),
  );
  if (outside.length > 0) entries.push({ id: OUTSIDE, kind: 'outside', family: OUTSIDE, examples: outside });
  return entries;
}

/** The question is one more example: 1 to 2.6 points of accuracy where examples are few. */
function answerExamples(answer: Answer, locale: Locale): Example[] {
  const text = answer.texts[locale];
  if (text === undefined) return [];
  return [text.question, ...text.examples].map((example) => ({ text: example, locale }));
}
