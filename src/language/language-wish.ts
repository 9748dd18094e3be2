import { toPhrase } from './flat.ts';
import { LOCALES, type Locale } from './locale.ts';

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

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const NAMES: Readonly<Record<Locale, ReadonlySet<string>>> = {
  it: words('italiano italiana italian ita'),
  en: words('inglese english eng'),
};
const TALKING = words(
  'parla parlare parlarmi parlami parliamo parlo parlate rispondi rispondere rispondimi rispondermi rispondete torna tornare torniamo tornerei ' +
    'ritorna ritorniamo ritornare passa passare passiamo continua continuare continuiamo prosegui proseguiamo usa usare usiamo cambia cambiamo ' +
    'cambiare imposta metti rimetti mettiamo rimettiamo preferisco preferirei preferiamo conversiamo fai facciamo speak talk reply answer switch use change continue respond go ' +
    'return come revert set proceed carry converse chat prefer keep do',
);
const WRITING = words('scrivi scrivere scrivimi scrivermi scriviamo scrivete write type');
/** Second person and present: whether it can, and not that it should. */
const ABILITY = words(
  'parli sai capisci comprendi conosci intendi leggi funzioni lavori supporti parlate understand know support supports understood able grado',
);
const GLUE = words(
  'in a al allo all l il lo la le da di d e ed o con per mi ci me ti noi si lingua language nuovo again back to into the an with us now ora adesso poi qui ' +
    'from here on avanti solo soltanto only just sempre always ok okay va bene allora beh dai let s lets can could you we i d id ll like rather would want vorrei voglio ' +
    'possiamo puoi potresti potremmo meglio better se non it this that everything tutto tutta anche also too pure please per favore grazie bot conversazione ' +
    'conversation chat speaking parlando of any un po bit little sei is are bene well mother tongue madrelingua originale original then so and serve occorre servisse needed necessary if',
);
const NOT = words('no non not dont never mai smetti stop');
/** "Che lingue parli?", "which languages do you speak?". */
const WHICH =
  /^(?:e |and )?(?:(?:in )?(?:che|quale|quali|quante) lingu[ae](?: straniere)?(?: \w+){0,3}|(?:what|which|how many) languages?(?: (?:can|do|are|you|i|we|use|speak|understand|support|know|does|it|available|there|here))*)$/;
/** Formal Italian orders with what is asked of a friend: "parli inglese" without a question mark still asks. */
const DO_YOU =
  /^(?:and |so |hi |hello |hey )*(?:do|can) you (?:also |even )?(?:speak|talk|understand|know)\b(?! (?:in|to me in)\b)/;

/** More words than this are a sentence about something. */
const MOST_WORDS = 12;
const MOST_LETTERS = 120;

/**
 * What a message wants of the language, or null where it is about something else. A wish is made of nothing but a
 * language's name, verbs of talking, and small words: "torniamo all'italiano, per favore" is one, "il contratto è in
 * inglese" isn't. "Sai l'inglese?" asks, and "puoi parlare in inglese?" is a polite order.
 */
export function readLanguageWish(text: string): LanguageWish | null {
  if (text.length > MOST_LETTERS || /["“«&]/.test(text)) return null;
  const phrase = toPhrase(text).replaceAll("'", ' ').replaceAll('’', ' ');
  if (WHICH.test(phrase)) return { kind: 'ask' };
  const said = phrase.split(/\s+/).filter((word) => word !== '');
  const locale = LOCALES.filter((each) => said.some((word) => NAMES[each].has(word)));
  if (said.length > MOST_WORDS || said.some((word) => NOT.has(word) || word === 'don')) return null;
  const isKnown = (word: string): boolean =>
    [NAMES.it, NAMES.en, TALKING, WRITING, ABILITY, GLUE].some((list) => list.has(word));
  if (locale.length === 0 || !said.every(isKnown)) return null;
  if (said.some((word) => ABILITY.has(word)) || DO_YOU.test(phrase)) return { kind: 'ask' };
  // "Rispondi anche in inglese?" asks for nothing yet.
  if (text.trimEnd().endsWith('?') && ['anche', 'pure', 'also', 'too'].some((word) => said.includes(word)))
    return { kind: 'ask' };
  const [only] = locale;
  return only === undefined || locale.length > 1
    ? { kind: 'ask' }
    : { kind: 'speak', locale: only, by: byOf(said) };
}

function byOf(said: readonly string[]): 'talking' | 'writing' | 'name' {
  if (said.some((word) => WRITING.has(word))) return 'writing';
  const isSaid =
    said.some((word) => TALKING.has(word)) || ['back', 'again', 'nuovo'].some((word) => said.includes(word));
  return isSaid ? 'talking' : 'name';
}
