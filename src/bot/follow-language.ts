import { detectLanguage } from '../language/detect-language.ts';
import { findDealIds } from '../language/ids.ts';
import { readSmallTalk } from '../language/small-talk.ts';
import type { Turn } from './turn.ts';

/** The language of clear words is followed and remembered, unless the person chose one. */
export function followLanguage(utterance: string, turn: Turn): void {
  if (turn.record.isLanguageChosen || isOfNoLanguage(utterance)) return;
  const evidence = detectLanguage(utterance);
  if (evidence === null) return;
  // "grazie" alone is little evidence of a language, but it is a whole sentence of one.
  const isWhole = readSmallTalk(utterance, evidence.locale) !== null;
  if (evidence.isClear || isWhole || turn.record.language === null) {
    turn.locale = evidence.locale;
    turn.record.language = evidence.locale;
  }
}

/** "No" is both languages' word, and an id is nobody's. */
function isOfNoLanguage(utterance: string): boolean {
  return /^\W*no\W*$/i.test(utterance) || findDealIds(utterance).length > 0;
}
