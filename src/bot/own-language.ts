import type { Answer } from '../knowledge/knowledge.ts';
import type { Turn } from './turn.ts';

/**
 * An answer as this person reads it: where they write a language that isn't spoken and it has a text in that, this
 * stands in place of the text in the language that is spoken, in which all around it is said.
 */
export function inOwnLanguage(answer: Answer, { language, locale }: Turn): Answer {
  const own = answer.texts[language];
  return own === undefined || language === locale
    ? answer
    : { ...answer, texts: { ...answer.texts, [locale]: own } };
}
