import type { Locale } from './locale.ts';
import { isWholePhrase, phraseSet } from './whole-phrases.ts';

const GO_ON = phraseSet(
  'avanti|vai avanti|vai pure avanti|avanti pure|vado avanti|andiamo avanti|andiamo pure avanti|vai avanti cosi|avanti cosi|prosegui|proseguiamo|' +
    'prosegui pure|continua|continuiamo|continua pure|procedi|procediamo|procedi pure|ok avanti|ok vai avanti|si vai avanti|' +
    "go on|go ahead|let's go on|lets go on|carry on|continue|let's continue|proceed|move on|let's move on|lets move on|next|ok next|next please|keep going|" +
    'ok go on|yes go on',
);

/** "Vai avanti", "go on": asks for what comes next; no value by itself, and no yes where yes and no are answers with a meaning. */
export function isGoOn(text: string, locale: Locale): boolean {
  return !/["“«&?]/.test(text) && isWholePhrase(text, locale, GO_ON);
}
