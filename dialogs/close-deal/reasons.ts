import { withoutEnd } from '../../src/language/ends.ts';
import { flatten, spanOf } from '../../src/language/flat.ts';
import type { Localized } from '../../src/language/locale.ts';
import { holdsPhrase, isPhrase, made, patternOf, phraseOf } from '../../src/language/said.ts';
import { partDenied, uninvolved } from './reason-denied.ts';

/**
 * A reason for a lost deal: those of the portal's bulk file (Partner Center, bulk operations), and the price,
 * which that list lacks and which is no matter of the customer's budget. The service takes any text.
 */
export interface LossReason {
  readonly id: string;
  /** What is sent: the service takes free text, so its own words in English. */
  readonly text: string;
  readonly label: Localized<string>;
  readonly words: Localized<readonly string[]>;
  /** Whether a folded sentence tells the reason. */
  readonly isTold: (folded: string) => boolean;
}

/** The reasons, the commoner ones first. */
export const LOSS_REASONS: readonly LossReason[] = [
  {
    id: 'other-vendor',
    text: 'Customer chose another vendor',
    label: { it: 'Altro fornitore (concorrente)', en: 'Another vendor (competitor)' },
    words: {
      it: ['ha scelto un altro fornitore', 'concorrenza', 'concorrente'],
      en: ['chose another vendor', 'competitor', 'competition'],
    },
    isTold: holdsPhrase('lost-by-other-vendor'),
  },
  {
    id: 'budget',
    text: 'Budget not adequate',
    label: { it: 'Budget insufficiente', en: 'Not enough budget' },
    words: {
      it: ['budget non adeguato', 'soldi'],
      en: ['budget', 'money'],
    },
    isTold: holdsPhrase('lost-by-budget'),
  },
  {
    id: 'no-answer',
    text: 'Customer did not respond',
    label: { it: 'Il cliente non risponde', en: 'No reply from customer' },
    words: {
      it: ['nessuna risposta', 'non ha risposto', 'sparito'],
      en: ['did not respond', 'no answer', 'gone silent'],
    },
    isTold: holdsPhrase('lost-by-no-answer'),
  },
  {
    id: 'price',
    text: 'Price too high',
    label: { it: 'Prezzo troppo alto', en: 'Price too high' },
    words: {
      it: ['prezzo', 'prezzi', 'troppo caro', 'costava troppo'],
      en: ['price', 'pricing', 'too expensive', 'too pricey'],
    },
    isTold: holdsPhrase('lost-by-price'),
  },
  {
    id: 'requirement',
    text: 'Customer requirement not met',
    label: { it: 'Requisiti non coperti', en: 'Requirement not met' },
    words: {
      it: ['requisito', 'requisiti del cliente', 'non copre'],
      en: ['requirements', 'missing feature'],
    },
    isTold: holdsPhrase('lost-by-requirement'),
  },
  {
    id: 'timeline',
    text: 'Proposed timeline too short',
    label: { it: 'Tempi troppo stretti', en: 'Timeline too short' },
    words: { it: ['tempi', 'scadenza', 'tempi troppo brevi'], en: ['timeline', 'too little time'] },
    isTold: holdsPhrase('lost-by-timeline'),
  },
  {
    id: 'not-customer',
    text: 'Not a customer',
    label: { it: 'Non è un cliente', en: 'Not a customer' },
    words: { it: ['non cliente'], en: ['no customer'] },
    isTold: holdsPhrase('lost-by-not-customer'),
  },
  {
    id: 'abuse',
    text: 'Abuse, spam or phishing',
    label: { it: 'Abuso o spam', en: 'Abuse or spam' },
    words: { it: ['abuso', 'spam', 'phishing', 'truffa'], en: ['abuse', 'spam', 'phishing', 'scam'] },
    isTold: holdsPhrase('lost-by-abuse'),
  },
  {
    id: 'other',
    text: 'Other',
    label: { it: 'Altro motivo', en: 'Other reason' },
    words: { it: [], en: [] },
    isTold: isPhrase('lost-by-other'),
  },
];

/** The known reasons a sentence tells. */
export function findReasons(sentence: string): readonly LossReason[] {
  const { text } = flatten(sentence);
  const told = LOSS_REASONS.filter(({ isTold }) => isTold(text));
  if (told.length === 0) return told;
  const { meant, denied } = partDenied(sentence);
  const silent = others().test(text) ? 'no-answer' : null;
  return told.filter(({ id, isTold }) => id !== silent && (isTold(meant) || !isTold(denied)));
}

/** "We never replied to them", "Microsoft non ci ha mai risposto": it isn't the customer who was silent. */
const others = patternOf()`(?<![a-z'])${'silent-others'}(?: (?:[a-z']{1,6} ){0,4}?)(?:${'lost-by-no-answer'}|${'silent-verbs'})`;

/** The known reason a sentence tells, null when it tells none of them, or several. */
export function findReason(sentence: string): LossReason | null {
  const [reason, second] = findReasons(sentence);
  return second === undefined ? (reason ?? null) : null;
}

/** Nouns that tell no reason by themselves: a deal may be won at a good price. */
const named = made(() => new RegExp(phraseOf('reason-nouns'), 'g'));

/** The known reason for losing that a sentence tells, and doesn't only name ("al prezzo concordato"); null where it tells none. */
export function findTold(sentence: string): LossReason | null {
  const reason = findReason(sentence);
  return reason?.isTold(flatten(sentence).text.replace(named(), '')) === true ? reason : null;
}

const bareOf = (text: string): string => withoutEnd(flatten(text.trim()).text, ' .,;:!?…-').trim();
const isNothing = isPhrase('no-reason');
const isOther = isPhrase('another-reason');

/** "boh", "no idea", "il prezzo non c'entra": an answer that tells no reason. */
export function tellsNoReason(text: string): boolean {
  const meant = text.replaceAll('’', "'").replace(uninvolved(), '');
  return [text, meant].some((said) => isNothing(bareOf(said)) || !/\p{L}/u.test(said));
}

/** "È un altro", "a different one": not the reason at hand, and which it is isn't told. */
export function isUntold(text: string): boolean {
  return isOther(bareOf(text));
}

const main = patternOf('iu')`(?<!\p{L})${'main-reason'}(?!\p{L})[\s,:]*`;

/** What follows "il vero motivo è che …": it counts before whatever else is told; null where nothing is called so. */
export function mainReason(sentence: string): string | null {
  const found = main().exec(sentence.replaceAll('’', "'"));
  const text = found === null ? '' : sentence.slice(found.index + found[0].length).trim();
  return text.length < SHORTEST_TOLD ? null : text;
}

const told = made(() => new RegExp(`${phraseOf('reason-leads')}:? +`, 'g'));
const SHORTEST_TOLD = 3;
const denying = patternOf()`(?<![a-z])${'denying'} (?:[a-z]{1,6} )?$`;

/** What follows "perché" or "because" on the last line: a reason in the person's own words, null when there is none. */
export function reasonInOwnWords(sentence: string): string | null {
  const flat = flatten(sentence.slice(sentence.lastIndexOf('\n') + 1));
  for (const found of flat.text.matchAll(told())) {
    // "Not because of budget" tells none.
    if (denying().test(flat.text.slice(0, found.index))) continue;
    const from = found.index + found[0].length;
    if (flat.text.length - from >= SHORTEST_TOLD) return spanOf(flat, from, flat.text.length).text.trim();
  }
  return null;
}
