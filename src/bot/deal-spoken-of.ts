import type { DialogName } from '../cards/dialog-name.ts';
import { isOnlyName, nameWritten } from '../../dialogs/index.ts';
import { isUnanswered, type Match } from '../matching/match.ts';
import { asks, does, doesOnly, tells } from '../reading/contents.ts';
import type { Act, FactKind, Reading } from '../reading/reading.ts';
import { heldBack, type Held } from './holding.ts';

/** What is done about the deal that a message speaks of. */
export type Spoken =
  | { readonly kind: 'check' | 'list' }
  | { readonly kind: 'begin'; readonly dialog: DialogName }
  | { readonly kind: 'held'; readonly dialog: DialogName; readonly why: Held };

/** Acts that speak of a deal and want nothing done. */
const HOLDING: readonly (readonly [Act, Held])[] = [
  ['negation', 'negation'],
  ['plan', 'plan'],
];

/**
 * What a message wants of the deal it names, where the matching engine can't tell, or where it asks what has become of
 * it: "abbiamo perso Contoso" opens the closing, "non chiudere Contoso" holds it back, a question is answered by the
 * deal as it stands. Null where it speaks of no deal.
 */
export function spokenOf(reading: Reading, match: Match): Spoken | null {
  const { clauses, facts } = reading;
  const has = (...kinds: readonly FactKind[]): boolean => tells(reading, ...kinds);
  const isNamed = nameWritten(reading) !== null;
  const asksOfPast = clauses.some(({ isPast }) => isPast === true);
  // "Che cosa succede dopo che un deal è perso?" asks about deals in general: no name is written in it.
  const isGeneral = match.outcome === 'answer' && !has('known-name', 'organisation');
  // "Chi ha vinto lo scudetto?" asks of a thing that is no deal.
  const isOfElse = !isNamed && reading.unclaimed.length > 0;
  if (asksOfPast && has('outcome') && !isGeneral && !isOfElse) return { kind: isNamed ? 'check' : 'list' };
  const isUnsure = match.outcome === 'clarify' || isUnanswered(match);
  const held = heldActIn(reading);
  // Neither a look-up nor some answer is what "lunedì apro un deal con X" asks for.
  const isHardly = isUnsure || match.id === 'check-acceptance' || isDoubtful(match);
  if (isHardly && held !== null && has('known-name', 'organisation')) {
    const dialog = has('organisation') && !has('outcome') ? 'create-deal' : 'close-deal';
    return { kind: 'held', dialog, why: held };
  }
  if (!isUnsure) return null;
  if (has('outcome') && has('known-name', 'organisation')) {
    const why = heldBack(reading, 'close-deal');
    return why === null
      ? { kind: 'begin', dialog: 'close-deal' }
      : { kind: 'held', dialog: 'close-deal', why };
  }
  // "Mi serve un update su Fabrikam", "no dicevo Pharma": nothing is known that fits, and the deal as it stands is what
  // there is to say.
  const [only, ...more] = facts;
  if (doesOnly(reading, TELLS) && only?.kind === 'known-name' && more.length === 0) return { kind: 'check' };
  const isOfDeal = isNamed || has('money') || isOnlyName(reading.text);
  return isOfDeal && isAboutState(reading, match) ? { kind: 'check' } : null;
}

const TELLS: readonly Act[] = ['statement', 'order', 'courtesy', 'refusal', 'correction', 'filler'];

/** From this confidence on an answer is what was asked for, though nothing in the words asks ("non riesco a chiudere Contoso"). */
const ANSWERS_UNASKED = 0.75;

const isDoubtful = ({ outcome, confidence }: Match): boolean =>
  outcome === 'answer' && confidence < ANSWERS_UNASKED;

/** Why nothing is done by a message that neither orders nor asks anything. */
function heldActIn(reading: Reading): Held | null {
  if (does(reading, 'order') || asks(reading)) return null;
  return HOLDING.find(([act]) => does(reading, act))?.[1] ?? null;
}

/** A question, or a name alone, that lies nearest to what is done with one deal. */
function isAboutState(reading: Reading, { candidates: [first] }: Match): boolean {
  const isOfState = doesOnly(reading, ['question', 'courtesy', 'statement']);
  return isOfState && (first?.id === 'check-acceptance' || first?.id === 'close-deal');
}
