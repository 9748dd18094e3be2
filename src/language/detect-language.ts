import { tokenize } from './tokens.ts';
import type { Locale } from './locale.ts';

/** What the words of an utterance say about its language. */
export interface LanguageEvidence {
  readonly locale: Locale;
  /** True where the words leave no reasonable doubt: enough to change the language of a conversation. */
  readonly isClear: boolean;
}

/** Short words that the one language has and the other has not; folded. Words that both have are in neither. */
const ITALIAN = new Set(
  (
    'il lo la i gli le un uno una di da del dello della dei degli delle dal dalla dai nel nella nei nelle al allo alla ai ' +
    'agli alle sul sulla sui sulle col con su per tra fra e ed o ma se che chi cui cosa come dove quando quanto quanti ' +
    'quale quali perche non nn xke xche sono sei siamo siete era ho hai ha abbiamo avete hanno posso puoi puo possiamo ' +
    'potete possono devo devi deve dobbiamo vorrei voglio vuoi vuole mi ti ci vi si mio mia miei mie tuo tua suo sua ' +
    'nostro nostra questo questa questi queste quello quella quelli quelle anche ancora gia mai piu meno molto poco tutti ' +
    'tutto tutte nessuno niente ogni altro altra ultimo ultima ieri oggi domani ciao grazie scusa salve buongiorno ' +
    'perfavore favore fare fatto faccio dare dammi dimmi dirmi serve servono essere stato stata stati avere vedere vedo ' +
    'capire capisco sapere so cambia annulla crea nuovo nuova affare trattativa segnalazione segnalazioni accesso ' +
    'pulsante ruolo note rifiutato accettato vinto perso scaduto aiuto prova va bene certo dopo prima poi quindi allora ' +
    'solo sempre senza qualche qualcuno quali elenco stato miei cliente clienti esiste esistono bisogna funziona'
  ).split(' '),
);
const ENGLISH = new Set(
  (
    'the an of to in on at for with from by about into is are was were be been being am do does did doing done has have ' +
    'had having can could will would shall should may might must not dont doesnt didnt cant wont isnt arent im ive id ' +
    'you your yours he she it its we our they them their my mine this that these those what which who whom whose when ' +
    'where why how and or but if because than then there here any some every each other another more most less all none ' +
    'nothing only just also still already yet please thanks thank hello hi hey yes okay sorry want need get got give ' +
    'gives tell know see show find make made let help new last yesterday today tomorrow deal deals access button role ' +
    'notes won lost declined accepted expired create close check status change add remove after before again am my ' +
    'anyone someone people customer without up out off over so as u ur pls thx'
  ).split(' '),
);
for (const shared of ['note', 'a', 'i', 'in', 'so', 'me', 'deal', 'deals']) {
  ITALIAN.delete(shared);
  ENGLISH.delete(shared);
}

/** Endings that are common in one language and rare in the other, in words of five letters or more. */
const ITALIAN_ENDING =
  /(?:zione|zioni|mente|ita|are|ere|ire|ato|ata|ati|ate|uto|uta|uti|anza|enza|aggio|ista|iamo|ano|ono|etto|ella|ello|chi|che|ghi|glio|gno)$/;
const ENGLISH_ENDING =
  /(?:ing|tion|tions|ness|ment|ments|ally|ed|ly|ship|ful|less|able|ght|ck|sh|th|ew|ey|ay)$/;
const ITALIAN_ACCENT = /[àèéìòù]/i;

/** A word of the lists weighs as much as two endings: lists are short and sure, endings have exceptions. */
function weigh(word: string): number {
  if (ITALIAN.has(word)) return 2;
  if (ENGLISH.has(word)) return -2;
  if (word.length < 5) return 0;
  if (ENGLISH_ENDING.test(word)) return -1;
  if (ITALIAN_ENDING.test(word)) return 1;
  return /[aeiou]$/.test(word) ? 0.4 : -0.4;
}

/**
 * The language of one utterance by its words, or null where they say nothing ("ok", "Contoso"): then the
 * conversation's language holds.
 */
export function detectLanguage(utterance: string): LanguageEvidence | null {
  const words = tokenize(utterance.slice(0, 2000));
  let balance = ITALIAN_ACCENT.test(utterance.normalize('NFC')) ? 2 : 0;
  for (const word of words) balance += weigh(word.text);
  if (Math.abs(balance) < 0.5) return null;
  return { locale: balance > 0 ? 'it' : 'en', isClear: Math.abs(balance) >= 3 };
}
