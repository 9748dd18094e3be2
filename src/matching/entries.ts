import type { Answer, Knowledge } from '../knowledge/knowledge.ts';
import { type Locale, LOCALES } from '../language/locale.ts';
import type { CandidateKind } from './match.ts';

/** No answer and no dialog has an id that begins so: it can't be written in a knowledge folder. */
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
  return [...entries, ...listOutside(knowledge)];
}

/** One entry a topic: one of everything would have a centroid near nothing. */
function listOutside({ outside = {} }: Knowledge): Entry[] {
  const topics = new Set(LOCALES.flatMap((locale) => Object.keys(outside[locale] ?? {})));
  return [...topics].map((topic) => {
    const id = `${OUTSIDE} ${topic}`;
    const examples = LOCALES.flatMap((locale) =>
      (outside[locale]?.[topic] ?? []).map((text) => ({ text, locale })),
    );
    return { id, kind: 'outside', family: id, examples };
  });
}

/** The question is one more example: 1 to 2.6 points of accuracy where examples are few. */
function answerExamples(answer: Answer, locale: Locale): Example[] {
  const text = answer.texts[locale];
  if (text === undefined) return [];
  return [text.question, ...text.examples].map((example) => ({ text: example, locale }));
}
