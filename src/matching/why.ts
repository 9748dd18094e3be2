import type { Entry } from './entries.ts';
import { CUSTOMER } from './placeholders.ts';
import type { Word } from './reading.ts';

const WHY: ReadonlySet<string> = new Set(['perche', 'motivo', 'ragione', 'why', 'reason', 'xke', 'xche']);
const WHY_PHRASES: readonly (readonly [string, string])[] = [
  ['come', 'mai'],
  ['how', 'come'],
];
/** As much as tells two near candidates apart twice over. */
const WHY_STEP = 0.6;

/**
 * A "why" asks for an explanation. Where no customer is named there is nothing to look up, so a dialog is held
 * back: the answer explains, and offers the dialog.
 */
export function holdBackDialogs(words: readonly Word[], entries: readonly Entry[], z: Float64Array): void {
  if (words.some((word) => word.isPlaceholder && word.text === CUSTOMER) || !asksWhy(words)) return;
  entries.forEach((entry, at) => {
    if (entry.kind === 'dialog') z[at] = (z[at] ?? 0) - WHY_STEP;
  });
}

function asksWhy(words: readonly Word[]): boolean {
  return words.some(
    (word, at) =>
      WHY.has(word.text) ||
      WHY_PHRASES.some(([first, second]) => word.text === first && words[at + 1]?.text === second),
  );
}
