import type { Locale } from './locale.ts';
import { isWholePhrase, phraseSet, wholePhrases } from './whole-phrases.ts';

const MORE = phraseSet(
  'altri|altre|gli altri|le altre|altri deal|gli altri deal|mostra altri|mostrami altri|mostrami gli altri|mostra gli altri|vedi altri|' +
    'fammi vedere gli altri|e gli altri|ancora|prossimi|i prossimi|successivi|i successivi|pagina successiva|pagina dopo|avanti|vai avanti|' +
    'ce ne sono altri|quali altri|e poi|il resto|continua|' +
    'more|more deals|show more|show me more|see more|the others|others|other deals|the other deals|show the others|show me the others|' +
    'next|next page|next ones|the next ones|the rest|show the rest|and the others|and the rest|any more|are there more|go on|continue',
);
const COUNTED = /^(?:gli )?altri \d+(?: deal)?$|^(?:the )?(?:other )?\d+ (?:more|others)(?: deals)?$/;

/** "Altri", "show more": asks for the rest of a list that was just shown. */
export function asksForMore(text: string, locale: Locale): boolean {
  return (
    isWholePhrase(text, locale, MORE) || wholePhrases(text, locale).some((phrase) => COUNTED.test(phrase))
  );
}
