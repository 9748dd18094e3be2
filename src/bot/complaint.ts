import { toPhrase } from '../language/flat.ts';
import type { Locale } from '../language/locale.ts';

/** A longer message says what is wanted as well: that is what it is about. */
const MOST_WORDS = 11;

const COMPLAINTS: Readonly<Record<Locale, RegExp>> = {
  it: /\b(?:sempre (?:la stessa|lo stesso|le stesse|uguale)|ancora la stessa|di nuovo la stessa|stai ripetendo|ti ripeti|continui a (?:ripetere|dire|rispondere)|non (?:hai|mi hai) (?:capito|risposto|ascoltato)|non (?:mi )?(?:capisci|ascolti|rispondi|stai ascoltando|stai capendo|stai rispondendo)|non (?:era|e) (?:questo |quello |quella |cio |questa )?(?:che|la cosa che|quello che|la domanda che|la risposta che) (?:ti |io )?(?:ho chiesto|avevo chiesto|chiedevo|volevo|intendevo|cercavo)|non (?:era|e) la mia domanda|non e una risposta|non ti ho chiesto (?:questo|quello)|ho chiesto (?:un'altra cosa|altro|tutt'altro)|non c'entra (?:niente|nulla|un tubo)|non mi (?:aiuti|sei d'aiuto|sei di aiuto|serve a niente|serve a nulla)|sei (?:inutile|un disastro)|non (?:sei utile|servi a niente|servi a nulla)|risposta (?:sbagliata|inutile)|hai (?:sbagliato|frainteso)|mi hai frainteso|che risposta e)\b/,
  en: /\b(?:(?:always|keep|again|still) (?:saying|repeating|giving|telling|answering|the same)|same (?:answer|thing|reply) (?:again|every|over|as before|each)|(?:that's|that is|this is|it's|that was|thats) not (?:what i|my question|the question|an answer|the answer|helpful|what we)|(?:isn't|wasn't|is not|was not) (?:what i|my question|what we|helpful)|you (?:don't|do not|didn't|did not|aren't|are not|never) (?:understand|understood|get it|get me|listen|listening|answer|answering|helping|help)|you (?:misunderstood|got me wrong|got that wrong|are wrong|are repeating|keep repeating)|wrong answer|(?:not|isn't|aren't) (?:helpful|helping|useful)|useless|i asked (?:something else|for something else|you something else)|that doesn't (?:answer|help)|nothing to do with (?:my|what))\b/,
};

/** Whether a message says that the last answer was not what was wanted: "that is no reply to my question". */
export function isComplaint(text: string, locale: Locale): boolean {
  const phrase = toPhrase(text);
  return phrase.split(' ').length <= MOST_WORDS && COMPLAINTS[locale].test(phrase);
}
