import { stripCourtesy } from './courtesy.ts';
import { toPhrase } from './flat.ts';
import type { Locale } from './locale.ts';
import { readLanguageWish } from './language-wish.ts';
import { readPhrase } from './phrases.ts';
import { remembered } from './remembered.ts';
import { anyOf, made } from './said.ts';

export type SaidInTalk =
  'greeting' | 'thanks' | 'goodbye' | 'help' | 'about-me' | 'forget-me' | 'languages' | `speak-${Locale}`;

const TALK = ['greeting', 'thanks', 'goodbye', 'about-me', 'forget-me', 'help', 'abilities'] as const;

function readSpeak(text: string): SaidInTalk | null {
  const wish = readLanguageWish(text);
  if (wish === null) return null;
  if (wish.kind === 'ask') return 'languages';
  return `speak-${wish.locale}`;
}

const courtesies = made(() => ({
  thanks: new RegExp(`\\b${anyOf('thanking')}\\b`),
  greeting: new RegExp(`\\b${anyOf('greetings')}\\b`),
}));

/** A message of nothing but courtesy: thanks weigh more than a greeting ("ciao, grazie" is thanks). */
function readCourtesy(phrase: string): SaidInTalk | null {
  if (courtesies().thanks.test(phrase)) return 'thanks';
  return courtesies().greeting.test(phrase) ? 'greeting' : null;
}

/**
 * What a message that asks nothing about deals wants, in any language, or null. Only whole messages
 * count: "ciao, come creo un deal" is null, and so is a name in quotes.
 */
export const readSmallTalk = remembered((text: string): SaidInTalk | null => {
  const known = readPhrase(text, ...TALK);
  if (known !== null) return known === 'abilities' ? 'help' : known;
  const bare = stripCourtesy(text);
  return toPhrase(bare) === '' ? readCourtesy(toPhrase(text)) : (readSpeak(text) ?? readSpeak(bare));
});
