import { withoutEnd } from '../../src/language/ends.ts';
import type { Localized } from '../../src/language/locale.ts';

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
  /** How the reason is told inside a sentence, in either language. */
  readonly pattern: RegExp;
}

/** The reasons, the commoner ones first. */
export const LOSS_REASONS: readonly LossReason[] = [
  {
    id: 'other-vendor',
    text: 'Customer chose another vendor',
    label: { it: 'Altro fornitore', en: 'Another vendor' },
    words: {
      it: ['ha scelto un altro fornitore', 'concorrenza', 'concorrente'],
      en: ['chose another vendor', 'competitor', 'competition'],
    },
    pattern:
      /altr[oi] fornitor|concorren|rival|qualcun altro|un altro (?:partner|vendor)|(?:another|different) (?:vendor|supplier|partner|provider|company)|(?:somebody|someone) else|competit/iu,
  },
  {
    id: 'budget',
    text: 'Budget not adequate',
    label: { it: 'Budget insufficiente', en: 'Not enough budget' },
    words: {
      it: ['budget non adeguato', 'soldi'],
      en: ['budget', 'money'],
    },
    pattern:
      /budget|no money|no funds|(?:senza|non (?:c['’]erano|ha|hanno|avevano)(?: i)?) (?:soldi|fondi)/iu,
  },
  {
    id: 'no-answer',
    text: 'Customer did not respond',
    label: { it: 'Il cliente non risponde', en: 'No reply from customer' },
    words: {
      it: ['nessuna risposta', 'non ha risposto', 'sparito'],
      en: ['did not respond', 'no answer', 'gone silent'],
    },
    pattern:
      /non (?:ci )?(?:ha|hanno) (?:mai |più )?risposto|non risponde|nessuna risposta|sparit[oi]|non (?:ci )?rispond\p{L}{1,6}|non si (?:è|sono) (?:mai |più )?fatt[oaie] (?:più |mai )?(?:viv[oaie]|sentire)|(?:never|didn['’]?t|did not|doesn['’]?t|don['’]?t|hasn['’]?t|not) (?:ever )?(?:answer|repl|respond|(?:got|get|came|come|wrote|write|call|called) (?:us )?back)|(?:went|gone|go) (?:quiet|silent|dark)|ghosted|no (?:answer|reply|response)/iu,
  },
  {
    id: 'price',
    text: 'Price too high',
    label: { it: 'Prezzo troppo alto', en: 'Price too high' },
    words: {
      it: ['prezzo', 'prezzi', 'troppo caro', 'costava troppo'],
      en: ['price', 'pricing', 'too expensive', 'too pricey'],
    },
    pattern:
      /prezz[oi]|(?:troppo|più|tanto|molto) (?:car|costos)[oaie]|cost[aoi]\p{L}{0,12} (?:troppo|tropp[oi])|\bpric(?:e|es|ing|ey)\b|expensive|cost(?:s|ed)? too much/iu,
  },
  {
    id: 'requirement',
    text: 'Customer requirement not met',
    label: { it: 'Requisiti non coperti', en: 'Requirement not met' },
    words: {
      it: ['requisito', 'requisiti del cliente', 'non copre'],
      en: ['requirements', 'missing feature'],
    },
    pattern: /requisit|requirement|missing feature|funzion\p{L}{0,12} mancant/iu,
  },
  {
    id: 'timeline',
    text: 'Proposed timeline too short',
    label: { it: 'Tempi troppo stretti', en: 'Timeline too short' },
    words: { it: ['tempi', 'scadenza', 'tempi troppo brevi'], en: ['timeline', 'too little time'] },
    pattern: /tempi (?:troppo )?(?:strett|brev|cort)|poco tempo|(?:time ?line|deadline)|too little time/iu,
  },
  {
    id: 'not-customer',
    text: 'Not a customer',
    label: { it: 'Non è un cliente', en: 'Not a customer' },
    words: { it: ['non cliente'], en: ['no customer'] },
    pattern: /non (?:è|e|era) un (?:vero )?cliente|(?:not|isn'?t|wasn'?t) a (?:real )?customer/iu,
  },
  {
    id: 'abuse',
    text: 'Abuse, spam or phishing',
    label: { it: 'Abuso o spam', en: 'Abuse or spam' },
    words: { it: ['abuso', 'spam', 'phishing', 'truffa'], en: ['abuse', 'spam', 'phishing', 'scam'] },
    pattern: /\babuso|\babuse|spam|phishing|truffa|\bscam/iu,
  },
  {
    id: 'other',
    text: 'Other',
    label: { it: 'Altro motivo', en: 'Other reason' },
    words: { it: [], en: [] },
    pattern: /^(?:altro|other)$/iu,
  },
];

/** The known reasons a sentence tells. */
export function findReasons(sentence: string): readonly LossReason[] {
  return LOSS_REASONS.filter(({ pattern }) => pattern.test(sentence));
}

/** The known reason a sentence tells, null when it tells none of them, or several. */
export function findReason(sentence: string): LossReason | null {
  const [reason, second] = findReasons(sentence);
  return second === undefined ? (reason ?? null) : null;
}

/** Nouns that tell no reason by themselves: a deal may be won at a good price. */
const ONLY_NAMED = /^(?:prezz[oi]|price|prices|pricing|budget|requisit|requirement|deadline|time ?line)$/iu;

/** The known reason for losing that a sentence tells, and doesn't only name ("al prezzo concordato"); null where it tells none. */
export function findTold(sentence: string): LossReason | null {
  const reason = findReason(sentence);
  const [told = ''] = reason?.pattern.exec(sentence) ?? [];
  return ONLY_NAMED.test(told) ? null : reason;
}

const TELLS_NOTHING =
  /^(?:boh|mah|bho|bo|non (?:lo )?so(?: perché| il motivo)?|non saprei|non (?:ne )?ho idea|nessun[oa]?(?: motivo| idea)?|niente|nulla|chissà|idk|dunno|(?:i )?don['’]?t know(?: why)?|no (?:idea|clue|reason)|not sure|none|nothing|n\/?a|yes|nope|whatever|who knows|perché sì|test)$/iu;

/** "boh", "no idea": an answer that tells no reason. */
export function tellsNoReason(text: string): boolean {
  return TELLS_NOTHING.test(withoutEnd(text, ' .,;:!?…-').trim()) || !/\p{L}/u.test(text);
}

/** "È un altro", "a different one": not the reason at hand, and which it is isn't told. */
export function isUntold(text: string): boolean {
  return /^(?:(?:è|e|it's|is) )?(?:un altr[oa]|divers[oa]|another(?: one)?|a different one)$/iu.test(
    withoutEnd(text, ' .,;:!?…-').trim(),
  );
}

const TOLD = /(?:\bperch[éè]|\bxk[eé]|\bmotivo:?|\bbecause|\bsince|\breason:?)\s+/giu;
const SHORTEST_TOLD = 3;

/** What follows "perché" or "because" on the last line: a reason in the person's own words, null when there is none. */
export function reasonInOwnWords(sentence: string): string | null {
  const lastLine = sentence.lastIndexOf('\n') + 1;
  for (const found of sentence.matchAll(TOLD)) {
    const from = found.index + found[0].length;
    if (from >= lastLine && sentence.length - from >= SHORTEST_TOLD) return sentence.slice(from).trim();
  }
  return null;
}
