import { readChoice } from '../../src/language/choice.ts';
import { readCommand } from '../../src/language/commands.ts';
import type { Locale } from '../../src/language/locale.ts';
import { readYesNo } from '../../src/language/yes-no.ts';
import { formTexts } from './texts.ts';

/** What may be done with an offered draft; the names are those of a form's acts. */
export type OfferAnswer = 'go-on' | 'restart' | 'cancel-really' | 'cancel';

/** Reads the answer to "pick the draft up?"; null when it is none. */
export function answerOffer(text: string, locale: Locale): OfferAnswer | null {
  const chosen = chosenIn(text, locale);
  // "Elimina la bozza" inside a form cancels it; here it is a button's title.
  if (chosen === 'cancel-really') return chosen;
  const command = readCommand(text)?.kind;
  if (command === 'cancel') return 'cancel';
  if (command === 'restart') return 'restart';
  const yesNo = readYesNo(text);
  if (yesNo !== null) return yesNo === 'yes' ? 'go-on' : 'restart';
  return chosen;
}

function chosenIn(text: string, locale: Locale): OfferAnswer | null {
  const texts = formTexts(locale);
  const read = readChoice(text, [
    { id: 'go-on', label: texts.resume, words: texts.resumeWords },
    { id: 'restart', label: texts.startNew, words: texts.newWords },
    { id: 'cancel-really', label: texts.deleteDraft, words: texts.deleteWords },
  ]);
  if (read?.kind !== 'one') return null;
  return read.id === 'go-on' || read.id === 'restart' || read.id === 'cancel-really' ? read.id : null;
}
