import { stripCourtesy } from './courtesy.ts';
import { toPhrase } from './flat.ts';
import type { Language } from './locale.ts';
import { readLanguageWish } from './language-wish.ts';
import { readPhrase } from './phrases.ts';
import { remembered } from './remembered.ts';
import { anyOf, made } from './said.ts';

export type SaidInTalk =
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'help'
  | 'nature'
  | 'about-me'
  | 'forget-me'
  | 'languages'
  | `speak-${Language}`;

const TALK = [
  'greeting',
  'thanks',
  'goodbye',
  'nature',
  'about-me',
  'forget-me',
  'help',
  'abilities',
] as const;
/** What may stand beside each other in a message of nothing else; what stands first here counts. */
const COURTEOUS = ['goodbye', 'thanks', 'greeting'] as const;
/** A message of more words than this says something. */
const MOST_COURTEOUS_WORDS = 8;

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

/** "Grazie mille, sei stato utilissimo": two whole phrases of courtesy, one behind the other. */
function readTwoCourtesies(text: string): SaidInTalk | null {
  const words = toPhrase(text).split(' ');
  if (words.length < 2 || words.length > MOST_COURTEOUS_WORDS) return null;
  for (let at = 1; at < words.length; at += 1) {
    const first = readPhrase(words.slice(0, at).join(' '), ...COURTEOUS);
    const second = first === null ? null : readPhrase(words.slice(at).join(' '), ...COURTEOUS);
    if (second !== null) return COURTEOUS.find((each) => each === first || each === second) ?? null;
  }
  return null;
}

/**
 * What a message that asks nothing about deals wants, in any language, or null. Only whole messages
 * count: "ciao, come creo un deal" is null, and so is a name in quotes.
 */
export const readSmallTalk = remembered((text: string): SaidInTalk | null => {
  const known = readPhrase(text, ...TALK);
  if (known !== null) return known === 'abilities' ? 'help' : known;
  const bare = stripCourtesy(text);
  if (toPhrase(bare) === '') return readCourtesy(toPhrase(text));
  return readTwoCourtesies(text) ?? readSpeak(text) ?? readSpeak(bare);
});
