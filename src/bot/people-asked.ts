import { type DialogName, isDialogName } from '../cards/dialog-name.ts';
import type { Match } from '../matching/match.ts';

/** The dialog that names the people whom an answer speaks of, or null. */
export type PeopleDialog = (answerId: string) => DialogName | null;

/**
 * The dialog that names the people, where the words ask who: "chi mi abilita?" wants names, and not the advice to ask
 * somebody. A question that is torn between the people themselves and an answer that speaks of them is that, too.
 */
export function peopleAsked(match: Match, peopleDialog: PeopleDialog | undefined): DialogName | null {
  const { outcome, candidates, asks } = match;
  if (peopleDialog === undefined || outcome === 'none' || !asks.includes('person')) return null;
  const named = new Set(
    candidates.flatMap(({ id, kind }) => (kind === 'answer' ? (peopleDialog(id) ?? []) : [])),
  );
  // "A chi mi rivolgo per aprire un deal?": what is done here tells nobody.
  const meant = candidates
    .slice(0, outcome === 'clarify' ? 2 : 1)
    .filter(({ id, kind }) => kind === 'answer' || (isDialogName(id) && named.has(id)));
  const [first, ...others] = meant.map(({ id, kind }) =>
    kind === 'answer' ? peopleDialog(id) : isDialogName(id) && named.has(id) ? id : null,
  );
  return first !== undefined &&
    first !== null &&
    isDialogName(first) &&
    others.every((each) => each === first)
    ? first
    : null;
}
