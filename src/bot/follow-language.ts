import { forEverybody, sayWith } from '../cards/reply-data.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { findDealIds } from '../language/ids.ts';
import { readLanguageWish } from '../language/language-wish.ts';
import { languageName } from '../language/format.ts';
import { isSpoken, type Language, type Locale } from '../language/locale.ts';
import { readSmallTalk } from '../language/small-talk.ts';
import { tokenize } from '../language/tokens.ts';
import { botTexts } from './texts.ts';
import type { Turn } from './turn.ts';

/** Fewer words are a name or a value as likely as a sentence: "The Green Company". */
const SENTENCE_WORDS = 4;

/** The language of clear words is followed and remembered, unless the person chose one. */
export function followLanguage(utterance: string, turn: Turn): void {
  if (isOfNoLanguage(utterance)) return;
  const evidence = detectLanguage(utterance);
  if (evidence === null) return;
  // "grazie" alone is little evidence of a language, but it is a whole sentence of one.
  const isWhole = readSmallTalk(utterance) !== null;
  // "Cosell Zeta srl 47k wms" has no word of either: how its names end tells nothing.
  const isLikely = turn.record.language === null && evidence.hasWord && isSpoken(evidence.locale);
  if (evidence.isClear || isWhole || isLikely) follow(evidence.locale, turn);
}

/**
 * In a form words are values as well, so that one message says little: after two whole sentences running in the other
 * language the form goes on in it.
 */
export function followLanguageInForm(utterance: string, turn: Turn): void {
  const evidence = isOfNoLanguage(utterance) ? null : detectLanguage(utterance);
  if (evidence?.isClear !== true) return;
  const { session } = turn;
  const isSentence = tokenize(utterance).length >= SENTENCE_WORDS;
  const hasStrayed = evidence.locale !== turn.language && isSentence;
  if (hasStrayed && session.hasStrayed) follow(evidence.locale, turn);
  session.hasStrayed = hasStrayed && evidence.locale !== turn.language;
}

/** The client's own language, where the person has just changed it: the page's switch, the settings of Teams. */
export function followClient(client: Locale | null, turn: Turn): void {
  const { session } = turn;
  const isChanged = session.clientLanguage !== null && client !== null && session.clientLanguage !== client;
  session.clientLanguage = client ?? session.clientLanguage;
  if (isChanged && client !== null) speak(client, turn);
}

/** A language that is read and not spoken is answered in the one spoken before, which is said once. */
function follow(language: Language, turn: Turn): void {
  const { session, locale } = turn;
  if (isSpoken(language)) {
    if (session.writtenIn !== null) session.writtenIn = { ...session.writtenIn, isNow: false };
    return speak(language, turn);
  }
  if (session.writtenIn?.language !== language)
    turn.say(forEverybody(sayWith(botTexts[locale].readsOnly(languageName(language, locale)))));
  session.writtenIn = { language, isNow: true };
}

function speak(locale: Locale, turn: Turn): void {
  if (turn.record.isLanguageChosen) return;
  turn.locale = locale;
  turn.record.language = locale;
}

/** "No" is both languages' word, an id is nobody's, and who asks whether English is spoken has decided nothing. */
function isOfNoLanguage(utterance: string): boolean {
  return (
    /^\W*no\W*$/i.test(utterance) ||
    findDealIds(utterance).length > 0 ||
    readLanguageWish(utterance)?.kind === 'ask'
  );
}
