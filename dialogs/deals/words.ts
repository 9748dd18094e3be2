import { withoutEnd } from '../../src/language/ends.ts';

/** Words for a deal that are the same, or differ, in one and many; both languages are always read. */
const DEAL_ONE =
  '(?:deal|trattativa|affare|accordo|opportunit[àa]|segnalazione|referral|opportunity|one|creat[oa])';
const DEAL_MANY =
  '(?:deals?|trattative|affari|accordi|opportunit[àa]|segnalazioni|opportunities|referrals?|quelli|quelle)';

const A_DEAL = new RegExp(`\\b${DEAL_ONE}`, 'iu');
const DEAL_SAID = new RegExp(`${DEAL_ONE}\\b`, 'iu');
const LAST = /\b(?:ultim[oa]|latest|newest|most recent|last)\b/iu;
const LAST_CREATED = /\blast created\b/iu;
const LATEST = /\b(?:mi[oa] ultim[oa]|più recente|piu recente|my (?:last|latest|newest))\b/iu;

const ALL = new RegExp(
  `\\b(?:tutt[ie]|elenco|lista|panoramica|riepilogo|overview|list|summary)\\b|` +
    `\\b(?:i|le|gli|dei|delle|degli|sui|sulle|miei|mie|nostri|nostre|quali|quanti|quante)\\s+(?:\\p{L}+\\s+)?${DEAL_MANY}(?!\\p{L})|` +
    `\\bdeals\\b`,
  'iu',
);
const OF_OURS = /\b(?:all|my|our|which|how many)\b/iu;
const ENGLISH_DEALS = /\b(?:opportunities|referrals)\b/iu;

const YESTERDAY = /\b(?:ieri|yesterday(?:'s)?)\b/i;
const TODAY = /\b(?:oggi|stamattina|today(?:'s)?|this morning)\b/i;

/**
 * Words that stand in a request and never in place of a customer's name; one of them among the words
 * says that the sentence is more than a name.
 */
const NOT_A_NAME = new Set(
  (
    'un uno una c cos d dell nell sull un il lo la i gli le l del dello della dei di da in con su per a al alla e o mio mia miei mie ' +
    'che chi com come cosa quale quali quando perché perche è sono ha hanno ho abbiamo hai stato stata punto siamo va vanno andata andato ' +
    'deal deals trattativa trattative affare affari accordo opportunità opportunita segnalazione referral ' +
    'microsoft controlla controllo controllare verifica verificare vedi vedere mostra mostrami dimmi guarda ' +
    'chiudi chiudere chiuso chiudilo chiudila segna segnare segnalo vinto vinta perso persa chi non più piu ci si mi lo ' +
    'accettato accettata accettazione rifiutato rifiutata risposto risposta scaduto scaduta novità esito ' +
    'the a an as of for with my our your on to it this that did do does has have is are was were been any ' +
    'what which who when how where why check status state show tell see look close mark won lost win lose ' +
    'accepted accept declined decline answered answer expired news deal opportunity sì si no ok grazie'
  ).split(' '),
);

/** "Il mio ultimo deal", "the latest one". */
export function asksForLatest(sentence: string): boolean {
  return (
    LATEST.test(sentence) ||
    isFollowed(sentence, LAST, A_DEAL) ||
    isFollowed(sentence, DEAL_SAID, LAST_CREATED)
  );
}

/** "Stato dei miei deal", "show me all my deals". */
export function asksForAll(sentence: string): boolean {
  return ALL.test(sentence) || isFollowed(sentence, OF_OURS, ENGLISH_DEALS);
}

/** Whether one thing is said and later on the same line the other; each line is looked through once. */
function isFollowed(sentence: string, first: RegExp, later: RegExp): boolean {
  return sentence.split('\n').some((line) => {
    const found = first.exec(line);
    return found !== null && later.test(line.slice(found.index + found[0].length));
  });
}

/** How many days ago the deal was created, where the sentence says "of yesterday" or "of today"; else null. */
export function daysAgoSaid(sentence: string): 0 | 1 | null {
  if (YESTERDAY.test(sentence)) return 1;
  return TODAY.test(sentence) ? 0 : null;
}

/** The sentence without its punctuation when it is nothing but what may be a name: "Contoso?"; else null. */
export function onlyName(sentence: string): string | null {
  const words = wordsOf(sentence);
  const isName = words.length > 0 && words.length <= 4 && !words.some(isRequestWord);
  return isName ? words.join(' ') : null;
}

/** What is left of a sentence without the words of a request; empty when it is nothing else. */
export function withoutRequestWords(sentence: string): string {
  return wordsOf(sentence)
    .filter((word) => !isRequestWord(word))
    .join(' ');
}

function wordsOf(sentence: string): string[] {
  const words = sentence
    .split(/[^\p{L}\p{N}&.-]+/u)
    .map((word) => withoutEnd(word.replace(/^[.-]+/, ''), '.-'));
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function isRequestWord(word: string): boolean {
  return NOT_A_NAME.has(word.toLowerCase());
}
