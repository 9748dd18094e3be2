import { FUNCTION_WORDS } from './function-words.ts';
import type { Locale } from './locale.ts';
import { tokenize } from './tokens.ts';

/** What the words of an utterance say about its language. */
export interface LanguageEvidence {
  readonly locale: Locale;
  /** True where the words leave no reasonable doubt: enough to change the language of a conversation. */
  readonly isClear: boolean;
  /** True where at least one whole word is of that language alone: enough to read these words by. */
  readonly hasWord: boolean;
}

/** Frequent words that the one language has and the other has not, beside the function words. */
const FREQUENT: Readonly<Record<Locale, readonly string[]>> = {
  it: (
    'ciao grazie scusa salve buongiorno buonasera favore oggi ieri domani sempre solo senza dopo prima nessuno niente ' +
    'tutto tutti tutte molto poco altro altra ogni ultimo ultima nuovo nuova dammi dimmi dirmi serve servono vedo vedere ' +
    'capire capisco sapere cambia annulla crea affare trattativa segnalazione segnalazioni accesso pulsante ruolo aiuto ' +
    'rifiutato accettato vinto perso scaduto stato elenco cliente clienti esiste funziona bisogna certo bene quali amministratore'
  ).split(' '),
  en: (
    'please thanks thank hello hi hey yes okay sorry want need get got give know see show find make made let help new last ' +
    'yesterday today tomorrow access button role won lost declined accepted expired create close check status change add ' +
    'remove after before again anyone someone people customer customers without up out off over yet already still no'
  ).split(' '),
};

/** Words of both languages, or of the trade, say nothing about which it is. */
const OF_BOTH = [
  'a',
  'i',
  'in',
  'me',
  'so',
  'no',
  'do',
  'come',
  'ha',
  'fa',
  'd',
  's',
  't',
  'm',
  'ne',
  'e',
  'o',
  'dare',
  'mi',
  'si',
];

const WORDS: Readonly<Record<Locale, ReadonlySet<string>>> = {
  it: listWords('it', 'en'),
  en: listWords('en', 'it'),
};

function listWords(locale: Locale, other: Locale): Set<string> {
  const words = new Set([...FUNCTION_WORDS[locale], ...FREQUENT[locale]]);
  for (const word of OF_BOTH) if (FUNCTION_WORDS[other].has(word) || word.length === 1) words.delete(word);
  return words;
}

/** Endings that are common in one language and rare in the other, in words of five letters or more. */
const ENDINGS: Readonly<Record<Locale, RegExp>> = {
  it: /(?:zione|zioni|mente|ita|are|ere|ire|ato|ata|ati|uto|uta|uti|anza|enza|aggio|ista|iamo|ano|ono|etto|ella|ello|chi|che|ghi|glio|gno)$/,
  en: /(?:ing|tion|tions|ness|ment|ments|ally|ed|ly|ship|ful|less|able|ght|ck|sh|th|ew|ey|ay)$/,
};
const ITALIAN_ACCENT = /[àèéìòù]/i;
/** A listed word counts two, so two of them, or one and some endings, are clear. */
const CLEAR = 3;
const A_WORD = 2;
const NO_EVIDENCE = 0.5;
/** Reading more of a long text changes nothing. */
const READ = 1000;

/**
 * The language of one utterance by its words, or null where they say nothing ("ok", "Contoso"): then the
 * conversation's language holds.
 */
export function detectLanguage(utterance: string): LanguageEvidence | null {
  const text = utterance.slice(0, READ);
  let balance = ITALIAN_ACCENT.test(text.normalize('NFC')) ? 2 : 0;
  for (const token of tokenize(text)) balance += weigh(token.text);
  if (Math.abs(balance) < NO_EVIDENCE) return null;
  const weight = Math.abs(balance);
  return { locale: balance > 0 ? 'it' : 'en', isClear: weight >= CLEAR, hasWord: weight >= A_WORD };
}

/** Above 0 for Italian. A listed word weighs as much as two endings: lists are sure, endings have exceptions. */
function weigh(word: string): number {
  const listed = (WORDS.it.has(word) ? 2 : 0) - (WORDS.en.has(word) ? 2 : 0);
  if (listed !== 0 || word.length < 5) return listed;
  if (ENDINGS.en.test(word)) return -1;
  if (ENDINGS.it.test(word)) return 1;
  return /[aeio]$/.test(word) ? 0.3 : -0.3;
}
