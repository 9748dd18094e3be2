import { doesOnly, tells } from '../reading/contents.ts';
import { foldedWords } from '../reading/folded.ts';
import { isFunctionWord } from '../language/function-words.ts';
import { findNames } from '../lookup/names.ts';
import { resumes } from '../reading/focus.ts';
import type { Act } from '../reading/reading.ts';
import type { Decision, RouteInput } from './decision.ts';

/**
 * "Riprendiamo il deal di Kappa": the draft of that customer, or the only one there is. "Dove eravamo con Kappa?" speaks
 * of the draft as well, where no deal is with Kappa and no form is open.
 */
export function routeDraft({
  reading,
  words,
  drafts = [],
  openDraft = null,
  utterance,
  take,
}: RouteInput): Decision | null {
  if (words === undefined || drafts.length === 0) return null;
  const goesBack = resumes(reading, words);
  const speaksOf = take === null && doesOnly(reading, SPEAKING) && !tells(reading, 'known-name');
  if (!goesBack && !speaksOf) return null;
  const named =
    findNames(utterance, drafts, ({ title }) => title ?? '')[0]?.item ?? draftCalled(utterance, drafts);
  const [only, ...more] = drafts;
  // "Put it back to 30k" goes back to no draft.
  const namesOther = tells(
    reading,
    'organisation',
    'known-name',
    'money',
    'recurring',
    'day',
    'email',
    'phone',
  );
  const draft = named ?? (goesBack && more.length === 0 && !namesOther ? only : undefined);
  if (draft === undefined) return null;
  const { id, dialog } = draft;
  if (id === openDraft) return { kind: 'act', action: { action: 'form', draftId: id, do: 'status' } };
  return { kind: 'begin', dialog, request: { draftId: id }, match: null };
}

/** "Riprendi Gallo" of "Pasticceria Gallo": the only draft whose name has a word of the message, beside what any name may have. */
function draftCalled<D extends { readonly title: string | null }>(
  text: string,
  drafts: readonly D[],
): D | undefined {
  const said = new Set(
    foldedWords(text).filter((word) => word.length >= SHORTEST_CALLED && !isFunctionWord(word)),
  );
  const called = drafts.filter(({ title }) => foldedWords(title ?? '').some((word) => said.has(word)));
  return called.length === 1 ? called[0] : undefined;
}
const SHORTEST_CALLED = 4;

/** What speaks of something without doing it. */
const SPEAKING: readonly Act[] = ['question', 'assent', 'statement', 'courtesy', 'filler', 'not-now'];
