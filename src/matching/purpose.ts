import { listOf, made } from '../language/said.ts';
import type { CandidateKind } from './match.ts';
import type { Entry } from './entries.ts';
import { CUSTOMER } from './placeholders.ts';
import type { UtteranceWord } from './utterance-words.ts';

/** "Perché", "come mai": phrases by their words. */
const why = made(() => listOf('why').map((phrase) => phrase.split(' ')));

/** Three times what tells two near candidates apart: a dialog must be much the better fit to answer a "why". */
const WHY_STEP = 0.9;
/** Less, since "I closed Contoso by mistake, can it be undone?" names a customer and wants an answer. */
const CUSTOMER_STEP = 0.4;

/**
 * What an utterance is for, beside what it is about. A "why" asks for an explanation: without a customer there
 * is nothing to look up, so dialogs are held back; the answer explains, and offers the dialog. Where a
 * customer is named something is to be looked up or done, so answers are held back.
 */
export function weighPurpose(
  words: readonly UtteranceWord[],
  entries: readonly Entry[],
  z: Float64Array,
): void {
  if (words.some((word) => word.text === CUSTOMER)) holdBack('answer', CUSTOMER_STEP, entries, z);
  else if (asksWhy(words)) holdBack('dialog', WHY_STEP, entries, z);
}

function holdBack(kind: CandidateKind, step: number, entries: readonly Entry[], z: Float64Array): void {
  entries.forEach((entry, at) => {
    if (entry.kind === kind) z[at] = (z[at] ?? 0) - step;
  });
}

function asksWhy(words: readonly UtteranceWord[]): boolean {
  return words.some((_, at) =>
    why().some((phrase) => phrase.every((word, index) => words[at + index]?.text === word)),
  );
}
