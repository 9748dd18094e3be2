import { toPhrase } from './flat.ts';
import { isSpoken, LOCALES, type Locale } from './locale.ts';
import { afterPhrase, readPhrase } from './phrases.ts';
import { remembered } from './remembered.ts';
import { withoutSecondThought } from './second-thoughts.ts';
import { anyOf, inLists, made, patternOf, spaced, tableOf } from './said.ts';

/** What a message wants of the language that is spoken. */
export type LanguageWish =
  | {
      readonly kind: 'speak';
      readonly locale: Locale;
      /**
       * What says so: a verb of talking ("parla", "torna"), one of writing, which may be meant for a text ("scrivi in
       * inglese"), or nothing but the language's name ("in inglese").
       */
      readonly by: 'talking' | 'writing' | 'name';
    }
  /** Asks which languages are spoken, and wants none of them yet. */
  | { readonly kind: 'ask' };

const isTalking = inLists('talking');
const isWriting = inLists('writing');
/** Second person and present: whether it can, and not that it should. */
const isAbility = inLists('ability');
const isAlso = inLists('wish-also');
const isNot = inLists('wish-not');
const isGlue = inLists('beside-wish', 'wish-also', 'again');
const isAgain = inLists('again');
const isOther = inLists('note-nouns', 'deal-nouns', 'trade-words');
/** What languages are called: `inglese` is `en`; some that aren't spoken are among them. */
const named = made(() => tableOf<string>('languages'));
/** "Do you speak Italian" asks; "do you speak in Italian" is an order. */
const into = made(() => new RegExp(`^${anyOf('into-language')}\\b`));

const because = patternOf('iu')`[,;.–-] (?=${'wish-because'}(?!\p{L})[^\d?]*$)`;

/** More words than this are a sentence about something. */
const MOST_WORDS = 12;
const MOST_LETTERS = 120;

/**
 * What a message wants of the language, or null where it is about something else. A wish is made of nothing but a
 * language's name, verbs of talking, and small words: "torniamo all'italiano, per favore" is one, "il contratto è in
 * inglese" isn't. "Sai l'inglese?" asks, and "puoi parlare in inglese?" is a polite order.
 */
export const readLanguageWish = remembered((text: string): LanguageWish | null => {
  if (text.length > MOST_LETTERS || /["“«&]/.test(text)) return null;
  // "Passa all'inglese, c'è il collega di Dublino".
  const why = because().exec(text)?.index;
  if (why !== undefined) {
    const wish = readLanguageWish(text.slice(0, why));
    return wish?.kind === 'speak' && wish.by === 'talking' ? wish : null;
  }
  const phrase = spaced(toPhrase(withoutSecondThought(text)));
  // "In quali lingue scrive Auto Notes?" asks of something else.
  if (readPhrase(text, 'which-languages') !== null)
    return phrase.split(' ').some(isOther) ? null : { kind: 'ask' };
  // "Basta, parla italiano" wants Italian.
  const parts = withoutSecondThought(text).split(/[,;.!]/u);
  const words = parts.map((part) =>
    spaced(toPhrase(part))
      .split(' ')
      .filter((word) => word !== ''),
  );
  const all = words.flat();
  const over = givenUp(words);
  const said = all.filter((_, at) => !over.includes(at));
  // "Basta inglese" leaves one language that is spoken here.
  const isOver = (language: string): boolean => over.some((at) => named().get(all[at] ?? '') === language);
  const others = !over.some((at) => named().has(all[at] ?? ''))
    ? []
    : LOCALES.filter((locale) => !isOver(locale));
  const told = [...new Set(said.flatMap((word) => named().get(word) ?? []))];
  const meant = told.length === 0 ? others : told;
  if (all.length > MOST_WORDS || meant.length === 0 || said.some(isNot)) return null;
  const isKnown = [isTalking, isWriting, isAbility, isGlue, (word: string) => named().has(word)];
  if (!said.every((word) => isKnown.some((has) => has(word)))) return null;
  const [only, ...more] = meant;
  // Alone it may be a surname ("Tedesco"), so of a language that isn't spoken it has to be asked, or more be said.
  if (!meant.some(isSpoken) && said.length === 1 && !isQuestion(text)) return null;
  // "Rispondi anche in inglese?" asks for nothing yet.
  const isAsked = said.some(isAbility) || asksWhether(phrase) || (isQuestion(text) && said.some(isAlso));
  return isAsked || !isSpoken(only) || more.length > 0
    ? { kind: 'ask' }
    : { kind: 'speak', locale: only, by: over.length > 0 ? 'talking' : byOf(said) };
});

function asksWhether(phrase: string): boolean {
  const rest = afterPhrase(phrase, 'do-you-speak');
  return rest !== null && !into().test(rest);
}

/** The places of a language that is to be spoken no more, and of the word that says so in the same part: "basta inglese". */
function givenUp(parts: readonly (readonly string[])[]): readonly number[] {
  let from = 0;
  return parts.flatMap((said) => {
    const first = from;
    from += said.length;
    return said.flatMap((word, at) => {
      if (!isNot(word)) return [];
      const behind = said.slice(at + 1).findIndex((next) => !isGlue(next) && !isTalking(next));
      if (behind >= 0 && named().has(said[at + 1 + behind] ?? ''))
        return [first + at, first + at + 1 + behind];
      // "Basta, parla italiano": nothing but a word to begin with.
      return isGlue(word) && behind < 0 ? [first + at] : [];
    });
  });
}

const isQuestion = (text: string): boolean => text.trimEnd().endsWith('?');

function byOf(said: readonly string[]): 'talking' | 'writing' | 'name' {
  if (said.some(isWriting)) return 'writing';
  return said.some((word) => isTalking(word) || isAgain(word)) ? 'talking' : 'name';
}
