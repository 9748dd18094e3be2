import type { NoteTone } from '../block.ts';
import { toneNamed } from '../wording.ts';

/** `[!NOTE] …`, `[Nota] …`, `[! Important ] …` */
const BRACKETED = /^\\?\[\s*!?\s*(\p{L}+)\s*\\?\]\s*:?\s*/u;
/** `Nota: …`, `Nota` on a line of its own, `Nota - …` */
const LABELLED = /^(\p{L}+)(?:\s*:\s*|\s*\n\s*|\s+[-–—]\s+|\s*$)/u;

/**
 * The kind of alert that a text begins with, and the rest of it; null where it begins with none.
 *
 * @param isLabelled whether a word without brackets counts, since it is bold or stands in a frame
 * @example noteOf('[!NOTE] Serve il ruolo.', false) // { tone: 'note', text: 'Serve il ruolo.' }
 */
export function noteOf(
  text: string,
  isLabelled: boolean,
): { readonly tone: NoteTone; readonly text: string } | null {
  const match = BRACKETED.exec(text) ?? (isLabelled ? LABELLED.exec(text) : null);
  const tone = match === null ? null : toneNamed(match[1] ?? '');
  return match === null || tone === null ? null : { tone, text: text.slice(match[0].length) };
}
