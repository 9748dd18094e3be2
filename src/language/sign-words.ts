import type { Locale } from './locale.ts';
import { isWholePhrase, phraseSet } from './whole-phrases.ts';

const SIGN_IN = phraseSet(
  'accedi|accedere|fammi accedere|voglio accedere|vorrei accedere|fai accesso|fai l accesso|login|log in|loggami|' +
    'autenticami|connettimi|collegami|sign in|signin|sign me in|log me in|i want to sign in|let me sign in',
);

const SIGN_OUT = phraseSet(
  'disconnetti|disconnettimi|disconnettiti|scollegami|scollega il mio account|logout|log out|log me out|sloggami|sign out|' +
    'signout|sign me out|esci dall account|esci dal mio account|esci dal centro per i partner|fammi uscire dall account|' +
    'voglio disconnettermi|vorrei disconnettermi|i want to sign out|i want to log out|sign out of my account',
);

/** Words that leave whatever is open; only where nothing is do they mean the account. */
const LEAVE = phraseSet('esci|uscire|voglio uscire|exit|quit');

/**
 * Whether a whole message asks to sign in or out, in either language; null for anything else.
 *
 * @param isSomethingOpen true where "esci" leaves a form rather than the account
 */
export function readSignCommand(
  text: string,
  locale: Locale,
  isSomethingOpen: boolean,
): 'sign-in' | 'sign-out' | null {
  if (text.length > 100) return null;
  const isOneOf = (known: ReadonlySet<string>) => isWholePhrase(text, locale, known);
  if (isOneOf(SIGN_IN)) return 'sign-in';
  return isOneOf(SIGN_OUT) || (!isSomethingOpen && isOneOf(LEAVE)) ? 'sign-out' : null;
}
