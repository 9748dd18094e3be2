import { stripCourtesy } from './courtesy.ts';
import { toPhrase } from './flat.ts';
import type { Locale } from './locale.ts';

const WISH =
  /^(?:(?:vorrei|voglio|posso|potrei|devo|ho bisogno di|fammi|mi fai|preferisco|can i|could i|i want to|i'd like to|i would like to|i need to|let me)\s+)?(?:parlare|parlo|sentire|chattare|talk|speak|chat)\s+(?:con|a|to|with)\s+(?:qualcuno|qualcun altro|(?:una )?persona(?: vera| reale)?|(?:un )?umano|(?:un )?essere umano|(?:un )?operatore|(?:l')?assistenza|(?:il )?supporto|someone|somebody|(?:a |an )?(?:real |actual )?(?:human|person|agent|human being)|support)$/;

/** "Vorrei parlare con qualcuno", "can I talk to a person": the whole message asks for a human being. */
export function wantsPerson(text: string, locale: Locale): boolean {
  if (text.length > 120) return false;
  return WISH.test(toPhrase(text)) || WISH.test(toPhrase(stripCourtesy(text, locale)));
}
