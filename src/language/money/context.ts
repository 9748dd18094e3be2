import { isCounted } from './count-nouns.ts';
import type { Amount } from './amounts.ts';
import type { MoneyToken } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** "A 40k deal" is worth 40k; "3 deal" are three. */
const BUSINESS = words('deal referral lead partner');

/** Words that stand around an amount and carry nothing. */
const FILLERS = words(
  'circa direi vale valgono valore importo il la lo i gli le l un una e ed o di da del dei in a al per su sui sugli sono ' +
    'sara saranno siamo intorno attorno quasi piu meno tipo diciamo penso credo totale totali tondi tondo complessivi ' +
    'about around roughly approx its it is s the value worth amount total at of for say maybe around nearly almost ' +
    'probably think i would be with con entro from to and or by che ok si yes si allora dunque well so circa ca per ' +
    'contratto deal affare trattativa netto netti iva esclusa euro closing chiusura chiude fine stima stimato estimated',
);

/** Whether the number counts something ("3 clienti", "12 mesi", "15 marzo"), so it is no amount. */
export function isCountNoun(tokens: readonly MoneyToken[], amount: Amount): boolean {
  const noun = tokens[amount.next]?.text ?? '';
  return amount.currency === null && isCounted(noun) && !(amount.hasMultiplier && BUSINESS.has(noun));
}

export function isFiller(word: string): boolean {
  return FILLERS.has(word);
}

/** "marzo 2027", "nel 2027", "fine 2027" are years. */
export function isYear(tokens: readonly MoneyToken[], amount: Amount): boolean {
  const value = amount.values[0] ?? 0;
  const before = tokens[amount.first - 1]?.text ?? '';
  const isYearLike = Number.isInteger(value) && value >= 2000 && value < 2100 && !amount.isGrouped;
  return (
    isYearLike &&
    (isCounted(before) || /^(?:nel|in|del|dal|fine|of|anno|year|fy|end|entro|by|q)$/.test(before))
  );
}

/** A limit or a rate instead of a value: "almeno 80k", "80k al mese". */
export function isUnsure(flat: string): boolean {
  return (
    /\b(?:almeno|oltre|piu di|meno di|fino a|massimo|max|minimo|min|at least|over|more than|less than|up to|under)\b/.test(
      flat,
    ) ||
    /\b(?:al mese|all'anno|l'anno|ogni mese|ogni anno|mensili|annui|a month|a year|per anno|per mese|per month|per year|monthly|yearly)\b/.test(
      flat,
    ) ||
    /\/ ?(?:mese|anno|month|year|mo|yr)\b/.test(flat)
  );
}
