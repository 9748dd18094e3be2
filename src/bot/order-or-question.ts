import { isDialogName, type DialogName } from '../cards/dialog-name.ts';
import type { Candidate, Match } from '../matching/match.ts';
import { asks, does } from '../reading/contents.ts';
import type { Reading } from '../reading/reading.ts';
import { closesNamed, ordersEnd } from './order-in-form.ts';

/** The dialog that an answer offers, or null. */
export type OfferedDialog = (answerId: string) => DialogName | null;

/** The dialog of this name, where there is one. */
export const dialogOf = (name: string | null | undefined): DialogName | null =>
  name !== undefined && name !== null && isDialogName(name) ? name : null;

/**
 * Whether the words order a deal's end, of which the engine isn't sure. "Segnami Litware come perso, budget" names the
 * deal's customer and its outcome, and so asks for no list of reasons; of "segna quello meno recente come perso" the
 * engine thinks of a closing first.
 */
export function isEndOrdered({ outcome, candidates }: Match, reading: Reading): boolean {
  if (outcome !== 'dialog' && closesNamed(reading)) return true;
  return outcome === 'clarify' && candidates[0]?.id === 'close-deal' && ordersEnd(reading);
}

/**
 * Of a dialog and the answers that offer it an order means the first, and a question the likeliest of the others. An
 * order to create a deal that says anything of it ("… con Brenta Carni, p.iva …") means that, whatever else is near.
 */
export function ofTheTwo(
  { outcome, candidates }: Match,
  reading: Reading,
  offeredBy: OfferedDialog | undefined,
): Candidate | null {
  const [first, second] = candidates;
  if (outcome !== 'clarify' || first === undefined || second === undefined) return null;
  const dialog = candidates.find(({ kind }) => kind === 'dialog');
  const offers = (each: Candidate): boolean => dialog !== undefined && offeredBy?.(each.id) === dialog.id;
  if (asks(reading)) {
    const answer = first.kind === 'answer' ? first : second;
    return offers(answer) && [first, second].some(({ id }) => id === dialog?.id) ? answer : null;
  }
  if (dialog === undefined || !does(reading, 'order')) return null;
  const isDescribed = dialog === first && dialog.id === 'create-deal' && reading.facts.length > 0;
  const others = dialog === first ? [second] : candidates.slice(0, candidates.indexOf(dialog));
  return isDescribed || others.every(offers) ? dialog : null;
}

/** What a match comes to where the engine is torn, or unsure of an end, and the words order or ask. */
export function decidedByReading(match: Match, reading: Reading, offeredBy: OfferedDialog): Match {
  const end = { id: 'close-deal', kind: 'dialog' } as const;
  const meant = isEndOrdered(match, reading) ? end : ofTheTwo(match, reading, offeredBy);
  return meant === null ? match : { ...match, id: meant.id, outcome: meant.kind };
}
